import type { Deletion, Insert, Notice, Update, UpdateEach, Value, Where, Write } from './write';

interface Sql {
  sql: string;
  bindings: Value[];
}

/** The statements that a write is, one after the other. */
export function toStatements(write: Exclude<Write, Notice>): Sql[] {
  if ('update' in write) return [updateOf(write)];
  if ('updateEach' in write) return updatesOf(write);
  return 'deleteFrom' in write ? [deletionOf(write)] : [insertOf(write)];
}

function insertOf({ table, rows, unlessThere }: Insert): Sql {
  const columns = Object.keys(rows[0] ?? {});
  const tuple = `(${columns.map(() => '?').join(', ')})`;
  const conflict = unlessThere === true ? ' ON CONFLICT DO NOTHING' : '';
  return {
    sql: `INSERT INTO "${table}" ("${columns.join('", "')}") VALUES ${rows.map(() => tuple).join(', ')}${conflict}`,
    bindings: rows.flatMap((row) => columns.map((column) => row[column] ?? null)),
  };
}

function updateOf({ update: table, set, where }: Pick<Update, 'update' | 'set' | 'where'>): Sql {
  const { sql, bindings } = conditionOf(where);
  const columns = Object.keys(set).map((column) => `"${column}" = ?`);
  return {
    sql: `UPDATE "${table}" SET ${columns.join(', ')} WHERE ${sql}`,
    bindings: [...Object.values(set), ...bindings],
  };
}

function updatesOf({ updateEach: update, rows, where }: UpdateEach): Sql[] {
  return rows.map(({ id = null, ...set }) => updateOf({ update, set, where: { id, ...where } }));
}

function deletionOf({ deleteFrom: table, where }: Deletion): Sql {
  const { sql, bindings } = conditionOf(where);
  return { sql: `DELETE FROM "${table}" WHERE ${sql}`, bindings };
}

function conditionOf(where: Where): Sql {
  const conditions = Object.entries(where).map(([name, value]): Sql => {
    if (value === null) return { sql: `"${name}" IS NULL`, bindings: [] };
    if (typeof value !== 'object') return { sql: `"${name}" = ?`, bindings: [value] };
    return { sql: `"${name}" IN (SELECT value FROM json_each(?))`, bindings: [JSON.stringify(value)] };
  });
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    bindings: conditions.flatMap(({ bindings }) => bindings),
  };
}
