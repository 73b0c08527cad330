import type { Knex } from 'knex';
import { dialectOf } from './dialect';
import { notify } from './notifications';
import { isCounted, toStatement } from './postgres-writes';
import { preparedAs, rowsOf } from './prepared';
import { toStatements } from './sqlite-writes';
import type { Write } from './write';

/**
 * Writes several things within a transaction, all of them or none. On PostgreSQL they are one statement, which takes one round
 * trip in place of many: none may therefore write a row that another of them does, or depend on what another wrote. Elsewhere
 * they are done in this order, which is the one that references need.
 * Rejects where a row is there already (`isDuplicate`) or refers to none (`isUnknownReference`), and with what `orElse` throws:
 * then the transaction is to be undone.
 */
export async function writeTogether(trx: Knex.Transaction, writes: readonly Write[]): Promise<void> {
  const filled = writes.filter((write) => !('rows' in write) || write.rows.length > 0);
  if (filled.length === 0) return;
  await (dialectOf(trx) === 'postgres' ? writeAtOnce(trx, filled) : writeInTurn(trx, filled));
}

async function writeAtOnce(trx: Knex.Transaction, writes: readonly Write[]): Promise<void> {
  const { sql, bindings } = toStatement(writes);
  const [found] = rowsOf<Record<string, number>>(await trx.raw(sql, bindings).options(preparedAs(sql)));
  writes.filter(isCounted).forEach((write, index) => refuseNone(write, found?.[`w${index}`] ?? 0));
}

async function writeInTurn(trx: Knex.Transaction, writes: readonly Write[]): Promise<void> {
  for (const write of writes) {
    if ('notify' in write) await notify(trx, write.notify, write.payload);
    else refuseNone(write, await changesOf(trx, write));
  }
}

async function changesOf(trx: Knex, write: Parameters<typeof toStatements>[0]): Promise<number> {
  let found = 0;
  for (const { sql, bindings } of toStatements(write))
    found += (await trx.raw<{ changes: number }>(sql, bindings)).changes;
  return found;
}

function refuseNone(write: Write, found: number): void {
  if (found === 0 && isCounted(write)) write.orElse();
}
