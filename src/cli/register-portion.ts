import { dialectOf } from '../database/dialect';
import type { Database } from '../database/open-database';
import { transaction } from '../database/transaction';
import { registerRow, type RowOutcome, type RowRegistration } from './register-row';

/**
 * Registers some rows, each for itself. On SQLite they share a transaction, as the disk is synced once for each.
 * PostgreSQL, which reads nothing more in a transaction once a row was refused, takes them one by one.
 */
export async function registerPortion(
  registration: RowRegistration,
  requests: readonly unknown[],
): Promise<RowOutcome[]> {
  const { database } = registration.dependencies;
  if (dialectOf(database) === 'postgres') return inTurn(requests, (one) => registerRow(registration, one));
  return transaction(database, (trx) =>
    inTurn(requests, (one) =>
      keptWhereRegistered(trx, (savepoint) => registerRow(on(registration, savepoint), one)),
    ),
  );
}

/** A row that was refused leaves nothing behind. */
async function keptWhereRegistered(
  trx: Database,
  register: (savepoint: Database) => Promise<RowOutcome>,
): Promise<RowOutcome> {
  const savepoint = await trx.transaction();
  const outcome = await register(savepoint);
  await (outcome.kind === 'registered' ? savepoint.commit() : savepoint.rollback());
  return outcome;
}

function on({ dependencies, ...registration }: RowRegistration, database: Database): RowRegistration {
  return { ...registration, dependencies: { ...dependencies, database } };
}

async function inTurn<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
