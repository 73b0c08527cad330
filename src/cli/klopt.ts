#!/usr/bin/env node
import { Command } from 'commander';
import { auditCommand } from './audit-command';
import { backupCommand } from './backup-command';
import { checkCommand } from './check-command';
import { CommandFailed } from './command-failed';
import { depotsCommand } from './depots-command';
import { doctorCommand } from './doctor-command';
import { keysCommand } from './keys-command';
import { migrateCommand } from './migrate-command';
import { peopleCommand } from './people-command';
import { registerCommand } from './register-command';
import { restoreCommand } from './restore-command';
import { routesCommand } from './routes-command';
import { sampleCommand } from './sample-command';
import { shipmentsCommand } from './shipments-command';

// A command's own module is light; what it needs is read when it runs.
const commands = [
  checkCommand(),
  registerCommand(),
  keysCommand(),
  depotsCommand(),
  peopleCommand('agent'),
  peopleCommand('supervisor'),
  peopleCommand('planner'),
  shipmentsCommand(),
  routesCommand(),
  sampleCommand(),
  migrateCommand(),
  auditCommand(),
  backupCommand(),
  restoreCommand(),
  doctorCommand(),
];

const wrongUsage = 2;

// Errors whose message is a sentence for the person at the keyboard; of others, where they come from is needed too.
const speakable = new Set([
  'BackupError',
  'ConfigError',
  'DatabaseUnavailable',
  'DepotRefused',
  'EditionError',
  'KeyRefused',
  'PersonRefused',
  'ShopUnknown',
  'SourceError',
  'TownTooSmall',
]);

function program(): Command {
  const klopt = new Command('klopt').description('Address checks on the national register.');
  for (const command of commands) klopt.addCommand(command);
  return throwing(klopt);
}

/** Lets a command, and those below it, throw where it would end the process with 1 for everything. */
function throwing(command: Command): Command {
  for (const below of command.commands) throwing(below);
  return command.exitOverride().showHelpAfterError('Add --help to see what is possible.');
}

/** 0 for help, 1 where the command failed, 2 where it was called wrongly. */
function exitCodeOf(error: unknown): number {
  if (isCommanderError(error)) return error.exitCode === 0 ? 0 : wrongUsage;
  const known = error instanceof CommandFailed || (error instanceof Error && speakable.has(error.name));
  process.stderr.write(`${known ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  return 1;
}

function isCommanderError(error: unknown): error is Error & { exitCode: number } {
  return error instanceof Error && 'exitCode' in error && 'code' in error;
}

program()
  .parseAsync()
  .catch((error: unknown) => {
    process.exitCode = exitCodeOf(error);
  });
