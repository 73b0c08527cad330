import { Command } from 'commander';
import type { MigrationStatus } from '../database/migrate';
import { processTerminal, type Terminal } from './terminal';
import { withUnpreparedDatabase } from './with-database';

/** `klopt migrate [--status]`. */
export function migrateCommand(terminal: Terminal = processTerminal): Command {
  return new Command('migrate')
    .description('bring the database up to date')
    .option('--status', 'only show what has been applied, and what has not')
    .option('--json', 'print as JSON')
    .action(async (options: { status?: boolean; json?: boolean }) => {
      const { data, words } = options.status ? await status() : await apply();
      terminal.answer(options.json ? JSON.stringify(data) : words);
    });
}

interface Told {
  data: unknown;
  words: string;
}

async function status(): Promise<Told> {
  const { migrationStatus } = await import('../database/migrate.js');
  const found = await withUnpreparedDatabase((database) => migrationStatus(database));
  return { data: found, words: inWords(found) };
}

async function apply(): Promise<Told> {
  const { migrate } = await import('../database/migrate.js');
  const applied = await withUnpreparedDatabase((database) => migrate(database));
  const words =
    applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'The database was up to date already.';
  return { data: { applied }, words };
}

function inWords({ applied, pending, unknown }: MigrationStatus): string {
  const lines = [...applied.map((name) => `applied  ${name}`), ...pending.map((name) => `pending  ${name}`)];
  if (pending.length > 0) lines.push('To apply what is pending: klopt migrate');
  if (unknown.length > 0) lines.push(`The database is newer than this klopt: it has ${unknown.join(', ')}.`);
  return lines.join('\n');
}
