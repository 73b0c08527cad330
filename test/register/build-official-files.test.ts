import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock as clock } from '../../src/clock';
import { buildRegister } from '../../src/register/compile/build-register';
import { readEdition } from '../../src/register/edition/edition-file';
import { parsePostcode } from '../../src/register/names/postcode';
import { describeWithTestData } from '../support/test-data';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klopt-official-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function build(...sources: string[]) {
  const out = join(folder, 'register.edition');
  const request = { sources, out, coordinates: true, sample: false };
  const summary = await buildRegister(request, { clock, onProgress: () => undefined });
  return { summary, edition: readEdition(out) };
}

const [weesp, flevoland] = ['BAGGEM0457L-15102021.zip', 'Flevoland-2026-06.csv.gz'] as const;

describeWithTestData('the real register of Weesp and Flevoland', [weesp, flevoland], (pathOf) => {
  test('an official municipal extract becomes an edition with every current address', async () => {
    const { summary } = await build(pathOf(weesp));
    expect(summary.info).toMatchObject({
      edition: '2021-10-15',
      source: 'BAG 2.0 extract',
      counts: { addresses: 12_027, addressesWithoutPostcode: 107 },
    });
    expect(summary.skipped).toMatchObject({ 'street reference that points nowhere': 4 });
  });

  test('a province in CSV takes at most five bytes an address, with additions and positions', async () => {
    const { summary, edition } = await build(pathOf(flevoland));
    expect(summary.bytes / summary.info.counts.addresses).toBeLessThan(5);
    const [segment = -1] = edition.segmentsAt(parsePostcode('8232AA') ?? 0);
    expect(edition.positionOf(segment)?.latitude).toBeCloseTo(52.5, 0);
  });

  test('both in one edition hold what each holds alone', async () => {
    const { summary } = await build(pathOf(weesp), pathOf(flevoland));
    const [one, other] = [await build(pathOf(weesp)), await build(pathOf(flevoland))];
    expect(summary.info).toMatchObject({ edition: '2026-06-01', source: 'BAG 2.0 extract + CSV' });
    const sum = one.summary.info.counts.addresses + other.summary.info.counts.addresses;
    expect(summary.info.counts.addresses).toBe(sum);
  }, 60_000);
});
