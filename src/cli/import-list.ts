import { CommandFailed } from './command-failed';
import { numbered, otherLength, plainCell, type NumberedRow } from './csv-list';
import { findShipmentColumns, type ShipmentColumns, type ShipmentField } from './import-columns';
import { requestOf } from './import-row';
import type { Mistake, RowOutcome } from './register-row';

/** A list of shipments, and what to do with the request that each row is. */
export interface ListImport {
  /** What errors call the list. */
  name: string;
  /** `column=field`, for columns whose names do not tell. */
  told: readonly string[];
  /** Registers the requests of some rows, and tells of each what became of it. */
  register: (requests: readonly unknown[]) => Promise<RowOutcome[]>;
}

/** A row that was dealt with; of mistakes, the names of their columns as the list has them. */
export interface ImportedRow extends NumberedRow {
  outcome: RowOutcome;
}

export interface ImportedList {
  header: readonly string[];
  rows: AsyncGenerator<ImportedRow>;
}

/**
 * Registers the rows of a list, a few at a time, as they are asked for. Throws CommandFailed where the header is none; a row
 * that is wrong is rejected, and spoils only itself.
 */
export async function importList(
  text: AsyncIterable<readonly string[]>,
  list: ListImport,
): Promise<ImportedList> {
  const numberedRows = numbered(text);
  const first = await numberedRows.next();
  if (first.done === true) throw new CommandFailed(`${list.name} is empty.`);
  const header = first.value.row;
  const columns = columnsOf(header, list);
  return { header, rows: imported(numberedRows, { header, columns, list }) };
}

function columnsOf(header: readonly string[], { name, told }: ListImport): ShipmentColumns {
  try {
    return findShipmentColumns(header, told);
  } catch (error) {
    throw error instanceof CommandFailed ? new CommandFailed(`${name}, ${error.message}`) : error;
  }
}

interface Reading {
  header: readonly string[];
  columns: ShipmentColumns;
  list: ListImport;
}

/** Few enough that whoever else writes meanwhile need not wait. */
const ROWS_AT_ONCE = 25;

async function* imported(rows: AsyncIterable<NumberedRow>, reading: Reading): AsyncGenerator<ImportedRow> {
  let portion: NumberedRow[] = [];
  for await (const row of rows) {
    portion.push(row);
    if (portion.length < ROWS_AT_ONCE) continue;
    yield* await importPortion(portion, reading);
    portion = [];
  }
  yield* await importPortion(portion, reading);
}

async function importPortion(
  rows: readonly NumberedRow[],
  { header, columns, list }: Reading,
): Promise<ImportedRow[]> {
  const fitting = rows.filter(({ row }) => row.length === header.length);
  const outcomes = await list.register(fitting.map(({ row }) => requestOf(row.map(plainCell), columns)));
  const ofRow = new Map(fitting.map(({ line }, at) => [line, outcomes[at]]));
  return rows.map(({ line, row }) => {
    const outcome = ofRow.get(line) ?? notFitting(row.length, header.length);
    return { line, row, outcome: atColumns(outcome, header, columns) };
  });
}

function notFitting(found: number, expected: number): RowOutcome {
  return { kind: 'rejected', mistakes: [{ field: null, message: `${otherLength(found, expected)}.` }] };
}

/** Mistakes by the names of their columns, where the list has one for them. */
function atColumns(outcome: RowOutcome, header: readonly string[], columns: ShipmentColumns): RowOutcome {
  if (outcome.kind !== 'rejected') return outcome;
  const mistakes = outcome.mistakes.map(({ field, message }) => {
    const at = field === null ? undefined : columns[field as ShipmentField];
    return { field: at === undefined ? field : (header[at] ?? field), message };
  });
  return { ...outcome, mistakes };
}

/** Everything that is wrong with a row, in a line; what is wrong with several columns is said once. */
export function mistakesInWords(mistakes: readonly Mistake[]): string {
  const fieldsOf = new Map<string, string[]>();
  for (const { field, message } of mistakes)
    fieldsOf.set(message, [...(fieldsOf.get(message) ?? []), ...(field === null ? [] : [field])]);
  return [...fieldsOf]
    .map(([message, fields]) => (fields.length === 0 ? message : `${fields.join(', ')}: ${message}`))
    .join(' ');
}
