import * as corrections from '../../src/corrections/states';
import { failureReasonOf, scanCodeOf } from '../../src/shipments/scan-codes';
import * as shipments from '../../src/shipments/states';
import { textOf } from '../support/documents';

const page = textOf('docs/shipments.md');
const quoted = (text: string) => Array.from(text.matchAll(/`([^`]+)`/g), ([, word = '']) => word);

/** The rows of a table under a heading: the words of its first cell, and of its last. */
function rowsUnder(heading: string, header: string): [string[], string[]][] {
  const section = page.slice(page.indexOf(`## ${heading}\n`));
  const [, rows = ''] = section
    .slice(section.search(new RegExp(`\\| ${header} +\\|`)))
    .split(/^\| -[^\n]*\n/m);
  return rows
    .slice(0, rows.indexOf('\n\n'))
    .split('\n')
    .map((row) => row.split('|'))
    .map(([, first = '', last = '']) => [quoted(first), quoted(last)]);
}

describe('docs/shipments.md', () => {
  it.each([
    ['A shipment', shipments.TRANSITIONS],
    ['A correction', corrections.TRANSITIONS],
  ])('has the transitions of "%s" as they are', (heading, transitions) => {
    const shown = rowsUnder(heading, 'state').map(([[state = ''], next]): [string, string[]] => [
      state,
      next,
    ]);
    expect(Object.fromEntries(shown)).toEqual(transitions);
  });

  it("reads the trade's words as it says", () => {
    const rows = rowsUnder('The words of the trade', 'sent');
    expect(rows.length).toBeGreaterThan(5);
    for (const [sent, [meant]] of rows)
      expect(sent.map((word) => scanCodeOf(word) ?? failureReasonOf(word))).toEqual(sent.map(() => meant));
  });
});
