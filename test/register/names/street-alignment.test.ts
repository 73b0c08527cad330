import { alignWords } from '../../../src/register/names/street-alignment';

/** So many particles, begun at another one, before a last word. */
function particles(count: number, shift: number): string[] {
  const of = ['de', 'op', 'te', 'van'];
  return [...Array.from({ length: count }, (_, index) => of[(index + shift) % of.length] ?? ''), 'a'];
}

test.each([5, 15, 66, 100])('two names of %i particles are compared in no time', (count) => {
  const startedMs = performance.now();
  for (let shift = 1; shift < 20; shift++) alignWords(particles(count, 0), particles(count - 1, shift));
  // One such pair of 12 words once took half a minute, two of 13 a request's whole day.
  expect(performance.now() - startedMs).toBeLessThan(500);
});

/** As many words that name something, the first of them as given. */
const words = (first: string, count: number) =>
  [first, ...Array.from({ length: count - 1 }, () => 'kerkhof')].join(' ');

test.each([
  ['an initial stands for a name', 'j kerkhof', 'jan kerkhof', true],
  ['so do up to four letters', 'beat kerkhof', 'beatrix kerkhof', true],
  ['five letters are another word', 'beatr kerkhof', 'beatrix kerkhof', false],
  ['an initial stands for no title', 'p kerkhof', 'prinses kerkhof', false],
  ['the beginning of a title does', 'prin kerkhof', 'prinses kerkhof', true],
  ['the last word is never abbreviated', 'oude non', 'oude nonnen', false],
  ['a number is not the beginning of another', 'willem 1 kerkhof', 'willem 10 kerkhof', false],
  ['nor is a Roman one', 'willem i kerkhof', 'willem ii kerkhof', false],
  ['nor is it an initial', 'willem i kerkhof', 'willem irene kerkhof', false],
  ['a street type in common is not enough', 'j laan', 'jan laan', false],
  ['nor is a title', 'doctor j laan', 'doctor jan laan', false],
  ['nor are two letters', 'j ee laan', 'jan ee laan', false],
  ['three letters are', 'j eem laan', 'jan eem laan', true],
  ['four words may be joined', 'aan de rijn kerkhof', 'aanderijnkerkhof', true],
  ['on either side', 'aanderijnkerkhof', 'aan de rijn kerkhof', true],
  ['five are not', 'bocht aan de rijn kerkhof', 'bochtaanderijnkerkhof', false],
  ['words that make a street type name nothing', 'st raat', 'straat', false],
  ['a particle may be left out on either side', 'kerkhof van zuiden', 'kerkhof op zuiden', true],
  ['but not at the end', 'kerken en', 'kerken', false],
  ['nor may another word', 'oude kerkhof', 'kerkhof', false],
  ['nor one at the end', 'kerkhof hof', 'kerkhof', false],
  ['the same words may come in another order', 'hendrik prins', 'prins hendrik', true],
  ['but all of them', 'hendrik prins prins', 'prins hendrik', false],
  ['and once each', 'hendrik hendrik prins', 'prins prins hendrik', false],
  ['sixteen words are compared', words('j', 16), words('jan', 16), true],
  ['more are not', words('j', 17), words('jan', 17), false],
  ['not on one side either', words('van j', 17), words('jan', 16), false],
])('%s: %s and %s', (_, a, b, expected) => {
  expect(alignWords(a.split(' '), b.split(' '))).toBe(expected);
  expect(alignWords(b.split(' '), a.split(' '))).toBe(expected);
});

test.each([
  ['prins w alexander laan', 'prins willem alexander laan', true],
  ['laan van de zonnebloem', 'laan zonnebloem', true],
  ['oude kerk laan', 'oudekerk laan', true],
  ['van de op te kerkhof', 'van op de te kerkhof', true],
  ['van de op te a', 'van op de te b', false],
])('%s and %s', (a, b, expected) => {
  expect(alignWords(a.split(' '), b.split(' '))).toBe(expected);
});
