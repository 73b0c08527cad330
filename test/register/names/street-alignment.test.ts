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

test.each([
  ['prins w alexander laan', 'prins willem alexander laan', true],
  ['laan van de zonnebloem', 'laan zonnebloem', true],
  ['oude kerk laan', 'oudekerk laan', true],
  ['van de op te kerkhof', 'van op de te kerkhof', true],
  ['van de op te a', 'van op de te b', false],
])('%s and %s', (a, b, expected) => {
  expect(alignWords(a.split(' '), b.split(' '))).toBe(expected);
});
