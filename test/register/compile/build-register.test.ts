import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../../src/clock';
import {
  buildRegister,
  type BuildProgress,
  type BuildRequest,
} from '../../../src/register/compile/build-register';
import { readEdition } from '../../../src/register/edition/edition-file';
import { parsePostcode } from '../../../src/register/names/postcode';
import { SourceError } from '../../../src/register/sources/source-error';

const clock: Clock = {
  now: () => new Date('2026-11-22T09:00:00Z'),
  nowMs: () => 0,
  monotonicMs: () => 0,
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klopt-build-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

async function build(sources: string[], request: Partial<BuildRequest> = {}) {
  const progress: BuildProgress[] = [];
  const out = join(folder, 'out/register.edition');
  const summary = await buildRegister(
    { sources, out, coordinates: false, sample: false, ...request },
    { clock, onProgress: (step) => progress.push(step) },
  );
  return { summary, progress, edition: readEdition(out) };
}

const bare =
  'straat,huisnummer,postcode,woonplaats\nKerkstraat,12,8951AB,Zilverwaard\nKerkstraat,14,8951AB,Zilverwaard\nx,1,ABC,y\n';
const knowing = 'straat;huisnummer;toevoeging;postcode;woonplaats\nKerkstraat;12;A;8951AB;Zilverwaard\n';

test('several sources are merged; the one that knows additions wins, the newest date is the name', async () => {
  const sources = [file('nl-2026-03.csv', bare), file('zw-2026-10.csv', knowing)];
  const { summary, edition } = await build(sources);
  const [segment = -1] = edition.segmentsAt(parsePostcode('8951AB') ?? 0);
  expect(edition.additionsOf(segment, 12)).toEqual(['A']);
  expect(edition.additionsOf(segment, 14)).toBeNull();
  expect(summary).toEqual({
    info: {
      edition: '2026-10-01',
      date: '2026-10-01',
      source: 'CSV',
      sample: false,
      builtAt: '2026-11-22T09:00:00.000Z',
      counts: expect.objectContaining({ streets: 1, houseNumbers: 2, addresses: 2 }),
    },
    bytes: readFileSync(join(folder, 'out/register.edition')).length,
    skipped: { 'postcode is not of the form 1234AB': 1 },
    durationMs: 0,
  });
});

test('without a date in any source, the edition goes by the day it was built', async () => {
  const { summary } = await build([file('list.csv', bare)], { sample: true });
  expect(summary.info).toMatchObject({ edition: '2026-11-22', date: '2026-11-22', sample: true });
});

test('progress runs over all sources, from reading to writing', async () => {
  const { progress } = await build([file('a.csv', bare), file('b.csv', knowing)]);
  const bytes = bare.length + knowing.length;
  expect(progress.map(({ step }) => step)).toEqual(['reading', 'reading', 'compiling', 'writing']);
  expect(progress.map(({ bytesDone }) => bytesDone)).toEqual([bare.length, bytes, bytes, bytes]);
  expect(new Set(progress.map(({ bytesTotal }) => bytesTotal))).toEqual(new Set([bytes]));
});

test.each([
  ['a source that is not there', () => join(folder, 'none.csv'), /There is no file .*none\.csv/],
  ['a folder', () => folder, /is not a file/],
  [
    'a file of another kind',
    () => file('list.txt', bare),
    /list\.txt is no source: give an official BAG extract/,
  ],
  ['a zip that is none', () => file('extract.zip', 'PK nothing'), /extract\.zip: not a whole zip file/],
  ['a list with a bad line', () => file('bad.csv', `${bare}Kerkstraat,1\n`), /bad\.csv, line 5: 2 columns/],
  [
    'a list without one address',
    () => file('none.csv', bare.split('\n')[0] ?? ''),
    /No address was found in .*none\.csv/,
  ],
])('%s stops the build and leaves the old edition alone', async (_, source, sentence) => {
  const { edition } = await build([file('list.csv', bare)]);
  const error = await build([source()]).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SourceError);
  expect((error as Error).message).toMatch(sentence);
  expect(readdirSync(join(folder, 'out'))).toEqual(['register.edition']);
  expect(readEdition(join(folder, 'out/register.edition')).info).toEqual(edition.info);
});

test('nothing is read where the edition could not be written', async () => {
  const blocked = join(file('blocked', ''), 'register.edition');
  await expect(build([join(folder, 'none.csv')], { out: blocked })).rejects.toThrow(/cannot be written/);
  expect(existsSync(blocked)).toBe(false);
});
