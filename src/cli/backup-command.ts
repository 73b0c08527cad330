import { statSync } from 'node:fs';
import { Command } from 'commander';
import { systemClock } from '../clock';
import { showBuildProgress } from './build-progress';
import { inBytes } from './figures';
import { sqliteFile } from './sqlite-file';
import { processTerminal, type Terminal } from './terminal';

interface BackupOptions {
  out: string;
  force?: boolean;
}

/** `klopt backup`. */
export function backupCommand(terminal: Terminal = processTerminal): Command {
  return new Command('backup')
    .description('write a backup of the SQLite database; the service may go on meanwhile')
    .requiredOption('--out <file>', 'the backup to write')
    .option('--force', 'replace the file where there is one')
    .action(async ({ out, force }: BackupOptions) => {
      const file = await sqliteFile();
      const { backUpSqlite, placeAnew, placeInstead } = await import('../database/back-up-sqlite.js');
      const progress = showBuildProgress(terminal, systemClock);
      await backUpSqlite(file, out, force ? placeInstead : placeAnew, (bytesDone, bytesTotal) =>
        progress.show({ step: 'copying', bytesDone, bytesTotal }),
      ).finally(progress.end);
      terminal.answer(`${out} is a backup of ${file}: ${inBytes(statSync(out).size)}, and intact.`);
    });
}
