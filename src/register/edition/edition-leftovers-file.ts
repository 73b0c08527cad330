import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Where this process writes an edition until it is whole. */
export function temporaryPath(path: string): string {
  return `${path}.${String(process.pid)}.part`;
}

/** Removes what builds of this edition left behind that were killed while they wrote: 22 MB each for the nation. */
export function removeLeftovers(path: string): void {
  const folder = dirname(path);
  for (const name of readdirSync(folder)) {
    const pid = pidOfWriter(name, basename(path));
    if (pid !== null && !isRunning(pid)) rmSync(join(folder, name), { force: true });
  }
}

function pidOfWriter(name: string, edition: string): number | null {
  if (!name.startsWith(`${edition}.`)) return null;
  const [, pid] = /^\.(\d{1,10})\.part$/.exec(name.slice(edition.length)) ?? [];
  return pid === undefined ? null : Number(pid);
}

/** Signal 0 only asks; a process of another user answers EPERM, and runs. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
