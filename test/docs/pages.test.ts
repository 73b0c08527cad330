import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import type { Command } from 'commander';
import { auditCommand } from '../../src/cli/audit-command';
import { backupCommand } from '../../src/cli/backup-command';
import { checkCommand } from '../../src/cli/check-command';
import { depotsCommand } from '../../src/cli/depots-command';
import { doctorCommand } from '../../src/cli/doctor-command';
import { keysCommand } from '../../src/cli/keys-command';
import { migrateCommand } from '../../src/cli/migrate-command';
import { peopleCommand } from '../../src/cli/people-command';
import { registerCommand } from '../../src/cli/register-command';
import { restoreCommand } from '../../src/cli/restore-command';
import { routesCommand } from '../../src/cli/routes-command';
import { sampleCommand } from '../../src/cli/sample-command';
import { shipmentsCommand } from '../../src/cli/shipments-command';
import { withSettingsTable } from '../../scripts/settings-table';
import { documents, textOf } from '../support/documents';

const root = join(__dirname, '../..');
const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
const commands = [
  auditCommand(),
  backupCommand(),
  checkCommand(),
  depotsCommand(),
  doctorCommand(),
  keysCommand(),
  migrateCommand(),
  registerCommand(),
  routesCommand(),
  sampleCommand(),
  shipmentsCommand(),
  ...(['agent', 'supervisor', 'planner'] as const).map((role) => peopleCommand(role)),
  restoreCommand(),
];

/** All that a pattern's first group finds in a text, each once. */
const allOf = (text: string, pattern: RegExp) =>
  [...new Set(Array.from(text.matchAll(pattern), ([, found = '']) => found))].sort();

/** As GitHub makes them: "The rules, in order" is #the-rules-in-order. */
const anchorsOf = (page: string) =>
  allOf(textOf(page), /^#+ (.+)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\- ]/gu, '')
      .replaceAll(' ', '-'),
  );

describe.each(documents())('%s', (page) => {
  const text = textOf(page);

  it('links to what is there', () => {
    const links = allOf(text, /\]\((?!https?:)([^)\s]+)\)/g);
    const broken = links.filter((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? page : normalize(join(dirname(page), path));
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && !anchorsOf(target).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  it('names scripts that npm has, and files that are there', () => {
    const named = allOf(text, /\bnpm run (?:--silent )?([a-z][\w:-]*)/g);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    const files = allOf(text, /`((?:src|test|bench|scripts|sample|migrations|docs)\/[\w./-]+)`/g);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    const run = allOf(text, /npx (?:tsx|jest)(?: --[\w-]+)* ([\w/.-]+)/g);
    expect(run.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  it('names commands and options that klopt has', () => {
    const shown = allOf(
      text,
      /^(?:\$ )?(?:npm run --silent klopt --|klopt) ([a-z][^\n#`|]*(?:\\\n[^\n]*)?)/gm,
    );
    const mentioned = allOf(text, /`klopt ([a-z][^`…]*[a-zA-Z])`/g);
    const named = [...shown, ...mentioned];
    expect(named.flatMap((command) => whatIsWrongWith(command))).toEqual([]);
  });

  it('tells no path of a machine', () => {
    expect(text).not.toMatch(/\/(?:home|root|work|tmp|Users)\//);
  });
});

/** The words of a command line that klopt does not know: a command, or an option of it. */
function whatIsWrongWith(line: string): string[] {
  const words = line.split(/\s+/);
  let [command, below]: [Command | undefined, readonly Command[]] = [undefined, commands];
  while (below.length > 0) {
    const word = words.shift();
    command = below.find((one) => one.name() === word);
    if (command === undefined) return [String(word)];
    below = command.commands;
  }
  const options = command?.options.map(({ long }) => long) ?? [];
  return words.filter((word) => word.startsWith('--') && !options.includes(word));
}

describe('the settings', () => {
  it.each(['README.md', 'docs/configuration.md'])('are in %s as they are (npm run docs:config)', (page) => {
    expect(textOf(page)).toContain('KLOPT_PORT');
    expect(withSettingsTable(textOf(page))).toBe(textOf(page));
  });
});

describe('the decisions', () => {
  const pages = readdirSync(join(root, 'docs/adr')).filter((name) => /^\d/.test(name));

  it('are numbered without a gap, and all in the list', () => {
    expect(pages.map((name) => Number(name.slice(0, 4)))).toEqual(pages.map((_, index) => index + 1));
    expect(pages.filter((name) => !textOf('docs/adr/README.md').includes(`(${name})`))).toEqual([]);
  });

  it.each(pages)('%s says why, what, and what follows, on one page', (name) => {
    const text = textOf(join('docs/adr', name));
    expect(allOf(text, /^## (.+)$/gm)).toEqual(['Consequences', 'Context', 'Decision']);
    expect(text.split('\n').length).toBeLessThan(60);
  });
});
