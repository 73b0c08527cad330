import { createReadStream, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import Papa from 'papaparse';
import type { CsvColumns } from './csv-columns';
import { findColumns, missingColumns } from './csv-columns';
import { joinAddition } from '../names/house-number';
import type { PostcodeCode } from '../names/postcode';
import { parsePostcode } from '../names/postcode';
import type { RegisterSink, SourceOptions, SourceSummary } from './register-sink';
import { SourceError } from './source-error';

export function isCsv(path: string): boolean {
  return /\.csv(\.gz)?$/i.test(path);
}

/**
 * Reads a CSV of addresses, gzipped or not, with `,` or `;`, and Dutch or English column names.
 * Throws SourceError for a truncated file, a line of another length or a missing column.
 */
export async function readCsv(
  path: string,
  sink: RegisterSink,
  options: SourceOptions,
): Promise<SourceSummary> {
  const bytes = createReadStream(path);
  const size = statSync(path).size;
  bytes.on('data', () => options.onProgress(bytes.bytesRead, size));
  const rows = Papa.parse(Papa.NODE_STREAM_INPUT, {});
  const reader = new CsvReader(path, sink, options);
  rows.on('data', (row: string[]) => {
    try {
      reader.read(row);
    } catch (error) {
      rows.destroy(error as Error);
    }
  });
  try {
    // Papaparse decodes each piece by itself, which breaks a letter that two pieces share: it gets text.
    await (path.endsWith('.gz')
      ? pipeline(bytes, createGunzip({ chunkSize: 1 << 20 }).setEncoding('utf8'), rows)
      : pipeline(bytes.setEncoding('utf8'), rows));
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw new SourceError(`${path}, after line ${reader.line}: ${(error as Error).message}.`);
  }
  if (reader.isEmpty) throw new SourceError(`${path} is empty.`);
  return { kind: 'CSV', date: dateInName(path) };
}

class CsvReader {
  line = 0;
  private columns: CsvColumns | null = null;
  private street = 0;
  private streetText = '';
  private cityText = '';
  private postcode: PostcodeCode | null = 0;
  private postcodeText = '';

  constructor(
    private readonly path: string,
    private readonly sink: RegisterSink,
    private readonly options: SourceOptions,
  ) {}

  get isEmpty(): boolean {
    return this.columns === null;
  }

  read(row: readonly string[]): void {
    this.line++;
    if (row.length === 1 && row[0]?.trim() === '') return;
    if (this.columns === null) this.columns = this.header(row);
    else this.address(row, this.columns);
  }

  private header(row: readonly string[]): CsvColumns {
    const columns = findColumns(row);
    const missing = missingColumns(columns, ['street', 'houseNumber', 'postcode', 'city']);
    if (missing.length > 0)
      throw new SourceError(`${this.path}, line 1: no column ${missing.join('; no column ')}.`);
    return columns;
  }

  private address(row: readonly string[], columns: CsvColumns): void {
    if (row.length !== columns.count) {
      throw new SourceError(
        `${this.path}, line ${this.line}: ${row.length} columns where the first line has ${columns.count}.`,
      );
    }
    const cell = (column: keyof CsvColumns) => row[columns[column]]?.trim() ?? '';
    const postcode = this.findPostcode(cell('postcode'));
    if (postcode === null || cell('street') === '' || cell('city') === '') {
      this.sink.leaveOut(
        postcode === null ? 'postcode is not of the form 1234AB' : 'street or city is empty',
      );
      return;
    }
    const street = this.findStreet(cell('street'), cell('city'));
    const knowsAdditions = columns.houseLetter >= 0 || columns.addition >= 0;
    const addition = knowsAdditions ? joinAddition(cell('houseLetter'), cell('addition')) : null;
    this.sink.address({ street, postcode, houseNumber: Number(cell('houseNumber')), addition });
    if (this.options.coordinates && cell('latitude') !== '') {
      this.sink.position(street, postcode, Number(cell('latitude')), Number(cell('longitude')));
    }
  }

  /** Rows of one postcode mostly follow each other too; 0 is none, null no postcode. */
  private findPostcode(text: string): PostcodeCode | null {
    if (text === this.postcodeText) return this.postcode;
    this.postcode = text === '' ? 0 : parsePostcode(text);
    this.postcodeText = text;
    return this.postcode;
  }

  /** Rows of one street mostly follow each other. */
  private findStreet(street: string, city: string): number {
    if (street === this.streetText && city === this.cityText) return this.street;
    this.streetText = detached(street);
    this.cityText = detached(city);
    this.street = this.sink.street(this.sink.place(this.cityText), this.streetText);
    return this.street;
  }
}

/** A cell is a slice of the chunk it was read in and would keep it in memory: 500 MB for the nation. */
function detached(cell: string): string {
  return Buffer.from(cell).toString();
}

/** "…-2025-07.csv.gz" → 2025-07-01; null where the name tells no date. */
function dateInName(path: string): string | null {
  const [, year, month, day = '01'] = /(\d{4})-(\d{2})(?:-(\d{2}))?\.csv/.exec(path) ?? [];
  return year === undefined || month === undefined ? null : `${year}-${month}-${day}`;
}
