import { StringDecoder } from 'node:string_decoder';
import type { BagPartKind } from './bag-part-name';
import { createRecordParser } from './bag-records';
import { collectRows } from './bag-row-collectors';
import type { BagRows } from './bag-rows';

/** Parses the XML of one file of an extract, piece by piece. Throws an Error that names the file and the line. */
export async function parsePart(
  part: { name: string; kind: BagPartKind },
  day: string,
  content: AsyncIterable<Buffer>,
): Promise<BagRows> {
  const collector = collectRows(part.kind, day);
  const parser = createRecordParser(collector.add);
  const decoder = new StringDecoder('utf8');
  const parse = (xml: string): void => named(part.name, () => parser.write(xml));
  for await (const chunk of content) parse(decoder.write(chunk));
  parse(decoder.end());
  named(part.name, parser.close);
  return collector.rows();
}

/** saxes tells "line:column: what", but not in which file. */
function named(name: string, parse: () => void): void {
  try {
    parse();
  } catch (error) {
    throw new Error(`${name}: line ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
