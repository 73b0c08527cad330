import { Command } from 'commander';
import { systemClock } from '../clock';
import { readConfig, type Config } from '../config';
import type { Database } from '../database/open-database';
import { examineRegister } from './examine-register';
import { processTerminal, type Terminal } from './terminal';

/** One thing that was looked at: what it is like, or what to do about it. */
export interface Diagnosis {
  name: string;
  ok: boolean;
  detail: string;
}

/** A look at one part, given the configuration; may throw, with a sentence as its message. */
export interface Examination {
  name: string;
  examine: (config: Config) => Promise<string>;
}

/** What is looked at besides configuration and database. */
const examinations: readonly Examination[] = [{ name: 'register', examine: examineRegister }];

const clockMayDifferMs = 2_000;

/** `klopt doctor`: exits with 1 when anything is wrong. */
export function doctorCommand(terminal: Terminal = processTerminal): Command {
  return new Command('doctor')
    .description('find out what is wrong with this set-up')
    .option('--json', 'print as JSON')
    .action(async (options: { json?: boolean }) => {
      const checks = await diagnose(examinations);
      const ok = checks.every((diagnosis) => diagnosis.ok);
      terminal.answer(options.json ? JSON.stringify({ ok, checks }) : checks.map(inWords).join('\n'));
      if (!ok) process.exitCode = 1;
    });
}

/** Looks at everything that can be looked at: without a configuration, at nothing else. */
export async function diagnose(further: readonly Examination[]): Promise<Diagnosis[]> {
  let config: Config | undefined;
  const configuration = await look('configuration', () => {
    config = readConfig();
    return `${config.environment}; every setting is right`;
  });
  if (!config) return [configuration];
  const known = config;
  const others: Diagnosis[] = [];
  for (const { name, examine } of further) others.push(await look(name, () => examine(known)));
  return [configuration, ...(await lookAtDatabase(known)), ...others];
}

async function lookAtDatabase({ databaseUrl }: Config): Promise<Diagnosis[]> {
  const { openDatabase } = await import('../database/open-database.js');
  const { databaseName } = await import('../database/describe-database.js');
  let database: Database | undefined;
  const opened = await look('database', async () => {
    database = await openDatabase(databaseUrl);
    return `${databaseName(databaseUrl)} can be read and written`;
  });
  if (!database) return [opened];
  const reached = database;
  const found = [
    opened,
    await look('migrations', () => lookAtMigrations(reached)),
    await look('clock', () => lookAtClock(reached)),
  ];
  await reached.destroy();
  return found;
}

async function lookAtMigrations(database: Database): Promise<string> {
  const { migrationStatus } = await import('../database/migrate.js');
  const { applied, pending, unknown } = await migrationStatus(database);
  if (unknown.length > 0)
    throw new Error(`newer than this klopt (${unknown.join(', ')}): run the newer version`);
  const { dialectOf } = await import('../database/dialect.js');
  if (pending.length > 0 && dialectOf(database) === 'sqlite')
    return `${pending.length} to be applied at the next start`;
  if (pending.length > 0) throw new Error(`${pending.length} pending: run "klopt migrate"`);
  return `all ${applied.length} applied`;
}

async function lookAtClock(database: Database): Promise<string> {
  const { databaseTimeMs } = await import('../database/describe-database.js');
  const apartMs = Math.abs((await databaseTimeMs(database)) - systemClock.nowMs());
  if (apartMs <= clockMayDifferMs) return "agrees with the database's";
  throw new Error(`${Math.round(apartMs / 1000)} s apart from the database's: set both by NTP`);
}

async function look(name: string, work: () => string | Promise<string>): Promise<Diagnosis> {
  try {
    return { name, ok: true, detail: await work() };
  } catch (error) {
    return { name, ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

function inWords({ name, ok, detail }: Diagnosis): string {
  return `${ok ? 'ok   ' : 'WRONG'}  ${name}: ${detail}`;
}
