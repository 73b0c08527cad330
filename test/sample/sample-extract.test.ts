import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSampleExtract } from '../../sample/sample-extract';
import { readBagExtract } from '../../src/register/sources/bag-source';
import { RecordingSink } from '../support/recording-sink';

describe('the sample register', () => {
  let folder: string;
  let path: string;
  const sink = new RecordingSink();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'klopt-sample-'));
    path = join(folder, 'bag-sample.zip');
    await writeFile(path, await createSampleExtract());
    await readBagExtract(path, sink, { coordinates: true, onProgress: () => undefined });
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is the same, byte for byte, each time it is made from one seed', async () => {
    const [first, again, other] = await Promise.all([
      createSampleExtract(7),
      createSampleExtract(7),
      createSampleExtract(8),
    ]);
    expect(first.equals(again)).toBe(true);
    expect(first.equals(other)).toBe(false);
  });

  it('is a small municipality: four places, some hundred streets, a few thousand addresses', () => {
    expect(sink.places.map(({ name }) => name).sort()).toEqual([
      'Lytsewâl',
      'Molenhorn',
      'Sint Odaberg',
      'Zilverwaard',
    ]);
    expect(sink.streets.length).toBeGreaterThan(250);
    expect(sink.addresses.length).toBeGreaterThan(3000);
    expect(sink.addresses.length).toBeLessThan(6000);
    expect(new Set(sink.addresses).size).toBe(sink.addresses.length);
  });

  it('uses no postcode of the real register', () => {
    const postcodes = sink.addresses.flatMap((address) => /, (\d{4})[A-Z]{2},/.exec(address)?.[1] ?? []);
    expect(postcodes.length).toBeGreaterThan(3000);
    expect(postcodes.filter((digits) => Number(digits) < 8950 || Number(digits) > 8989)).toEqual([]);
  });

  it.each([
    'Kerkstraat 12, 8951AB, Zilverwaard',
    'Lindelaan 12, 8962KL, Zilverwaard',
    'Kerkstraat 12, 8971AB, Molenhorn',
    'Havenkade 7 A, 8953HK, Zilverwaard',
    'Havenkade 7 D-2, 8953HK, Zilverwaard',
    'Havenkade 9 I, 8953HL, Zilverwaard',
    'Havenkade 11 bis, 8953HK, Zilverwaard',
    'Havenkade 13 2, 8953HL, Zilverwaard',
    'Burgemeester Van Tilstraat 3, 8955BT, Zilverwaard',
    'Marktplein 2, 8956MP, Zilverwaard',
    'Achterom 1, 8957AO, Zilverwaard',
    'Voorom 1, 8957AO, Zilverwaard',
    'Grensdijk 1, 8975GD, Molenhorn',
    'Grensdijk 21, 8975GD, Sint Odaberg',
    'Nieuwlandseweg 1, Zilverwaard',
    'Botter 40 1, 8958BT, Zilverwaard',
    "'t Zilverhof 2, 8959ZH, Zilverwaard",
    'Renéstraat 1, 8959RN, Zilverwaard',
    'Âlde Leane 1, 8979AL, Lytsewâl',
    'Zeilmakersgracht 1, 8961ZG, Zilverwaard',
    'Kermispad 2, 8985KP, Sint Odaberg',
  ])('holds the cast whatever the seed: %s', (address) => {
    expect(sink.addresses).toContain(address);
  });

  it.each(['Havenkade 7, 8953HK, Zilverwaard', 'Odaweg 29, 8985AA, Sint Odaberg'])(
    'does not hold %s',
    (address) => {
      expect(sink.addresses).not.toContain(address);
    },
  );

  it('knows what was renamed, renumbered or is under investigation', () => {
    expect(sink.formerNames).toEqual(['Spoorstraat is now Burgemeester Van Tilstraat']);
    expect(new Set(sink.formerPostcodes)).toEqual(new Set(['8956ZZ is now 8956MP in Marktplein']));
    expect(sink.underInvestigation).toEqual(['Molenweg 5, 8954MW, Zilverwaard']);
    expect(sink.streets.filter((street) => street.underInvestigation).map(({ name }) => name)).toEqual([
      'Oude Veerdam',
    ]);
  });

  it('gives official short names of at most 24 characters', () => {
    const shortNames = sink.streets.flatMap(({ shortName }) => shortName ?? []);
    expect(shortNames).toEqual(['Burg v Tilstr', 'Jkvr W v Zilverwaardtln']);
    expect(shortNames.filter((name) => name.length > 24)).toEqual([]);
  });

  it('places every address in the Markermeer', () => {
    expect(sink.positions.length).toBe(sink.addresses.length);
    for (const { latitude, longitude } of sink.positions) {
      expect(latitude).toBeGreaterThan(52.43);
      expect(latitude).toBeLessThan(52.49);
      expect(longitude).toBeGreaterThan(5.33);
      expect(longitude).toBeLessThan(5.42);
    }
  });

  it('says of what it left out why', () => {
    expect(Object.fromEntries(sink.skipped)).toEqual({
      'number occurrence: former': 10,
      'number occurrence: withdrawn': 2,
      'number: its street or place is not there or not current': 1,
      'street occurrence: former': 1,
      'street reference that points nowhere': 1,
    });
  });
});
