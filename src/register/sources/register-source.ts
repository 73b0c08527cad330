import { accessSync, constants, statSync } from 'node:fs';
import { readBagExtract } from './bag-source';
import { isCsv, readCsv } from './csv-source';
import type { RegisterSink, SourceOptions, SourceSummary } from './register-sink';
import { SourceError } from './source-error';

/** The size of a source in bytes. Throws SourceError where there is no such file, or it cannot be read. */
export function sizeOfSource(path: string): number {
  try {
    accessSync(path, constants.R_OK);
    const found = statSync(path);
    if (found.isFile()) return found.size;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new SourceError(
      code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read (${String(code)}).`,
    );
  }
  throw new SourceError(`${path} is not a file.`);
}

/** Reads a source of any kind, told by its name. Throws SourceError, which names the file and the place in it. */
export async function readSource(
  path: string,
  sink: RegisterSink,
  options: SourceOptions,
): Promise<SourceSummary> {
  if (isCsv(path)) return readCsv(path, sink, options);
  if (!/\.zip$/i.test(path)) {
    throw new SourceError(`${path} is no source: give an official BAG extract (.zip) or a .csv or .csv.gz.`);
  }
  try {
    return await readBagExtract(path, sink, options);
  } catch (error) {
    throw new SourceError(`${(error as Error).message}.`, { cause: error });
  }
}
