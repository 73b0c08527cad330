import { Readable } from 'node:stream';
import { shopNamed } from '../access/shop-named';
import { systemClock as clock } from '../clock';
import { errorCodeOf, isDatabaseUnavailable } from '../database/database-error';
import type { ShopCaller } from '../http/caller';
import type { Language } from '../http/language';
import { openList, refuseUnwritable, writeList } from './check-file';
import { countLines, decodeList, type Encoding } from './check-text';
import { CommandFailed } from './command-failed';
import { openCsv } from './csv-list';
import { inThousands } from './figures';
import { importList, type ImportedRow } from './import-list';
import { ImportCounts } from './import-summary';
import { showProgress } from './progress';
import { registerPortion } from './register-portion';
import { rejectedList } from './rejected-list';
import type { Terminal } from './terminal';
import { type ShipmentsAtHand, withShipments } from './with-shipments';

export interface FileImport {
  path: string;
  shop: string;
  out: string | undefined;
  /** `column=field`, for columns whose names do not tell. */
  told: readonly string[];
  encoding: Encoding;
  language: Language;
}

/** Registers the shipments of a list, and writes the rows that were rejected where they are asked for. */
export async function importFile(asked: FileImport, terminal: Terminal): Promise<ImportCounts> {
  if (asked.out !== undefined) refuseUnwritable(asked.out, asked.path);
  const linesTotal = await surveyLines(asked);
  return withShipments((shipments) => importInto(shipments, asked, { terminal, linesTotal }));
}

/** Reads the list to its end, so that one of another encoding is found before anything is registered. */
async function surveyLines({ path, encoding }: FileImport): Promise<number | null> {
  if (path === '-') return null;
  let lines = 1;
  for await (const text of decodeList(openList(path).bytes, path, encoding)) lines += countLines(text);
  return lines;
}

async function importInto(
  dependencies: ShipmentsAtHand,
  { path, shop, out, told, encoding, language }: FileImport,
  { terminal, linesTotal }: { terminal: Terminal; linesTotal: number | null },
): Promise<ImportCounts> {
  const caller = callerOf((await shopNamed(dependencies.database, shop)).id);
  const { name, bytes } = openList(path);
  const csv = await openCsv(decodeList(bytes, name, encoding));
  const register = (requests: readonly unknown[]) =>
    registerPortion({ dependencies, caller, language }, requests);
  const list = await importList(csv.rows, { name, told, register });
  const progress = showProgress(terminal, clock, inThousands);
  const counts = await counted(list.rows, (line) =>
    progress.show({ step: 'registering', done: line, total: linesTotal }),
  ).finally(progress.end);
  if (out !== undefined)
    await writeList(out, Readable.from([rejectedList(list.header, counts.rejected, csv.form)]));
  return counts;
}

/** The shop, whose shipments are registered here by whoever runs the service. */
function callerOf(shopId: string): ShopCaller {
  return { kind: 'secret', shopId, keyId: 'operator', test: false, scopes: new Set(['shipments']) };
}

async function counted(
  rows: AsyncIterable<ImportedRow>,
  onLine: (line: number) => void,
): Promise<ImportCounts> {
  const counts = new ImportCounts();
  try {
    for await (const imported of rows) {
      counts.add(imported);
      onLine(imported.line);
    }
  } catch (error) {
    throw stopped(error, counts.rows);
  }
  return counts;
}

/** In our own words: an error of the database quotes what it was given, names and addresses too. */
function stopped(error: unknown, rows: number): Error {
  if (error instanceof CommandFailed) return error;
  const why = isDatabaseUnavailable(error) ? 'The database went away' : `This went wrong: ${nameOf(error)}`;
  return new CommandFailed(
    `${why}, after ${inThousands(rows)} rows. They stay registered: run it again, and it goes on from there.`,
  );
}

function nameOf(error: unknown): string {
  return errorCodeOf(error) || (error instanceof Error ? error.name : typeof error);
}
