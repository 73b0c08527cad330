import fc from 'fast-check';
import { BatchLines } from '../../src/checks/batch-lines';

const LONGEST = 8;

/** The lines of a text, as a simple split gives them. */
function naive(text: string): { line: number; text: string | null }[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, index) => ({
    line: index + 1,
    text: Buffer.byteLength(line) > LONGEST ? null : line,
  }));
}

describe('the lines of a batch', () => {
  const texts = fc
    .array(fc.constantFrom('a', 'ë', '\n', 'bcd', '0123456789'), { maxLength: 40, size: 'max' })
    .map((parts) => parts.join(''));

  it('are the same however the text comes in, each at most of the longest length', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat(12), { minLength: 1, maxLength: 20 }), (text, sizes) => {
        const bytes = Buffer.from(text);
        const lines = new BatchLines(LONGEST);
        const found = [];
        for (let start = 0, turn = 0; start < bytes.length; turn++) {
          const size = 1 + (sizes[turn % sizes.length] ?? 0);
          found.push(...lines.of(bytes.subarray(start, start + size)));
          start += size;
        }
        found.push(...lines.rest());
        const asText = found.map(({ line, bytes: of }) => ({ line, text: of?.toString() ?? null }));
        expect(asText).toEqual(naive(text));
      }),
      { numRuns: 500 },
    );
  });
});
