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
