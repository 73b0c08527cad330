import {
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSampleExtract } from '../../sample/sample-extract';
import { systemClock } from '../../src/clock';
import { readEdition } from '../../src/register/edition/edition-file';
import { parsePostcode } from '../../src/register/names/postcode';
import { ensureSampleEdition } from '../../src/register/sample-edition-file';
import { typedStreet } from '../../src/register/names/street-match';

let folder = '';
let extract = '';
let out = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klopt-sample-'));
  extract = join(folder, 'bag-sample.zip');
  out = join(folder, 'data/sample.edition');
  writeFileSync(extract, await createSampleExtract());
  await ensureSampleEdition(systemClock, out, extract);
});
afterAll(() => rmSync(folder, { recursive: true }));

const code = (text: string) => parsePostcode(text) ?? 0;

test('the sample goes through the import of the official register, and says that it is fictional', () => {
  const { info } = readEdition(out);
  expect(info).toMatchObject({ sample: true, source: 'BAG 2.0 extract' });
  expect(info.counts.places).toBe(4);
  expect(info.counts.addresses).toBeGreaterThan(4_000);
});

test.each([
  ['Lindelaan 12', '8962KL', 12, ['']],
  ['Havenkade 7, no address without an addition', '8953HK', 7, ['A', 'B', 'C', 'D-1', 'D-2']],
  ['Havenkade 11', '8953HK', 11, ['bis', 'hs']],
])('%s, %s has the additions that its README tells', (_, postcode, houseNumber, additions) => {
  const edition = readEdition(out);
  const segments = edition.segmentsAt(code(postcode)).filter((one) => edition.hasNumber(one, houseNumber));
  expect(segments.map((one) => edition.additionsOf(one, houseNumber))).toEqual([additions]);
});

test('former names, former postcodes, investigations and positions come along', () => {
  const edition = readEdition(out);
  const [place = -1] = edition.findPlaces('Zilverwaard');
  expect(edition.findStreets(place, typedStreet('Spoorstraat'))[0]?.by?.kind).toBe('former');
  expect(edition.segmentsFormerlyAt(code('8956ZZ')).map((one) => edition.postcodeOf(one))).toEqual([
    code('8956MP'),
  ]);
  const [investigated = -1] = edition.segmentsAt(code('8954MW'));
  expect(edition.isUnderInvestigation(investigated, 5)).toBe(true);
  expect(edition.positionOf(investigated)?.latitude).toBeCloseTo(52.5, 0);
});

test('it is built once, and again where it is damaged or its extract is newer', async () => {
  const built = statSync(out).mtimeMs;
  await ensureSampleEdition(systemClock, out, extract);
  expect(statSync(out).mtimeMs).toBe(built);

  truncateSync(out, 1_000);
  await ensureSampleEdition(systemClock, out, extract);
  expect(readEdition(out).info.sample).toBe(true);

  const before = readFileSync(out);
  utimesSync(extract, new Date(), new Date(Date.now() + 60_000));
  await ensureSampleEdition(systemClock, out, extract);
  expect(readFileSync(out).equals(before)).toBe(false);
});
