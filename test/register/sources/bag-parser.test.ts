import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { standDocument } from '../../../sample/bag-documents';
import { numberXml, objectXml, placeXml, streetXml } from '../../../sample/bag-xml';
import { openBagArchive, type BagArchive } from '../../../src/register/sources/bag-archive-file';
import {
  chooseParser,
  createThreadedParser,
  streamingParser,
} from '../../../src/register/sources/bag-parser-source';
import { delivery, number, packExtract, packPart, place, street, zip } from '../../support/bag-fixture';

/** As compiled code would be started; here the thread compiles it first. */
function startThread(): Worker {
  const script = resolve(__dirname, '../../../src/register/sources/bag-parse-worker.ts');
  return new Worker(`require('tsx/cjs/api').register(); require(${JSON.stringify(script)});`, { eval: true });
}

const kinds = new Set(['WPL', 'OPR', 'NUM', 'VBO'] as const);
const residence = {
  id: '1',
  type: 'Verblijfsobject',
  mainNumber: number.id,
  from: '2012-03-01',
  x: 1,
  y: 2,
} as const;

describe('parsing on threads', () => {
  let folder: string;
  const parser = createThreadedParser(2, startThread);
  const open = async (extract: Buffer): Promise<BagArchive> => {
    const path = join(folder, 'extract.zip');
    await writeFile(path, extract);
    return openBagArchive(path, kinds);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'klopt-parser-'));
  });
  afterAll(async () => {
    await parser.close();
    await rm(folder, { recursive: true });
  });

  it('gives the same rows as parsing on the calling thread, for every kind', async () => {
    const numbers = Array.from({ length: 500 }, (_, at) => numberXml({ ...number, id: String(at + 1) }));
    const archive = await open(
      await packExtract({
        WPL: [placeXml(place)],
        OPR: [streetXml(street)],
        NUM: numbers,
        VBO: [objectXml(residence)],
      }),
    );
    const parts = [...archive.parts, ...archive.parts];
    const threaded = await Promise.all(parts.map((part) => parser.parse(part, archive.date)));
    const streamed = await Promise.all(parts.map((part) => streamingParser.parse(part, archive.date)));
    expect(threaded).toEqual(streamed);
    await archive.close();
  });

  it('names the file and line of a file that ends too early, and parses the next', async () => {
    const whole = standDocument(delivery, 'NUM', [numberXml(number)]);
    const archive = await open(
      await zip([
        { path: '9999WPL08112026.zip', content: await packPart('WPL', standDocument(delivery, 'WPL', [])) },
        { path: '9999OPR08112026.zip', content: await packPart('OPR', whole.slice(0, -50)) },
        { path: '9999NUM08112026.zip', content: await packPart('NUM', whole) },
      ]),
    );
    const of = (kind: string) => archive.parts.find((part) => part.kind === kind)!;
    await expect(parser.parse(of('OPR'), archive.date)).rejects.toThrow(
      /9999OPR08112026-000001\.xml: line 2:\d+: unclosed tag/,
    );
    await expect(parser.parse(of('NUM'), archive.date)).resolves.toMatchObject({ form: 'numbers' });
    await archive.close();
  });

  it('is not chosen for a small extract', async () => {
    const archive = await open(
      await packExtract({ WPL: [placeXml(place)], OPR: [streetXml(street)], NUM: [numberXml(number)] }),
    );
    expect(chooseParser(archive.parts)).toBe(streamingParser);
    await archive.close();
  });
});
