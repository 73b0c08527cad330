import { pipeline, Readable } from 'node:stream';
import Papa from 'papaparse';
import { type CsvForm, csvFormOf } from './check-text';

/** A CSV that is being read: how it is written, and its rows as they come, the header first. */
export interface OpenedCsv {
  form: CsvForm;
  rows: Readable;
}

/** Finds out how a CSV is written, and reads it row by row. */
export async function openCsv(text: AsyncIterable<string>): Promise<OpenedCsv> {
  const { beginning, all } = await beginningOf(text);
  const form = csvFormOf(beginning);
  // In its fast mode papaparse splits all that is left of a piece again after every 16 rows: 100 µs a row.
  const rows = Papa.parse(Papa.NODE_STREAM_INPUT, { delimiter: form.delimiter, fastMode: false });
  // What breaks ends the last of them, whose reader then tells.
  return { form, rows: pipeline(Readable.from(all), rows, () => undefined) };
}

/** Reads on to the end of the first line; `all` begins with what was read. */
async function beginningOf(text: AsyncIterable<string>) {
  const pieces = text[Symbol.asyncIterator]();
  let beginning = '';
  while (!beginning.includes('\n')) {
    const piece = await pieces.next();
    if (piece.done === true) break;
    beginning += piece.value;
  }
  async function* all(): AsyncGenerator<string> {
    yield beginning.replace(/^\uFEFF/, '');
    yield* { [Symbol.asyncIterator]: () => pieces };
  }
  return { beginning, all: all() };
}

// Papaparse's own pattern lets a formula with a line end in it through.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Rows as text in the form of a list; what a spreadsheet would take for a formula is made harmless by a "'". */
export function csvOf(rows: string[][], { delimiter, newline }: CsvForm): string {
  if (rows.length === 0) return '';
  return Papa.unparse(rows, { delimiter, newline, escapeFormulae: FORMULA }) + newline;
}

/** A cell as it was before it was made harmless. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}

export interface NumberedRow {
  /** The line that it begins at. */
  line: number;
  row: readonly string[];
}

/** The rows with the lines that they begin at; blank ones are left out. */
export async function* numbered(rows: AsyncIterable<readonly string[]>): AsyncGenerator<NumberedRow> {
  let line = 1;
  for await (const row of rows) {
    if (!isBlank(row)) yield { line, row };
    line += linesOf(row);
  }
}

/** How many lines of its list a row takes. */
export function linesOf(row: readonly string[]): number {
  return 1 + row.reduce((lines, cell) => lines + cell.split('\n').length - 1, 0);
}

export function isBlank(row: readonly string[]): boolean {
  return row.length === 1 && row[0]?.trim() === '';
}

/** What to say of a row of another length than the header. */
export function otherLength(found: number, expected: number): string {
  const [here, above] = [found, expected].map((count) => `${count} column${count === 1 ? '' : 's'}`);
  return `${here ?? ''} where the first line has ${above ?? ''}`;
}
