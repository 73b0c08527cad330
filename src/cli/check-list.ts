import { pipeline, type Readable, Transform } from 'node:stream';
import { findEntryColumns, type EntryColumns } from './check-columns';
import { ADDED_COLUMNS, type CheckedRow } from './check-row';
import type { CsvForm } from './check-text';
import { CommandFailed } from './command-failed';
import { csvOf, isBlank, linesOf, openCsv, otherLength } from './csv-list';

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

/**
 * Checks the addresses of a CSV row by row, and gives back its text with what was found in columns behind its own. It
 * ends with a CommandFailed, naming the line, for a row of another length than the first.
 */
export async function checkList(text: AsyncIterable<string>, list: ListCheck): Promise<Readable> {
  const { form, rows } = await openCsv(text);
  // What breaks ends the last of them, whose reader then tells.
  return pipeline(rows, checkedRows(list, form), () => undefined);
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
    this.line += linesOf(row);
    if (isBlank(row)) return null;
    if (this.columns === undefined) return this.header(row);
    if (row.length !== this.count)
      throw new CommandFailed(`${this.list.name}, line ${at}: ${otherLength(row.length, this.count)}.`);
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
}
