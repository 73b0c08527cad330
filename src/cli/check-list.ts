import { pipeline, Readable, Transform } from 'node:stream';
import Papa from 'papaparse';
import { findEntryColumns, type EntryColumns } from './check-columns';
import { ADDED_COLUMNS, type CheckedRow } from './check-row';
import { type CsvForm, csvFormOf } from './check-text';
import { CommandFailed } from './command-failed';

export interface ListCheck {
  /** What errors call the list. */
  name: string;
  /** `column=field`, for columns whose names do not tell. */
  told: readonly string[];
  check: (row: readonly string[], columns: EntryColumns) => CheckedRow;
  /** Told of each row that was judged. */
  onRow: (row: CheckedRow) => void;
}

/** Rows that are written at once. */
const ROWS_A_PIECE = 500;
// Papaparse's own pattern lets a formula with a line end in it through.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * Checks the addresses of a CSV row by row, and gives back its text with what was found in columns behind its own. It
 * ends with a CommandFailed, naming the line, for a row of another length than the first.
 */
export async function checkList(text: AsyncIterable<string>, list: ListCheck): Promise<Readable> {
  const { beginning, all } = await beginningOf(text);
  const form = csvFormOf(beginning);
  // In its fast mode papaparse splits all that is left of a piece again after every 16 rows: 100 µs a row.
  const rows = Papa.parse(Papa.NODE_STREAM_INPUT, { delimiter: form.delimiter, fastMode: false });
  // What breaks ends the last of them, whose reader then tells.
  return pipeline(Readable.from(all), rows, checkedRows(list, form), () => undefined);
}

function checkedRows(list: ListCheck, form: CsvForm): Transform {
  const rows = new ListRows(list);
  let written: string[][] = [];
  let before: string = form.byteOrderMark;
  const write = (): string => {
    const csv = before + csvOf(written, form);
    before = '';
    written = [];
    return csv;
  };
  return new Transform({
    writableObjectMode: true,
    transform(row: string[], _encoding, done) {
      settle(done, () => {
        const added = rows.next(row);
        if (added !== null) written.push([...row, ...added]);
        return written.length < ROWS_A_PIECE ? undefined : write();
      });
    },
    flush(done) {
      settle(done, () => {
        if (rows.isEmpty) throw new CommandFailed(`${list.name} is empty.`);
        return write();
      });
    },
  });
}

function settle(done: (error: Error | null, text?: string) => void, work: () => string | undefined): void {
  let text: string | undefined;
  try {
    text = work();
  } catch (error) {
    done(error as Error);
    return;
  }
  done(null, text);
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

function csvOf(rows: string[][], { delimiter, newline }: CsvForm): string {
  if (rows.length === 0) return '';
  const csv = Papa.unparse(rows, { delimiter, newline, escapeFormulae: FORMULA });
  return csv + newline;
}

/** Follows the rows of a list: the header first, then addresses. */
class ListRows {
  private line = 1;
  private columns: EntryColumns | undefined;
  private count = 0;

  constructor(private readonly list: ListCheck) {}

  get isEmpty(): boolean {
    return this.columns === undefined;
  }

  /** The cells to be added to a row; null where it is blank. */
  next(row: readonly string[]): readonly string[] | null {
    const at = this.line;
    this.line += 1 + row.reduce((lines, cell) => lines + cell.split('\n').length - 1, 0);
    if (row.length === 1 && row[0]?.trim() === '') return null;
    if (this.columns === undefined) return this.header(row);
    if (row.length !== this.count) throw this.otherLength(at, row.length);
    const checked = this.list.check(row, this.columns);
    this.list.onRow(checked);
    return checked.cells;
  }

  private header(row: readonly string[]): readonly string[] {
    this.count = row.length;
    try {
      this.columns = findEntryColumns(row, this.list.told);
    } catch (error) {
      throw error instanceof CommandFailed ? new CommandFailed(`${this.list.name}, ${error.message}`) : error;
    }
    return ADDED_COLUMNS;
  }

  private otherLength(line: number, length: number): CommandFailed {
    const [found, expected] = [length, this.count].map((count) => `${count} column${count === 1 ? '' : 's'}`);
    return new CommandFailed(
      `${this.list.name}, line ${line}: ${found ?? ''} where the first line has ${expected ?? ''}.`,
    );
  }
}
