import type { EnteredAddress } from '../../src/checks/address';
import { checkAddress } from '../../src/checks/check-address';
import { entered, judge, told } from '../support/judged';
import { registerOf } from '../support/small-register';

const missing = (address: EnteredAddress | string) =>
  judge(address).reasons.flatMap(({ code, fields }) => (code === 'FIELD_MISSING' ? fields : []));

test.each<[string, EnteredAddress | string, string[]]>([
  ['one street in two towns', { street: 'Grensdijk', houseNumber: 1, postcode: '8975GD' }, ['city']],
  ['two streets at one postcode', { houseNumber: 1, postcode: '8957AO' }, ['street']],
  ['one street in two places of one name', 'Dorpsweg 1, Bergen', ['postcode']],
])('what tells them apart is asked for: %s', (_, address, fields) => {
  expect(missing(address)).toEqual(fields);
});

const dorp = registerOf([
  { place: 'Dorp', street: 'Grensweg', postcode: '8951AB', numbers: [1] },
  { place: "'s-Gravenhage", street: 'Grensweg', postcode: '8951AB', numbers: [1] },
  { place: 'Dorp', street: 'Kade', postcode: '8951AB', numbers: [1] },
  { place: 'Dorp', street: 'Jan Berkenlaan', postcode: '8952AB', numbers: [1, 3] },
  { place: 'Dorp', street: 'Joost Berkenlaan', postcode: '8953AB', numbers: [1, 5] },
]);
const judgeInDorp = (entry: string) => told(checkAddress(dorp, entered(entry)));

test('of a street in two towns only that street is offered', () => {
  expect(judgeInDorp('Grensweg 1, 8951AB ').candidates).toEqual([
    "Grensweg 1, 8951AB 's-Gravenhage",
    'Grensweg 1, 8951AB Dorp',
  ]);
});

test.each([
  ['Dorp', 'Grensweg 1, 8951AB Dorp', []],
  ['Den Haag', "Grensweg 1, 8951AB 's-Gravenhage", ['CITY_ALIAS_MATCHED']],
])('any name of the town tells: %s', (city, address, reasons) => {
  expect(judgeInDorp(`Grensweg 1, 8951AB ${city}`)).toMatchObject({
    verdict: 'accept, verified',
    address,
    reasons,
  });
});

test.each([
  ['Kerkstr 12, Zilverwaard', 'Kerkstraat 12, 8951AB Zilverwaard', ['STREET_ABBREVIATION_EXPANDED']],
  ['Spoorstraat 1, Zilverwaard', 'Burgemeester Van Tilstraat 1, 8955BT Zilverwaard', ['FORMER_NAME_MATCHED']],
])('without a postcode too, nothing is replaced silently: %s', (entry, address, reasons) => {
  expect(told(judge(entry))).toMatchObject({ verdict: 'accept, verified', address, reasons });
});

test('an abbreviation of two streets resolves nothing without a postcode, unless one alone has the number', () => {
  expect(judgeInDorp('J Berkenlaan 1, Dorp')).toMatchObject({
    verdict: 'confirm, ambiguous',
    address: null,
    candidates: ['Jan Berkenlaan 1, 8952AB Dorp', 'Joost Berkenlaan 1, 8953AB Dorp'],
  });
  expect(judgeInDorp('J Berkenlaan 3, Dorp')).toMatchObject({
    verdict: 'accept, verified',
    address: 'Jan Berkenlaan 3, 8952AB Dorp',
  });
});

test('of a town that is known only the street is to be looked at', () => {
  expect(judge('Fantasiestraat 12, Zilverwaard').reasons).toMatchObject([
    { code: 'STREET_UNKNOWN', fields: ['street'] },
  ]);
});

test('a number that no street of that name has is asked about, whatever the town', () => {
  expect(told(judge('Kerkstraat 412, 8971AB Zilverwaard'))).toMatchObject({
    verdict: 'confirm, partial',
    reasons: ['HOUSE_NUMBER_NOT_FOUND'],
  });
});
