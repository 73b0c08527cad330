import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { isCsv, readCsv } from '../../../src/register/sources/csv-source';
import { SourceError } from '../../../src/register/sources/source-error';
import { RecordingSink } from '../../support/recording-sink';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klopt-csv-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function read(content: string | Buffer, { name = 'list.csv', coordinates = false } = {}) {
  const path = join(folder, name);
  writeFileSync(path, content);
  const sink = new RecordingSink();
  const progress: [number, number][] = [];
  const onProgress = (done: number, total: number) => progress.push([done, total]);
  const summary = await readCsv(path, sink, { coordinates, onProgress });
  return { sink, summary, progress };
}

const rows = ['Kerkstraat 12, 8951AB, Zilverwaard', 'Lindelaan 3, 8962KL, Zilverwaard'];
const header = 'straat,huisnummer,postcode,woonplaats';
const plain = `${header}\nKerkstraat,12,8951AB,Zilverwaard\nLindelaan,3,8962KL,Zilverwaard\n`;

test.each([
  ['commas', plain],
  ['semicolons', plain.replaceAll(',', ';')],
  ['a byte order mark', `\uFEFF${plain}`],
  ['Windows line ends and no last one', plain.trimEnd().replaceAll('\n', '\r\n')],
  [
    'English column names in another order',
    'City;Post_Code;House Number;STREET\nZilverwaard;8951 ab;12;Kerkstraat\nZilverwaard;8962kl;3;Lindelaan\n',
  ],
  [
    'quoted cells, blanks and empty lines',
    `${header}\n\n"Kerkstraat", 12 ,8951AB,"Zilverwaard"\n\nLindelaan,3,8962KL,Zilverwaard\n\n`,
  ],
  [
    'columns of no use',
    `id,${header}\n1,Kerkstraat,12,8951AB,Zilverwaard\n2,Lindelaan,3,8962KL,Zilverwaard\n`,
  ],
])('a list with %s is read', async (_, content) => {
  const { sink } = await read(content);
  expect(sink.addresses.map((text) => text.replace(' ,', ','))).toEqual(rows);
});

test.each(['list.csv', 'list.csv.gz'])(
  '%s keeps letters whole where a piece of it ends within one',
  async (name) => {
    const row = 'Cafésteeg,12,8951AB,Súdwest\n';
    const text = Buffer.from(`${header}\n${row.repeat(80_000)}`);
    const { sink } = await read(name.endsWith('.gz') ? gzipSync(text) : text, { name });
    expect(new Set(sink.addresses)).toEqual(new Set(['Cafésteeg 12 , 8951AB, Súdwest']));
  },
);

test('a gzipped list is read, and its progress ends at its size', async () => {
  const { sink, progress } = await read(gzipSync(plain), { name: 'list.csv.gz' });
  expect(sink.addresses).toHaveLength(2);
  const [done, total] = progress.at(-1) ?? [];
  expect(done).toBe(total);
});

test('a cell may hold the separator, quotes and a line end', async () => {
  const { sink } = await read(`${header}\n"Laan ""De, Zon""",1,8951AB,"Zilver\nwaard"\n`);
  expect(sink.streets.map(({ name }) => name)).toEqual(['Laan "De, Zon"']);
  expect(sink.places.map(({ name }) => name)).toEqual(['Zilver\nwaard']);
});

test.each([
  ['huisletter;huisnummertoevoeging', 'A;3', 'Kerkstraat 12 A-3'],
  ['huisletter;huisnummertoevoeging', ';3', 'Kerkstraat 12 3'],
  ['huisletter;huisnummertoevoeging', 'A;', 'Kerkstraat 12 A'],
  ['addition', 'bis', 'Kerkstraat 12 bis'],
  ['toevoeging', '', 'Kerkstraat 12'],
])('with %s, "%s" makes %s', async (columns, cells, expected) => {
  const { sink } = await read(
    `straat;huisnummer;${columns};postcode;woonplaats\nKerkstraat;12;${cells};8951AB;Zilverwaard\n`,
  );
  expect(sink.addresses).toEqual([`${expected}, 8951AB, Zilverwaard`]);
});

test('positions are read where they are asked for and given', async () => {
  const list = `${header},lat,lon\nKerkstraat,12,8951AB,Zilverwaard,52.5,5.25\nKerkstraat,14,8951AB,Zilverwaard,,\n`;
  expect((await read(list)).sink.positions).toEqual([]);
  expect((await read(list, { coordinates: true })).sink.positions).toEqual([
    { street: 'Kerkstraat', postcode: '8951AB', latitude: 52.5, longitude: 5.25 },
  ]);
});

test('rows that cannot be addresses are left out under their reason', async () => {
  const { sink } = await read(
    `${header}\n,1,8951AB,Zilverwaard\nKerkstraat,1,8951AB,\nKerkstraat,1,0951AB,Zilverwaard\nKerkstraat,1,,Zilverwaard\n`,
  );
  expect(Object.fromEntries(sink.skipped)).toEqual({
    'street or city is empty': 2,
    'postcode is not of the form 1234AB': 1,
  });
  expect(sink.addresses).toHaveLength(1);
});

test.each([
  ['nl-addresses-2025-07.csv', '2025-07-01'],
  ['bag-2025-07-09.csv', '2025-07-09'],
  ['addresses.csv', null],
])('%s tells the date %s', async (name, date) => {
  expect((await read(plain, { name })).summary).toEqual({ kind: 'CSV', date });
});

test.each([
  ['an empty file', '', /list\.csv is empty/],
  [
    'a missing column',
    'straat,huisnummer,postcode\nKerkstraat,12,8951AB\n',
    /list\.csv, line 1: no column woonplaats \(or .*city/,
  ],
  ['a file of blank lines', '\n\n  \n', /list\.csv is empty/],
  [
    'a row after blank lines',
    `\n${header}\n\n\na,1,8951AB,b,c\n`,
    /list\.csv, line 5: 5 columns where the first line has 4/,
  ],
  [
    'a quote that never ends',
    `${header}\nKerkstraat,1,"8951AB,Zilverwaard\n`,
    /list\.csv, line 2: 3 columns/,
  ],
  [
    'a row that is too short',
    `${plain}Dorpsweg,1\n`,
    /list\.csv, line 4: 2 columns where the first line has 4/,
  ],
  ['a row that is too long', `${header}\na,1,8951AB,b,c\n`, /list\.csv, line 2: 5 columns where/],
])('%s is an error that names file and line', async (_, content, sentence) => {
  await expect(read(content)).rejects.toThrow(SourceError);
  await expect(read(content)).rejects.toThrow(sentence);
});

test.each([
  ['truncated', (zipped: Buffer) => zipped.subarray(0, -20)],
  ['no gzip at all', () => Buffer.from(plain)],
])('a .gz that is %s is an error that names the file and how far it went', async (_, damage) => {
  const long = header + '\n' + 'Kerkstraat,12,8951AB,Zilverwaard\n'.repeat(5_000);
  await expect(read(damage(gzipSync(long)), { name: 'list.csv.gz' })).rejects.toThrow(
    /list\.csv\.gz, after line \d+: .+\.$/,
  );
});

test.each([
  ['a.csv', true],
  ['a.CSV.gz', true],
  ['a.zip', false],
  ['csv', false],
])('%s is a CSV by its name: %s', (name, expected) => {
  expect(isCsv(name)).toBe(expected);
});
