import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../clock';
import { buildRegister } from './compile/build-register';
import { describeEdition } from './edition/edition-file';
import { sampleNotice } from './sample-notice';
import { SourceError } from './sources/source-error';

/** Where the sample's edition lies, beside the default database. */
export const SAMPLE_EDITION = 'data/sample.edition';

// Beside the compiled code, or (run from source) where the build left it.
const EXTRACT_PLACES = ['../../sample/bag-sample.zip', '../../dist/sample/bag-sample.zip'];

/** Said wherever the service runs on the sample. */
export const SAMPLE_NOTICE = sampleNotice.en;

/**
 * Builds the sample's edition by the very import that the official register goes through, unless it is there
 * already; returns its path. Throws SourceError where the project was not built.
 */
export async function ensureSampleEdition(
  clock: Clock,
  out: string = SAMPLE_EDITION,
  extract: string = findExtract(),
): Promise<string> {
  if (isUpToDate(out, extract)) return out;
  const request = { sources: [extract], out, coordinates: true, sample: true };
  await buildRegister(request, { clock, onProgress: () => undefined });
  return out;
}

function findExtract(): string {
  const found = EXTRACT_PLACES.map((place) => join(__dirname, place)).find((path) => existsSync(path));
  if (found === undefined) throw new SourceError('The sample register is not made yet: run `npm run build`.');
  return found;
}

/** An edition of an older format, a damaged one, or one of an older sample is built again. */
function isUpToDate(edition: string, extract: string): boolean {
  if (!existsSync(edition) || statSync(edition).mtimeMs < statSync(extract).mtimeMs) return false;
  try {
    return describeEdition(edition).info.sample;
  } catch {
    return false;
  }
}
