import { checkAddress } from '../../src/checks/check-address';
import { entered, judge, told } from '../support/judged';
import { registerOf, type StreetRow } from '../support/small-register';

const numbers = [1, 3, 5];

/** Judges an entry where the town has these streets and no others. */
function judgeWhere(rows: Omit<StreetRow, 'place' | 'numbers'>[], entry: string) {
  const register = registerOf(rows.map((row) => ({ place: 'Dorp', numbers, ...row })));
  return told(checkAddress(register, entered(entry)));
}

test.each([
  ['one edit in a long name', 'Odeweg 3, 8985AA Sint Odaberg', 'accept, verified', 'none'],
  ['one edit in a short name', 'Odweg 3, 8985AA Sint Odaberg', 'confirm, verified', 'street_typo'],
  [
    'two edits, however long the name',
    'Burgmeester Van Tillstraat 1, 8955BT Zilverwaard',
    'confirm, verified',
    'street_typo',
  ],
])('a misspelling at its own postcode, %s', (_, entry, verdict, diagnosis) => {
  expect(told(judge(entry))).toMatchObject({
    verdict,
    diagnosis,
    reasons: ['STREET_SPELLING_CORRECTED'],
  });
});

test('a misspelling of the postcode’s street that abbreviates another one is asked about', () => {
  const streets = [
    { street: 'J Berkenlaan', postcode: '8951AB' },
    { street: 'Jan Kerkenlaan', postcode: '8951CD' },
  ];
  expect(judgeWhere(streets.slice(0, 1), 'J Kerkenlaan 3, 8951AB Dorp').verdict).toBe('accept, verified');
  expect(judgeWhere(streets, 'J Kerkenlaan 3, 8951AB Dorp').verdict).toBe('confirm, verified');
});

test('a street that the register itself abbreviates is written as registered', () => {
  const entry = 'Pr Hendrikstr 3, 8951AB Dorp';
  expect(judgeWhere([{ street: 'Pr Hendrikstr', postcode: '8951AB' }], entry).reasons).toEqual([]);
  expect(judgeWhere([{ street: 'Pr Hendrikstraat', postcode: '8951AB' }], entry).reasons).toEqual([
    'STREET_ABBREVIATION_EXPANDED',
  ]);
});

test.each([
  ['an initial', 'J. van der Meerlaan 3, 8960JM Zilverwaard'],
  ['a joined word', 'Prinshendrikstraat 5, 8965PH Zilverwaard'],
])('%s is told as an abbreviation, not as a misspelling', (_, entry) => {
  expect(told(judge(entry)).reasons).toEqual(['STREET_ABBREVIATION_EXPANDED']);
});

test.each([
  ['short', { shortName: 'BvT-dreef' }, 'STREET_ABBREVIATION_EXPANDED'],
  ['former', { formerName: 'BvT-dreef' }, 'FORMER_NAME_MATCHED'],
])('a %s name that is nothing like the street is told as such', (_, otherName, reason) => {
  const street = { street: 'Burgemeester Van Tilstraat', postcode: '8951AB', ...otherName };
  expect(judgeWhere([street], 'BvT-dreef 3, 8951AB Dorp')).toMatchObject({
    verdict: 'accept, verified',
    reasons: [reason],
  });
});
