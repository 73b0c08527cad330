import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkCommand } from '../../src/cli/check-command';
import { keysCommand } from '../../src/cli/keys-command';
import { registerCommand } from '../../src/cli/register-command';
import { sampleCommand } from '../../src/cli/sample-command';
import { shipmentsCommand } from '../../src/cli/shipments-command';
import { blocksOf, textOf } from '../support/documents';
import { runCommand } from '../support/run-command';
import { writeSampleEdition } from '../support/sample-parts';

const blocks = blocksOf(textOf('README.md')).map(({ text }) => text);
const blockWith = (beginning: string) => blocks.find((text) => text.startsWith(beginning)) ?? '';

let folder = '';
let sample = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klopt-shown-'));
  sample = await writeSampleEdition(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('what the README shows of klopt', () => {
  it('explains the mix of the story', async () => {
    const entry = ['--line', 'Lindelaan 12', '--postcode', '8951AB', '--city', 'Zilverwaard'];
    const previous = ['--previous', 'Kerkstraat 12, 8951 AB Zilverwaard'];
    const args = ['explain', ...entry, ...previous, '--register', sample];
    expect(`${await runCommand(registerCommand, args, 'sqlite::memory:')}\n`).toBe(blockWith('read as:'));
  });

  it('sums up the list, but for the time that it took', async () => {
    const list = join(folder, 'addresses.csv');
    writeFileSync(list, blockWith('Naam;Straat'));
    const args = [list, '--out', join(folder, 'checked.csv'), '--language', 'en', '--register', sample];
    const summary = await runCommand(checkCommand, args, 'sqlite::memory:');
    const [, ...shown] = blockWith('4 rows in').trimEnd().split('\n');
    expect(summary.split('\n').slice(1)).toEqual(shown);
  });

  describe('with a database', () => {
    beforeAll(() => (process.env.KLOPT_REGISTER = sample));
    afterAll(() => {
      delete process.env.KLOPT_REGISTER;
      process.exitCode = 0;
    });

    it('tells what became of the shipments, but for the time that it took', async () => {
      const url = `sqlite:${join(folder, 'import.sqlite')}`;
      await runCommand(keysCommand, ['create', '--shop', 'Demo'], url);
      const [list, out] = [join(folder, 'day.csv'), join(folder, 'rejected.csv')];
      writeFileSync(list, blockWith('Ordernummer;Naam'));
      const args = ['import', list, '--shop', 'Demo', '--language', 'en', '--out', out];
      const told = (await runCommand(shipmentsCommand, args, url)).replace(out, 'rejected.csv');
      const block = blocks.find((text) => /^4 rows in .*\nregistered/.test(text)) ?? '';
      expect(told.split('\n').slice(1)).toEqual(block.trimEnd().split('\n').slice(1));
    });

    it('fills in the sample day', async () => {
      const text = await runCommand(sampleCommand, ['day'], `sqlite:${join(folder, 'day.sqlite')}`);
      const [, ...shown] = blockWith("The sample's day").trimEnd().split('\n');
      expect(text.split('\n').slice(1, 1 + shown.length)).toEqual(shown);
    }, 60_000);
  });
});
