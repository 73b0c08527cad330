import type { Knex } from 'knex';
import { dialectOf } from './dialect';
import { notify } from './notifications';
import { isCounted, toStatement } from './postgres-writes';
import { preparedAs, rowsOf } from './prepared';
import { toStatements } from './sqlite-writes';
import type { Row, Write } from './write';

/**
 * Writes several things within a transaction, all of them or none. On PostgreSQL they are one statement, which takes one round
 * trip in place of many: none may therefore write a row that another of them does, or depend on what another wrote. Elsewhere
 * they are done in this order, which is the one that references need. Rows that are added to one table are written together,
 * where the last of them are.
 * Rejects where a row is there already (`isDuplicate`) or refers to none (`isUnknownReference`), and with what `orElse` throws:
 * then the transaction is to be undone.
 */
export async function writeTogether(trx: Knex.Transaction, writes: readonly Write[]): Promise<void> {
  const filled = gathered(writes.filter((write) => !('rows' in write) || write.rows.length > 0));
  if (filled.length === 0) return;
  await (dialectOf(trx) === 'postgres' ? writeAtOnce(trx, filled) : writeInTurn(trx, filled));
}

function gathered(writes: readonly Write[]): Write[] {
  const lastOf = new Map(writes.map((write) => [tableOf(write), write]));
  return writes.flatMap((write) => {
    const table = tableOf(write);
    if (table === null) return [write];
    if (lastOf.get(table) !== write) return [];
    return [{ ...write, rows: writes.flatMap((one) => (tableOf(one) === table ? rowsIn(one) : [])) }];
  });
}

/** Where rows are added, whatever is there; null for any other write. */
function tableOf(write: Write): string | null {
  return 'table' in write && write.unlessThere !== true ? write.table : null;
}

function rowsIn(write: Write): readonly Row[] {
  return 'table' in write ? write.rows : [];
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
