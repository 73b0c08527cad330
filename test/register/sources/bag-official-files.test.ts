import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRecordParser, type BagRecord } from '../../../src/register/sources/bag-records';
import { isBagExtract, readBagExtract } from '../../../src/register/sources/bag-source';
import { RecordingSink } from '../../support/recording-sink';
import { describeWithTestData } from '../../support/test-data';

const options = { coordinates: true, onProgress: () => undefined };
const weesp = 'BAGGEM0457L-15102021.zip';
const tiny = 'bag-national-layout-tiny-2025-12.zip';
const mutations = 'BAGNLDM-13112021-14112021.zip';

describeWithTestData('official files', [weesp, tiny, mutations, 'bag-xml'], (file) => {
  it('reads the municipality of Weesp with its history', async () => {
    const sink = new RecordingSink();
    const path = file(weesp);
    await expect(isBagExtract(path)).resolves.toBe(true);
    await expect(readBagExtract(path, sink, options)).resolves.toEqual({
      kind: 'BAG 2.0 extract',
      date: '2021-10-15',
    });
    const addresses = [...new Set(sink.addresses)];
    expect(addresses).toHaveLength(12_027);
    expect(addresses.filter((address) => !/, \d{4}[A-Z]{2},/.test(address))).toHaveLength(107);
    expect(sink.places).toEqual([{ name: 'Weesp', officialId: '3631' }]);
    expect(sink.formerNames).toContain('Loevensteinlaan is now Loevesteinlaan');
    expect(sink.formerPostcodes.length).toBeGreaterThan(0);
    expect(sink.skipped.get('street reference that points nowhere')).toBe(4);
    expect(sink.positions.length).toBeGreaterThan(12_000);
  });

  it('reads the national layout', async () => {
    const sink = new RecordingSink();
    const summary = await readBagExtract(file(tiny), sink, options);
    expect(summary.date).toBe('2025-12-08');
    expect(sink.addresses).toHaveLength(2);
  });

  it('refuses daily mutations', async () => {
    const path = file(mutations);
    await expect(readBagExtract(path, new RecordingSink(), options)).rejects.toThrow(/daily mutations/);
  });

  it('takes a CSV for no extract', async () => {
    await expect(isBagExtract(file('README.md'))).resolves.toBe(false);
  });

  it.each(['WPL', 'OPR', 'NUM', 'VBO', 'LIG', 'STA'])('reads the cut of %s', async (type) => {
    const records: BagRecord[] = [];
    const parser = createRecordParser((record) => void records.push(record));
    parser.write(await readFile(file(join('bag-xml', `0457${type}15102021-000001.xml`)), 'utf8'));
    parser.close();
    expect(records.length).toBeGreaterThan(0);
    for (const { id, status, validFrom } of records) {
      expect(id).toMatch(/^\d{4}(\d{12})?$/);
      expect(status).not.toBe('');
      expect(validFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });
});
