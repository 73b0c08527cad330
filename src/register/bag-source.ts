import { assemblyOrder, BagAssembly } from './bag-assembly';
import { openBagArchive, type BagArchive } from './bag-archive-file';
import type { BagPartKind } from './bag-part-name';
import { parsePart } from './bag-part-source';
import type { RegisterSink, SourceOptions, SourceSummary } from './register-sink';
import { inflate } from './zip-entry-source';

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
    await assemble(archive, wanted, { sink, options });
    return { kind: 'BAG 2.0 extract', date: archive.date };
  } finally {
    await archive.close();
  }
}

interface Delivery {
  sink: RegisterSink;
  options: SourceOptions;
}

async function assemble(
  archive: BagArchive,
  kinds: readonly BagPartKind[],
  { sink, options }: Delivery,
): Promise<void> {
  const assembly = new BagAssembly(sink);
  const total = archive.parts.reduce((bytes, { entry }) => bytes + entry.compressedSize, 0);
  let done = 0;
  for (const kind of kinds) {
    for (const { entry } of archive.parts.filter((part) => part.kind === kind)) {
      const content = inflate(entry, await entry.stream());
      assembly.add(kind, await parsePart({ name: entry.name, kind }, archive.date, content));
      done += entry.compressedSize;
      options.onProgress(done, total);
    }
    assembly.finish(kind);
  }
}
