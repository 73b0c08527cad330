import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Knex } from 'knex';
import { systemClock } from '../clock';
import { errorCodeOf } from './database-error';

type Work<Result> = (trx: Knex.Transaction) => Promise<Result>;

/** A transaction that waits for its turn, and then for the commit that it shares. */
interface Waiting {
  /** Does its work in a savepoint; false where that was undone, which its caller knows by then. */
  run: (trx: Knex.Transaction) => Promise<boolean>;
  committed: () => void;
  undone: (error: unknown) => void;
}

interface Line {
  waiting: Waiting[];
  isMoving: boolean;
}

/** SQLite works on this thread: checks wait meanwhile. Of 32 approvals at once 6 or 7 share a commit then. */
const LONGEST_MS = 20;

const lines = new WeakMap<Knex, Line>();
const afterwards = new WeakMap<Knex.Transaction, (() => void)[]>();

/** Has something told once a transaction of SQLite has committed; never where its work was undone. */
export function afterCommit(trx: Knex.Transaction, tell: () => void): void {
  const told = afterwards.get(trx);
  if (told !== undefined) told.push(tell);
  else void trx.executionPromise.then(tell, () => undefined);
}

/**
 * Does a transaction of SQLite together with those that come in meanwhile, one after the other, each undone by itself where it
 * fails: they share a commit, and with that the syncing of the disk, which took 4 of the 7 ms of an approval. Each is
 * answered when the disk has it.
 */
export function withSharedCommit<Result>(database: Knex, work: Work<Result>): Promise<Result> {
  const line = lines.get(database) ?? { waiting: [], isMoving: false };
  lines.set(database, line);
  return new Promise((resolve, reject) => {
    line.waiting.push(waitingFor(work, resolve, reject));
    if (!line.isMoving) void move(database, line);
  });
}

function waitingFor<Result>(
  work: Work<Result>,
  resolve: (result: Result) => void,
  undone: (error: unknown) => void,
): Waiting {
  let result: Result;
  return {
    async run(trx) {
      const told = afterwards.get(trx) ?? [];
      const toldBefore = told.length;
      await trx.raw('SAVEPOINT work');
      try {
        result = await work(trx);
      } catch (error) {
        undone(error);
        if (endsAll(error)) throw error;
        await trx.raw('ROLLBACK TO work');
        told.length = toldBefore;
        return false;
      }
      await trx.raw('RELEASE work');
      return true;
    },
    committed: () => resolve(result),
    undone,
  };
}

/** Where the disk is full or fails, SQLite may have undone the whole transaction by itself, and a savepoint would begin another. */
function endsAll(error: unknown): boolean {
  const code = errorCodeOf(error);
  return code.startsWith('SQLITE_') && !code.startsWith('SQLITE_CONSTRAINT');
}

async function move(database: Knex, line: Line): Promise<void> {
  line.isMoving = true;
  while (line.waiting.length > 0) await commitNext(database, line);
  line.isMoving = false;
}

async function commitNext(database: Knex, line: Line): Promise<void> {
  // Requests that came in during the last commit get a turn first, and those that write come along.
  await nextTurn();
  const tried: Waiting[] = [];
  const done: Waiting[] = [];
  const told: (() => void)[] = [];
  try {
    await database.transaction(async (trx) => {
      afterwards.set(trx, told);
      const untilMs = systemClock.monotonicMs() + LONGEST_MS;
      do {
        const next = line.waiting.shift();
        if (next === undefined) return;
        tried.push(next);
        if (await next.run(trx)) done.push(next);
      } while (systemClock.monotonicMs() < untilMs);
    });
    for (const { committed } of done) committed();
    for (const tell of told) tell();
  } catch (error) {
    // Where it did not even begin, all are told: each tries again in its own time.
    for (const { undone } of tried.length > 0 ? tried : line.waiting.splice(0)) undone(error);
  }
}
