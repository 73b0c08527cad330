import { numberXml, placeXml, streetXml } from '../../../sample/bag-xml';
import { standDocument } from '../../../sample/bag-documents';
import {
  delivery,
  number,
  packExtract,
  packPart,
  place,
  readExtract,
  street,
  zip,
} from '../../support/bag-fixture';

const WPL = standDocument(delivery, 'WPL', [placeXml(place)]);
const OPR = standDocument(delivery, 'OPR', [streetXml(street)]);
const many = Array.from({ length: 200 }, (_, at) =>
  numberXml({ ...number, id: String(at), houseNumber: at + 1 }),
);
const NUM = standDocument(delivery, 'NUM', many);

async function packNational(numbers: Buffer): Promise<Buffer> {
  return zip([
    { path: '9999WPL08112026.zip', content: await packPart('WPL', WPL), stored: true },
    { path: '9999OPR08112026.zip', content: await packPart('OPR', OPR), stored: true },
    { path: '9999NUM08112026.zip', content: numbers, stored: true },
  ]);
}

const inner = '9999NUM08112026.zip > 9999NUM08112026-000001.xml';

describe('a damaged BAG extract', () => {
  it('is read when it is whole, its date taken from the names where no Leveringsdocument tells it', async () => {
    const { sink, summary } = await readExtract(await packNational(await packPart('NUM', NUM)));
    expect(sink.addresses).toHaveLength(200);
    expect(summary.date).toBe('2026-11-08');
  });

  it('names the file and line of XML that ends too early', async () => {
    const extract = await packNational(await packPart('NUM', NUM.slice(0, -5000)));
    await expect(readExtract(extract)).rejects.toThrow(new RegExp(`${inner}: line \\d+:\\d+: unclosed tag`));
  });

  it('names the file and line of XML that is not well-formed', async () => {
    const extract = await packNational(await packPart('NUM', NUM.replace('<Objecten:huisnummer>', '<<')));
    await expect(readExtract(extract)).rejects.toThrow(new RegExp(`${inner}: line 2:\\d+: `));
  });

  it('names the file and byte where the compressed data is damaged', async () => {
    const numbers = await packPart('NUM', NUM);
    numbers.fill(0xff, 200, 260);
    await expect(readExtract(await packNational(numbers))).rejects.toThrow(
      new RegExp(`${inner}: damaged after byte \\d+ of ${NUM.length}`),
    );
  });

  it('notices a byte that changed though all can be read', async () => {
    const numbers = await zip([{ path: '9999NUM08112026-000001.xml', content: NUM, stored: true }]);
    const at = numbers.indexOf('8950AA');
    numbers.write('8950AB', at);
    await expect(readExtract(await packNational(numbers))).rejects.toThrow(
      /its \d+ bytes do not match their checksum/,
    );
  });

  it('names the inner zip that was cut short', async () => {
    const numbers = await packPart('NUM', NUM);
    const extract = await packNational(numbers.subarray(0, numbers.length - 100));
    await expect(readExtract(extract)).rejects.toThrow(
      /extract\.zip > 9999NUM08112026\.zip: not a whole zip file/,
    );
  });

  it('names an outer zip that was cut short', async () => {
    const extract = await packNational(await packPart('NUM', NUM));
    await expect(readExtract(extract.subarray(0, extract.length / 2))).rejects.toThrow(
      /extract\.zip: not a whole zip file \(\d+ bytes\)/,
    );
  });

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['no zip', Buffer.from('straat,huisnummer,postcode,woonplaats\n')],
  ])('refuses %s', async (_what, bytes) => {
    await expect(readExtract(bytes)).rejects.toThrow(/not a whole zip file/);
  });

  it('says which kinds are missing', async () => {
    await expect(readExtract(await packExtract({ WPL: [placeXml(place)] }))).rejects.toThrow(
      /no BAG 2\.0 extract: no OPR, no NUM in it/,
    );
  });

  it('says that daily mutations are not a register', async () => {
    const extract = await zip([{ path: '9999MUT07112026-08112026.zip', content: 'x' }]);
    await expect(readExtract(extract)).rejects.toThrow(/it holds daily mutations/);
  });

  it('refuses zips that are nested without end', async () => {
    let nested = await packNational(await packPart('NUM', NUM));
    for (let depth = 0; depth < 6; depth++)
      nested = await zip([{ path: 'BAG.zip', content: nested, stored: true }]);
    await expect(readExtract(nested)).rejects.toThrow(/nested deeper than an official extract is/);
  });

  it('names a Leveringsdocument that cannot be read', async () => {
    const extract = await zip([{ path: 'Leveringsdocument-BAG-Extract.xml', content: '<xb:Levering>' }]);
    await expect(readExtract(extract)).rejects.toThrow(
      /Leveringsdocument-BAG-Extract\.xml: 1:\d+: unclosed tag/,
    );
  });
});
