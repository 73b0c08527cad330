import { Command } from 'commander';
import { systemClock } from '../clock';
import type { Restored } from '../database/restore-sqlite';
import { showBuildProgress } from './build-progress';
import { sqliteFile } from './sqlite-file';
import { processTerminal, type Terminal } from './terminal';

/** `klopt restore`. */
export function restoreCommand(terminal: Terminal = processTerminal): Command {
  return new Command('restore')
    .description('put a backup in the place of the SQLite database; stop the service first')
    .argument('<file>', 'a backup that "klopt backup" wrote')
    .action(async (backup: string) => {
      const file = await sqliteFile();
      const { restoreSqlite } = await import('../database/restore-sqlite.js');
      const progress = showBuildProgress(terminal, systemClock);
      const onCopied = (bytesDone: number, bytesTotal: number) =>
        progress.show({ step: 'copying', bytesDone, bytesTotal });
      const restored = await restoreSqlite(backup, file, { atMs: systemClock.nowMs(), onCopied }).finally(
        progress.end,
      );
      terminal.answer([`${file} is now as in ${backup}, which is intact.`, ...remarks(restored)].join('\n'));
    });
}

function remarks({ replaced, pending, mayBeInUse }: Restored): string[] {
  const lines = [];
  if (pending.length > 0) lines.push(`It is older: the next start applies ${pending.join(', ')}.`);
  if (replaced !== null)
    lines.push(
      `What it was before is kept in ${replaced}: remove it when all is well, there are addresses in it.`,
    );
  if (mayBeInUse)
    lines.push(
      'That is too damaged to tell whether a service has it open: if one runs, stop it and start it anew.',
    );
  return [...lines, 'Before the service starts: klopt audit verify'];
}
