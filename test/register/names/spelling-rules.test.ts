import { SPELLING_RULES, streetKey } from '../../../src/register/names/street-name';

/** Keys as editions of these rules hold them. Where one must change, raise SPELLING_RULES beside it. */
const keysOfRules = {
  rules: 2,
  keys: [
    ['Kerkstraat', 'kerkstraat'],
    ['Dorpsstr.', 'dorpsstraat'],
    ['IJsbaanpad', 'ysbaanpad'],
    ["'t Erf", 'het erf'],
    ['v.d.Spiegelstraat', 'van de spiegelstraat'],
    ['Burg. van der Zandestraat', 'burgemeester van de zandestraat'],
    ['Jhr. Mr. G.W. Molleruslaan', 'jonkheer meester g w molleruslaan'],
    ['Tweede E.J. Potgieterstraat', '2e e j potgieterstraat'],
    ['Eilânsgrien', 'eilansgrien'],
    ['Haadstrjitte', 'haadstrjitte'],
    ['Botter 40', 'botter 40'],
    ['O.Z. Achterburgwal', 'o z achterburgwal'],
  ],
} as const;

test('names keep the keys that editions of the present rules hold', () => {
  expect(SPELLING_RULES).toBe(keysOfRules.rules);
  expect(keysOfRules.keys.map(([name]) => [name, streetKey(name)])).toEqual(keysOfRules.keys);
});
