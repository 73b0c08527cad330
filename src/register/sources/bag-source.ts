import { assemblyOrder, BagAssembly } from './bag-assembly';
import { openBagArchive, type BagArchive, type BagPart } from './bag-archive-file';
import { chooseParser, type BagParser } from './bag-parser-source';
import type { BagPartKind } from './bag-part-name';
import type { BagRows } from './bag-rows';
import type { RegisterSink, SourceOptions, SourceSummary } from './register-sink';

export { isBagExtract } from './bag-archive-file';

const coordinateKinds: readonly BagPartKind[] = ['VBO', 'LIG', 'STA'];

/**
 * Reads an official BAG 2.0 extract, national or municipal, into a sink: what is valid on the day of the delivery, and
 * earlier names and postcodes that lead to it. Streamed; memory does not grow with the XML. Throws an Error that names the
 * (inner) file, and the byte or line, where it is cut short or damaged.
 */
export async function readBagExtract(
  path: string,
  sink: RegisterSink,
  options: SourceOptions,
): Promise<SourceSummary> {
  const wanted = assemblyOrder.filter((kind) => options.coordinates || !coordinateKinds.includes(kind));
  const archive = await openBagArchive(path, new Set(wanted));
  try {
    await assemble(archive, sink, options);
    return { kind: 'BAG 2.0 extract', date: archive.date };
  } finally {
    await archive.close();
  }
}

interface Assembling {
  assembly: BagAssembly;
  parser: BagParser;
  /** Called with the packed bytes of each file that is done. */
  onPart: (bytes: number) => void;
}

async function assemble(archive: BagArchive, sink: RegisterSink, options: SourceOptions): Promise<void> {
  const total = archive.parts.reduce((bytes, { entry }) => bytes + entry.compressedSize, 0);
  let done = 0;
  const onPart = (bytes: number): void => {
    done += bytes;
    options.onProgress(done, total);
  };
  const assembling = {
    assembly: new BagAssembly(sink, options),
    parser: chooseParser(archive.parts),
    onPart,
  };
  try {
    for (const kind of assemblyOrder) await assembleKind(archive, kind, assembling);
  } finally {
    await assembling.parser.close();
  }
}

/** Files are parsed some ahead and assembled in their order, so that an edition does not depend on the threads. */
async function assembleKind(
  { date, parts }: BagArchive,
  kind: BagPartKind,
  { assembly, parser, onPart }: Assembling,
): Promise<void> {
  const ahead: { part: BagPart; rows: Promise<BagRows> }[] = [];
  const takeFirst = async (): Promise<void> => {
    const first = ahead.shift();
    if (first === undefined) return;
    assembly.add(kind, await first.rows);
    onPart(first.part.entry.compressedSize);
  };
  for (const part of parts.filter((one) => one.kind === kind)) {
    const rows = parser.parse(part, date);
    // It is awaited in its turn; until then a failure must not end the process as one that nobody handles.
    rows.catch(() => undefined);
    ahead.push({ part, rows });
    if (ahead.length >= parser.width) await takeFirst();
  }
  while (ahead.length > 0) await takeFirst();
  assembly.finish(kind);
}
