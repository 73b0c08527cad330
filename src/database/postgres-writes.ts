import type { Insert, Notice, Update, UpdateEach, Deletion, Where, Write } from './write';

/** Whether it matters how many rows it found. */
export function isCounted(write: Write): write is Required<Update> {
  return 'update' in write && write.orElse !== undefined;
}

interface Sql {
  sql: string;
  bindings: string[];
}

/**
 * Writes as one statement, whose one row holds how many rows were found, where that matters: `w0` for the first such. Rows are
 * one parameter a table, which takes a fifth less of this process than one for each value, and leaves the words of the
 * statement the same for any number of them.
 */
export function toStatement(writes: readonly Write[]): Sql {
  const counted = writes.filter(isCounted);
  const others = writes.filter((write): write is Step => !isCounted(write) && !('notify' in write));
  const notices = writes.filter((write): write is Notice => 'notify' in write);
  const steps = [
    ...counted.map((write, index) => ({ ...stepOf(write), name: `w${index}`, returning: ' RETURNING 1' })),
    ...others.map((write, index) => ({ ...stepOf(write), name: `o${index}`, returning: '' })),
  ];
  const selected = [
    '1',
    ...counted.map((_, index) => `(SELECT count(*) FROM w${index}) AS w${index}`),
    ...notices.map(() => 'pg_notify(?, ?)'),
  ];
  const begin = steps.map(({ name, sql, returning }) => `${name} AS (${sql}${returning})`).join(', ');
  return {
    sql: `${begin === '' ? '' : `WITH ${begin} `}SELECT ${selected.join(', ')}`,
    bindings: [
      ...steps.flatMap(({ bindings }) => bindings),
      ...notices.flatMap(({ notify, payload }) => [notify, payload]),
    ],
  };
}

type Step = Exclude<Write, Notice>;

function stepOf(write: Step): Sql {
  if ('update' in write) return updateStep(write);
  if ('updateEach' in write) return updateEachStep(write);
  return 'deleteFrom' in write ? deleteStep(write) : insertStep(write);
}

function insertStep({ table, rows, unlessThere }: Insert): Sql {
  const columns = columnsOf(rows[0]).join(', ');
  const conflict = unlessThere === true ? ' ON CONFLICT DO NOTHING' : '';
  const given = `json_populate_recordset(NULL::"${table}", ?::json)`;
  const sql = `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM ${given}${conflict}`;
  return { sql, bindings: [jsonOf(rows)] };
}

function updateStep({ update: table, set, where }: Update): Sql {
  const { sql, bindings } = conditionOf(table, where);
  const given = `json_populate_record(NULL::"${table}", ?::json) AS given`;
  return {
    sql: `UPDATE "${table}" SET ${settingOf(columnsOf(set))} FROM ${given} WHERE ${sql}`,
    bindings: [jsonOf(set), ...bindings],
  };
}

function updateEachStep({ updateEach: table, rows, where }: UpdateEach): Sql {
  const { sql, bindings } = conditionOf(table, where);
  const set = settingOf(columnsOf(rows[0]).filter((column) => column !== '"id"'));
  const given = `json_populate_recordset(NULL::"${table}", ?::json) AS given`;
  return {
    sql: `UPDATE "${table}" SET ${set} FROM ${given} WHERE "${table}"."id" = given."id" AND ${sql}`,
    bindings: [jsonOf(rows), ...bindings],
  };
}

function deleteStep({ deleteFrom: table, where }: Deletion): Sql {
  const { sql, bindings } = conditionOf(table, where);
  return { sql: `DELETE FROM "${table}" WHERE ${sql}`, bindings };
}

function conditionOf(table: string, where: Where): Sql {
  const conditions = Object.entries(where).map(([name, value]) => {
    const column = `"${table}"."${name}"`;
    if (value === null) return { sql: `${column} IS NULL`, bindings: [] };
    if (typeof value !== 'object') return { sql: `${column} = ?`, bindings: [String(value)] };
    const sql = `${column} = ANY(ARRAY(SELECT json_array_elements_text(?::json)))`;
    return { sql, bindings: [JSON.stringify(value)] };
  });
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    bindings: conditions.flatMap(({ bindings }) => bindings),
  };
}

function settingOf(columns: readonly string[]): string {
  return columns.map((column) => `${column} = given.${column}`).join(', ');
}

function columnsOf(row: object = {}): string[] {
  return Object.keys(row).map((column) => `"${column}"`);
}

/** Halves of characters, which PostgreSQL takes in no JSON, become the character that says so, as they do elsewhere. */
function jsonOf(rows: unknown): string {
  const json = JSON.stringify(rows);
  if (!json.includes('\\ud')) return json;
  return JSON.stringify(rows, (_, value: unknown) =>
    typeof value === 'string' ? value.replaceAll(/\p{Surrogate}/gu, '\ufffd') : value,
  );
}
