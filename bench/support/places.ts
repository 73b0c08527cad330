import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSampleEdition } from '../../test/support/sample-parts';
import { asItComes, startPostgres } from '../../test/support/start-postgres.mjs';
import type { Target } from './load';

export interface Started extends Target {
  stop: () => Promise<void>;
}

/** A bare Express 5 that inserts one row by knex, in a process of its own. */
export async function startReference(databaseUrl: string): Promise<Started> {
  const child = fork(join(__dirname, 'insert-server.ts'), [databaseUrl], {
    execArgv: process.execArgv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [url] = (await once(child, 'message')) as [string];
  const stop = async () => {
    child.kill();
    await once(child, 'exit');
  };
  return { url, headers: {}, stop };
}

/** Where the service and its reference keep what they write. */
export interface Place {
  kind: string;
  klopt: string;
  /** A file of SQLite has one process; the other has one beside it. */
  reference: string;
  edition: string;
}

/** Measures on SQLite, then on PostgreSQL as it comes. */
export async function onBoth(measure: (place: Place) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'klopt-bench-'));
  const edition = await writeSampleEdition(folder);
  const file = (name: string) => `sqlite:${join(folder, name)}`;
  await measure({
    kind: 'SQLite',
    klopt: file('klopt.sqlite'),
    reference: file('reference.sqlite'),
    edition,
  });
  const postgres = await startPostgres(asItComes);
  await measure({ kind: 'PostgreSQL', klopt: postgres.url, reference: postgres.url, edition });
  await postgres.stop();
  rmSync(folder, { recursive: true });
}
