import fc from 'fast-check';
import { positionOfMistake } from '../../src/http/json-mistake';

describe('the position of a mistake in JSON', () => {
  it.each([
    ['{"a":}', 1, 6],
    ['{a}', 1, 2],
    ['[1,]', 1, 4],
    ['{"a":1', 1, 7],
    ['{"a":"x', 1, 8],
    ['{\n  "a": tru,\n}', 2, 11],
    ['1 2', 1, 3],
    ['"\\x"', 1, 3],
    ["{'a':1}", 1, 2],
  ])('in %j is line %i, column %i', (text, line, column) => {
    expect(positionOfMistake(text)).toEqual({ line, column });
  });

  it('is where a character that fits nowhere was put, wherever that is outside a string', () => {
    const values = fc.json({ maxDepth: 3 }).filter((text) => !text.includes('"'));
    fc.assert(
      fc.property(values, fc.nat(), (text, seed) => {
        const at = seed % (text.length + 1);
        const broken = `${text.slice(0, at)}§${text.slice(at)}`;
        expect(positionOfMistake(broken)).toEqual({ line: 1, column: at + 1 });
      }),
    );
  });
});
