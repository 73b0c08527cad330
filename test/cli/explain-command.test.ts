import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { explainCommand } from '../../src/cli/explain-command';
import { runCommand } from '../support/run-command';
import { writeSampleEdition } from '../support/sample-parts';

let folder = '';
let sample = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klopt-explain-'));
  sample = await writeSampleEdition(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

const explain = (args: readonly string[], input = '') =>
  runCommand(
    (terminal) => explainCommand(terminal, Readable.from([input])),
    [...args, '--register', sample],
    'sqlite::memory:',
  );

describe('the typed street beside those at the postcode', () => {
  test.each([
    ['Kerkstraat 12, 8951AB', 'Kerkstraat, Zilverwaard: key'],
    ['JP Sterkplein 9, 8959JP', 'J.P. Sterkplein, Zilverwaard: alignment'],
    ['Spoorstraat 3, 8955BT', 'Burgemeester Van Tilstraat, Zilverwaard: key, by its former name Spoorstraat'],
    ['Botter 9, 8958BT', 'Botter 40, Zilverwaard: weak'],
    ['Kerkstaat 12, 8951AB', 'Kerkstraat, Zilverwaard: typo (1 edit)'],
    ['Lindelaan 12, 8951AB', 'Kerkstraat, Zilverwaard: another name'],
  ])('%s', async (line, compared) => {
    expect(await explain([line])).toContain(`\nat the postcode: ${compared}\n`);
  });

  test('is not compared where no street was typed', async () => {
    expect(await explain(['--postcode', '8951AB', '--number', '12'])).not.toContain('at the postcode');
  });

  test('is there as JSON, with what a shopper reads of each reason', async () => {
    const { readings, messages } = JSON.parse(await explain(['Kerkstaat 12, 8951AB', '--json'])) as {
      readings: unknown[];
      messages: unknown;
    };
    const match = { level: 'typo', edits: 1 };
    expect(readings).toMatchObject([
      { streets: [{ street: 'Kerkstraat', city: 'Zilverwaard', match, otherName: null }] },
    ]);
    expect(messages).toEqual([
      {
        code: 'STREET_SPELLING_CORRECTED',
        message: {
          nl: 'De straatnaam is net anders geschreven dan in het register.',
          en: 'The street is spelled a little differently in the register.',
        },
      },
    ]);
  });
});

describe('a request on the standard input', () => {
  const address = { street: 'Lindelaan', houseNumber: 12, postcode: '8951AB', city: 'Zilverwaard' };
  const previous = { street: 'Kerkstraat', houseNumber: 12, postcode: '8951 AB', role: 'previous' };

  test('is explained with its known addresses', async () => {
    const answer = await explain(['-'], JSON.stringify({ address, knownAddresses: [previous] }));
    expect(answer).toMatch(/^diagnosis +mixed_addresses, stale: postcode$/m);
    expect(answer).toMatch(/ MIXED_OLD_POSTCODE: This looks like the postcode of an earlier address\.$/m);
  });

  test.each([
    ['', [], /^The standard input is not JSON from line 1, column 1 on\.$/],
    ['{"address":\n{,', [], /not JSON from line 2, column 2 on/],
    [
      '{"adress":{}}',
      [],
      /no request .*\n {2}\/address: This field is required\.\n {2}\/adress: .*mean address\?$/,
    ],
    ['{"address":{"city":5}}', [], /\/address\/city: This must be text/],
    ['{"address":{}}', ['--city', 'Zilverwaard'], /^--city: not beside a request as JSON\.$/],
  ])('%j %j is refused with all that is wrong', async (input, beside, sentence) => {
    await expect(explain(['-', ...beside], input)).rejects.toThrow(sentence);
  });
});
