import { checkAddress } from '../../src/checks/check-address';
import { entered, judge, told } from '../support/judged';
import { registerOf } from '../support/small-register';

test('of several streets that may be meant, the one a slip away comes first', () => {
  expect(told(judge('Dorpsweg 1, 8987HN Bergen'))).toMatchObject({
    verdict: 'confirm, ambiguous',
    reasons: ['POSTCODE_UNKNOWN', 'POSTCODE_TYPO_SUSPECTED'],
    diagnosis: 'postcode_typo',
    address: null,
    candidates: ['Dorpsweg 1, 8987NH Bergen (NH)', 'Dorpsweg 1, 8988LB Bergen (L)'],
  });
});

test('a new building may be in any place of that name', () => {
  expect(told(judge('Nieuwlaan 1, 8987ZZ Bergen')).reasons).toEqual(['NEW_BUILD_SUSPECTED']);
  expect(told(judge('Nieuwlaan 1, 8981ZZ Bergen')).reasons).toEqual(['POSTCODE_UNKNOWN', 'STREET_UNKNOWN']);
});

test('a street that only one place of that name has is no unknown one', () => {
  const register = registerOf([
    { place: 'Bergen (NH)', street: 'Kade', postcode: '8951AB', numbers: [1] },
    { place: 'Bergen (L)', street: 'Laan', postcode: '8971AB', numbers: [1] },
  ]);
  const entry = { street: 'Kade', houseNumber: 5, postcode: '8951ZZ', city: 'Bergen' };
  expect(told(checkAddress(register, entry)).reasons).toEqual(['POSTCODE_UNKNOWN', 'HOUSE_NUMBER_NOT_FOUND']);
});

const renumbered = registerOf([
  { place: 'Dorp', street: 'Kade', postcode: '8951AB', numbers: [1, 3], formerPostcode: '8956ZZ' },
  { place: 'Dorp', street: 'Laan', postcode: '8952AB', numbers: [1, 5], formerPostcode: '8956ZZ' },
  { place: 'Dorp', street: 'Weg', postcode: '8953AB', numbers: [1, 3] },
]);
const FORMER = { code: 'FORMER_NAME_MATCHED', fields: ['postcode'] };
const UNKNOWN = { code: 'POSTCODE_UNKNOWN', fields: ['postcode'] };

test.each([
  ['a street that had it', 'Kade 1', 'Kade 1, 8951AB Dorp', FORMER],
  ['another street', 'Weg 1', 'Weg 1, 8953AB Dorp', UNKNOWN],
  ['no street, and a number of one that had it', '3', 'Kade 3, 8951AB Dorp', FORMER],
  ['no street, and a number of two that had it', '1', null, UNKNOWN],
])('a former postcode is one of %s', (_, entry, address, reason) => {
  const judged = checkAddress(renumbered, entered(`${entry}, 8956ZZ Dorp`));
  expect(told(judged).address).toBe(address);
  expect(judged.reasons).toMatchObject([reason]);
});
