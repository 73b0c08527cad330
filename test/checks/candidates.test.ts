import { checkAddress } from '../../src/checks/check-address';
import { entered, judge, known, told } from '../support/judged';
import { everySecond, registerOf } from '../support/small-register';

const candidatesOf = (...given: Parameters<typeof judge>) => told(judge(...given)).candidates;

test('the reading that is less likely a coincidence comes first: the street with fewer numbers', () => {
  expect(candidatesOf('Lindelaan 12, 8951AB Zilverwaard')).toEqual([
    'Kerkstraat 12, 8951AB Zilverwaard',
    'Lindelaan 12, 8962KL Zilverwaard',
  ]);
  expect(candidatesOf('Achterom 2, 8951AB Zilverwaard')).toEqual([
    'Achterom 2, 8957AO Zilverwaard',
    'Kerkstraat 2, 8951AB Zilverwaard',
  ]);
});

test('a slip of the finger is likelier than a coincidence', () => {
  const register = registerOf([
    { place: 'Dorp', street: 'Langeweg', postcode: '8951AB', numbers: everySecond(2, 80) },
    { place: 'Dorp', street: 'Steeg', postcode: '8951AD', numbers: [2, 4] },
    { place: 'Dorp', street: 'Gang', postcode: '8960XY', numbers: [2, 4] },
  ]);
  const first = (entry: string) => told(checkAddress(register, entered(entry))).candidates[0];
  expect(first('Langeweg 2, 8951AD Dorp')).toBe('Langeweg 2, 8951AB Dorp');
  expect(first('Langeweg 2, 8960XY Dorp')).toBe('Gang 2, 8960XY Dorp');
});

test('both readings are shown before the second best of one', () => {
  const entry = 'Lindelaan 2, 8957AO Zilverwaard';
  const lindelaan = 'Lindelaan 2, 8962KL Zilverwaard';
  const [achterom, voorom] = ['Achterom 2, 8957AO Zilverwaard', 'Voorom 2, 8957AO Zilverwaard'];
  expect(candidatesOf(entry)).toEqual([achterom, lindelaan, voorom]);
  expect(candidatesOf(entry, [known(voorom, 'current')])).toEqual([voorom, lindelaan, achterom]);
  expect(candidatesOf(entry, [known(lindelaan, 'current')])).toEqual([lindelaan, achterom, voorom]);
});

test('a misspelt street is known all the same', () => {
  expect(told(judge('Lindelan 12, 8951AB Zilverwaard'))).toMatchObject({
    verdict: 'fix, conflict',
    reasons: ['POSTCODE_STREET_MISMATCH'],
    candidates: ['Kerkstraat 12, 8951AB Zilverwaard', 'Lindelaan 12, 8962KL Zilverwaard'],
  });
});

test('no more than five candidates are shown', () => {
  const streets = ['Aakweg', 'Bokweg', 'Cokweg', 'Dokweg', 'Eikweg', 'Fokweg'];
  const register = registerOf(
    streets.map((street) => ({ place: 'Dorp', street, postcode: '8951AB', numbers: [1] })),
  );
  const { verdict, candidates } = told(checkAddress(register, { houseNumber: 1, postcode: '8951AB' }));
  expect([verdict, candidates.length]).toEqual(['confirm, ambiguous', 5]);
});

test.each([
  [
    'all of it',
    'Havenkade 7d-1, 8956MP Zilverwaard',
    'street houseNumber houseNumberAddition city',
    'postcode',
  ],
  [
    'no addition, and none is meant',
    'Havenkade 13, 8956MP Zilverwaard',
    'street houseNumber city',
    'postcode',
  ],
  [
    'an addition that is not there',
    'Havenkade 13X, 8956MP Zilverwaard',
    'street houseNumber city',
    'houseNumberAddition postcode',
  ],
  ['no city', 'Havenkade 13, 8956MP ', 'street houseNumber', 'postcode'],
  ['no postcode', 'Dorpsweg 1, Bergen', 'street houseNumber city', ''],
])('a candidate keeps and changes only what was typed: %s', (_, entry, basis, changed) => {
  const [candidate] = judge(entry).candidates;
  expect([candidate?.basis.join(' '), candidate?.changedFields.join(' ')]).toEqual([basis, changed]);
});

test('of a candidate by postcode and number alone nothing is changed', () => {
  const [candidate] = judge({ houseNumber: 1, postcode: '8957AO' }).candidates;
  expect(candidate).toMatchObject({ basis: ['houseNumber', 'postcode'], changedFields: [] });
});

test('where additions are not known, a candidate has the typed one', () => {
  const [candidate] = judge('Oude Haven 3b, 8956MP Zilverwaard').candidates;
  expect(candidate?.address).toMatchObject({ street: 'Oude Haven', houseNumberAddition: 'b' });
});

test('a street that the town has not is looked for where this customer is known by it', () => {
  const entry = 'Odaweg 3, 8951AB Zilverwaard';
  const odaweg = (number: string) => known(`Odaweg ${number}, 8985AA Sint Odaberg`);
  expect(candidatesOf(entry, [odaweg('5')])).toEqual(['Odaweg 3, 8985AA Sint Odaberg']);
  expect(candidatesOf('Odaweg 4, 8951AB Zilverwaard', [odaweg('5')])).toEqual([
    'Kerkstraat 4, 8951AB Zilverwaard',
  ]);
  expect(candidatesOf(entry)).toEqual([]);
});

test('a street of the postcode’s town is found where the typed town has none of that name', () => {
  expect(candidatesOf('Odaweg 3, 8975GD Molenhorn')).toEqual([
    'Grensdijk 3, 8975GD Molenhorn',
    'Odaweg 3, 8985AA Sint Odaberg',
  ]);
});

test('of like streets only the most alike is offered', () => {
  const register = registerOf([
    { place: 'Dorp', street: 'Wilhelminalaan', postcode: '8951AB', numbers: [1] },
    { place: 'Dorp', street: 'Willhelminalaan', postcode: '8952AB', numbers: [1] },
    { place: 'Dorp', street: 'Kade', postcode: '8960XY', numbers: [2] },
  ]);
  expect(told(checkAddress(register, entered('Wilhelmnalaan 1, 8960XY Dorp'))).candidates).toEqual([
    'Wilhelminalaan 1, 8951AB Dorp',
  ]);
});
