import type { Clock } from '../../clock';
import { compileEdition } from './compile-edition';
import { prepareFolder, writeEdition } from '../edition/edition-file';
import type { EditionInfo } from '../edition/edition-format';
import { RegisterBuilder } from './register-builder';
import type { SourceSummary } from '../sources/register-sink';
import { readSource, sizeOfSource } from '../sources/register-source';
import { SourceError } from '../sources/source-error';

export interface BuildRequest {
  /** Official extracts (.zip) and CSV files; what several say of one address is merged. */
  sources: readonly string[];
  /** Path of the edition. */
  out: string;
  coordinates: boolean;
  /** A fictional register, marked as such. */
  sample: boolean;
}

export interface BuildProgress {
  step: 'reading' | 'compiling' | 'writing';
  bytesDone: number;
  bytesTotal: number;
}

export interface BuildSummary {
  info: EditionInfo;
  bytes: number;
  /** What was left out, by reason. */
  skipped: Record<string, number>;
  durationMs: number;
}

export interface BuildSurroundings {
  clock: Clock;
  onProgress: (progress: BuildProgress) => void;
}

/**
 * Reads the sources, compiles them into an edition and writes it. Throws SourceError or EditionError, which name the
 * file, and the byte or line, where a source is not whole; the path then holds what it held before.
 */
export async function buildRegister(
  request: BuildRequest,
  { clock, onProgress }: BuildSurroundings,
): Promise<BuildSummary> {
  const startedMs = clock.monotonicMs();
  prepareFolder(request.out);
  const builder = new RegisterBuilder();
  const { summaries, bytesTotal } = await readSources(request, builder, onProgress);
  onProgress({ step: 'compiling', bytesDone: bytesTotal, bytesTotal });
  const { sections, counts } = compileEdition(builder);
  if (counts.addresses === 0) throw new SourceError(`No address was found in ${request.sources.join(', ')}.`);
  onProgress({ step: 'writing', bytesDone: bytesTotal, bytesTotal });
  const info = { ...describe(summaries, clock.now()), sample: request.sample, counts };
  const bytes = writeEdition(request.out, info, sections);
  const skipped = Object.fromEntries([...builder.skipped].sort());
  return { info, bytes, skipped, durationMs: clock.monotonicMs() - startedMs };
}

async function readSources(
  { sources, coordinates }: BuildRequest,
  builder: RegisterBuilder,
  onProgress: BuildSurroundings['onProgress'],
) {
  const sizes = sources.map(sizeOfSource);
  const bytesTotal = sizes.reduce((sum, size) => sum + size, 0);
  const summaries: SourceSummary[] = [];
  let bytesBefore = 0;
  for (const [index, path] of sources.entries()) {
    const size = sizes[index] ?? 0;
    const before = bytesBefore;
    const progressed = (done: number, total: number) =>
      onProgress({ step: 'reading', bytesDone: before + (size * done) / Math.max(total, 1), bytesTotal });
    summaries.push(await readSource(path, builder, { coordinates, onProgress: progressed }));
    bytesBefore += size;
  }
  return { summaries, bytesTotal };
}

/** An edition goes by the newest date of its sources, or by the day it was built where none tells a date. */
function describe(summaries: readonly SourceSummary[], builtAt: Date) {
  const dates = summaries.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  const date = dates.at(-1) ?? builtAt.toISOString().slice(0, 10);
  const source = [...new Set(summaries.map(({ kind }) => kind))].sort().join(' + ');
  return { edition: date, date, source, builtAt: builtAt.toISOString() };
}
