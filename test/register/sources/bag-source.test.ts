import { numberXml, objectXml, placeXml, streetXml } from '../../../sample/bag-xml';
import { investigationXml } from '../../../sample/investigation-xml';
import { standDocument } from '../../../sample/bag-documents';
import type { AddressableObject } from '../../../sample/bag-objects';
import {
  delivery,
  packExtract,
  packPart,
  number,
  place,
  readExtract,
  street,
  zip,
  type Layout,
} from '../../support/bag-fixture';

const village = { ...place, id: '9902', name: 'Gehucht' };
const basis = {
  WPL: [placeXml(place), placeXml(village)],
  OPR: [streetXml(street)],
  NUM: [numberXml(number)],
};

describe('reading a BAG extract', () => {
  it.each<Layout>(['national', 'municipal'])('delivers its addresses from the %s layout', async (layout) => {
    const { sink, summary } = await readExtract(await packExtract(basis, layout));
    expect(summary).toEqual({ kind: 'BAG 2.0 extract', date: '2026-11-08' });
    expect(sink.places).toEqual([{ name: 'Voorbeeld', officialId: '9901' }]);
    expect(sink.addresses).toEqual(['Dorpsstraat 1, 8950AA, Voorbeeld']);
  });

  it('reads the kinds in the order in which they refer to each other, however the zip orders them', async () => {
    const { NUM, OPR, WPL } = basis;
    const { sink } = await readExtract(await packExtract({ NUM, OPR, WPL }));
    expect(sink.addresses).toHaveLength(1);
  });

  it.each([
    [{ houseLetter: 'A' }, 'Dorpsstraat 1 A, 8950AA, Voorbeeld'],
    [{ numberSuffix: '3' }, 'Dorpsstraat 1 3, 8950AA, Voorbeeld'],
    [{ houseLetter: 'A', numberSuffix: '3' }, 'Dorpsstraat 1 A-3, 8950AA, Voorbeeld'],
  ])('joins %j to one addition', async (parts, address) => {
    const { sink } = await readExtract(
      await packExtract({ ...basis, NUM: [numberXml({ ...number, ...parts })] }),
    );
    expect(sink.addresses).toEqual([address]);
  });

  it('keeps an address without a postcode', async () => {
    const NUM = [numberXml(number).replace('<Objecten:postcode>8950AA</Objecten:postcode>', '')];
    const { sink } = await readExtract(await packExtract({ ...basis, NUM }));
    expect(sink.addresses).toEqual(['Dorpsstraat 1, Voorbeeld']);
  });

  it('lets the place of a number override that of its street', async () => {
    const elsewhere = { ...number, id: '0999200000000002', houseNumber: 2, place: village.id };
    const NUM = [numberXml(number), numberXml(elsewhere)];
    const { sink } = await readExtract(await packExtract({ ...basis, NUM }));
    expect(sink.addresses).toEqual(['Dorpsstraat 1, 8950AA, Voorbeeld', 'Dorpsstraat 2, 8950AA, Gehucht']);
  });

  it.each([
    ['withdrawn', { status: 'Naamgeving ingetrokken' }],
    ['future', { from: '2026-11-09' }],
    ['former', { until: '2026-11-08' }],
    ['never valid', { until: '2012-03-01' }],
    ['inactive', { inactiveSince: '2020-01-01' }],
    ['not BAG', { notBagSince: '2020-01-01' }],
  ])('leaves out and counts a number that is %s', async (state, occurrence) => {
    const { sink } = await readExtract(
      await packExtract({ ...basis, NUM: [numberXml({ ...number, ...occurrence })] }),
    );
    expect(sink.addresses).toEqual([]);
    expect(Object.fromEntries(sink.skipped)).toEqual({ [`number occurrence: ${state}`]: 1 });
  });

  it.each([
    ['begins on the day of the delivery', { from: '2026-11-08' }],
    ['ends after it', { until: '2026-11-09' }],
  ])('keeps a number whose validity %s', async (_when, occurrence) => {
    const { sink } = await readExtract(
      await packExtract({ ...basis, NUM: [numberXml({ ...number, ...occurrence })] }),
    );
    expect(sink.addresses).toHaveLength(1);
  });

  it('tells the former name of a street, once, but none of one that was never valid', async () => {
    const earlier = { ...street, name: 'Achterstraat', until: '2015-01-01' };
    const mistake = { ...street, name: 'Dropsstraat', from: '2015-01-01', until: '2015-01-01' };
    const now = { ...street, occurrence: 3, from: '2015-01-01' };
    const OPR = [earlier, mistake, now].map(streetXml);
    const { sink } = await readExtract(await packExtract({ ...basis, OPR }));
    expect(sink.formerNames).toEqual(['Achterstraat is now Dorpsstraat']);
  });

  it('tells the former postcode of a current number, in whatever order its occurrences come', async () => {
    const earlier = { ...number, postcode: '8951ZZ', until: '2015-01-01' };
    const now = { ...number, occurrence: 2, from: '2015-01-01' };
    for (const occurrences of [
      [earlier, now],
      [now, earlier],
    ]) {
      const NUM = occurrences.map(numberXml);
      const { sink } = await readExtract(await packExtract({ ...basis, NUM }));
      expect(sink.formerPostcodes).toEqual(['8951ZZ is now 8950AA in Dorpsstraat']);
    }
  });

  it('tells the former postcode of a number whose occurrences lie in two files', async () => {
    const earlier = { ...number, postcode: '8951ZZ', until: '2015-01-01' };
    const now = { ...number, occurrence: 2, from: '2015-01-01' };
    const files = [[earlier], [now]].map((of, at) => ({
      path: `9999NUM08112026-00000${at + 1}.xml`,
      content: standDocument(delivery, 'NUM', of.map(numberXml)),
    }));
    const extract = await zip([
      {
        path: '9999WPL08112026.zip',
        content: await packPart('WPL', standDocument(delivery, 'WPL', basis.WPL)),
      },
      {
        path: '9999OPR08112026.zip',
        content: await packPart('OPR', standDocument(delivery, 'OPR', basis.OPR)),
      },
      { path: '9999NUM08112026.zip', content: await zip(files) },
    ]);
    const { sink } = await readExtract(extract);
    expect(sink.formerPostcodes).toEqual(['8951ZZ is now 8950AA in Dorpsstraat']);
  });

  it('tells no former postcode of a number that has kept it or is gone', async () => {
    const kept = [
      { ...number, until: '2015-01-01' },
      { ...number, occurrence: 2, from: '2015-01-01' },
    ];
    const gone = { ...number, id: '0999200000000009', postcode: '8951ZZ', until: '2015-01-01' };
    const { sink } = await readExtract(await packExtract({ ...basis, NUM: [...kept, gone].map(numberXml) }));
    expect(sink.formerPostcodes).toEqual([]);
  });

  it('gives the official short name of a street', async () => {
    const OPR = [streetXml({ ...street, name: 'Burgemeester Van Tilstraat', shortName: 'Burg v Tilstr' })];
    const { sink } = await readExtract(await packExtract({ ...basis, OPR }));
    expect(sink.streets).toMatchObject([{ name: 'Burgemeester Van Tilstraat', shortName: 'Burg v Tilstr' }]);
  });

  it('knows a road on which nothing is built, but no water or terrain of the kind', async () => {
    const other = (serial: number, type: 'Weg' | 'Water' | 'Terrein'): string =>
      streetXml({ ...street, id: `099930000000000${serial}`, name: `${type}naam`, type });
    const OPR = [streetXml(street), other(2, 'Weg'), other(3, 'Water'), other(4, 'Terrein')];
    const { sink } = await readExtract(await packExtract({ ...basis, OPR }));
    expect(sink.streets.map(({ name }) => name)).toEqual(['Dorpsstraat', 'Wegnaam']);
  });

  it('marks what is under investigation now, and not what was or will be', async () => {
    const of = { attribute: 'status', ongoing: true, from: '2024-01-01' } as const;
    const numbers = [1, 2, 3, 4].map((houseNumber) => ({
      ...number,
      id: `099920000000000${houseNumber}`,
      houseNumber,
    }));
    const IONUM = [
      investigationXml({ ...of, of: 'Nummeraanduiding', id: '0999200000000001' }),
      investigationXml({ ...of, of: 'Nummeraanduiding', id: '0999200000000002', until: '2025-01-01' }),
      investigationXml({ ...of, of: 'Nummeraanduiding', id: '0999200000000003', ongoing: false }),
      investigationXml({ ...of, of: 'Nummeraanduiding', id: '0999200000000004', from: '2026-12-01' }),
    ];
    const IOOPR = [investigationXml({ ...of, of: 'Openbareruimte', id: street.id })];
    const { sink } = await readExtract(
      await packExtract({ ...basis, NUM: numbers.map(numberXml), IONUM, IOOPR }),
    );
    expect(sink.underInvestigation).toEqual(['Dorpsstraat 1, 8950AA, Voorbeeld']);
    expect(sink.streets).toMatchObject([{ name: 'Dorpsstraat', underInvestigation: true }]);
  });

  it('counts references that point nowhere and goes on', async () => {
    const lost = { ...number, id: '0999200000000002', street: '0999300000000099' };
    const alsoLost = { ...lost, id: '0999200000000003' };
    const { sink } = await readExtract(
      await packExtract({ ...basis, NUM: [lost, alsoLost, number].map(numberXml) }),
    );
    expect(sink.addresses).toHaveLength(1);
    expect(Object.fromEntries(sink.skipped)).toEqual({
      'number: its street or place is not there or not current': 2,
      'street reference that points nowhere': 1,
    });
  });

  it('counts a street whose place is not in the extract', async () => {
    const OPR = [streetXml({ ...street, place: '9999' })];
    const { sink } = await readExtract(await packExtract({ ...basis, OPR }));
    expect(sink.skipped.get('street: its place is not in the extract')).toBe(1);
    expect(sink.addresses).toEqual([]);
  });

  it('keeps an address whose postcode cannot exist without it, and counts a number that cannot', async () => {
    const NUM = [
      numberXml({ ...number, postcode: '0123AB' }),
      numberXml({ ...number, id: '0999200000000002', houseNumber: 0 }),
    ];
    const { sink } = await readExtract(await packExtract({ ...basis, NUM }));
    expect(sink.addresses).toEqual(['Dorpsstraat 1, Voorbeeld']);
    expect(Object.fromEntries(sink.skipped)).toEqual({
      'postcode that cannot exist': 1,
      'number: not between 1 and 99999': 1,
    });
  });
});

describe('reading coordinates', () => {
  const residence: AddressableObject = {
    id: '0999010000000001',
    type: 'Verblijfsobject',
    mainNumber: number.id,
    from: '2012-03-01',
    x: 155_000,
    y: 463_000,
  };
  const read = async (contents: Parameters<typeof packExtract>[0], coordinates = true) =>
    (await readExtract(await packExtract({ ...basis, ...contents }), coordinates)).sink;

  it.each(['VBO', 'LIG', 'STA'] as const)('places a %s in WGS84', async (kind) => {
    const type = ({ VBO: 'Verblijfsobject', LIG: 'Ligplaats', STA: 'Standplaats' } as const)[kind];
    const sink = await read({ [kind]: [objectXml({ ...residence, type })] });
    // The spire in Amersfoort from which the Dutch grid is measured.
    expect(sink.positions).toMatchObject([{ street: 'Dorpsstraat', postcode: '8950AA' }]);
    expect(sink.positions[0]?.latitude).toBeCloseTo(52.155172, 5);
    expect(sink.positions[0]?.longitude).toBeCloseTo(5.387206, 5);
  });

  it('places the secondary addresses of a residence where it stands', async () => {
    const second = { ...number, id: '0999200000000002', postcode: '8950AB' };
    const NUM = [number, second].map(numberXml);
    const sink = await read({ NUM, VBO: [objectXml({ ...residence, otherNumbers: [second.id] })] });
    expect(sink.positions.map(({ postcode }) => postcode)).toEqual(['8950AA', '8950AB']);
  });

  it('leaves out residences that are not current, and counts those without a number', async () => {
    const gone = { ...residence, status: 'Verblijfsobject ingetrokken' };
    const dangling = { ...residence, mainNumber: '0999200000000099' };
    const sink = await read({ VBO: [gone, dangling].map(objectXml) });
    expect(sink.positions).toEqual([]);
    expect(sink.skipped.get('position: its number is not there or not current')).toBe(1);
  });

  it('reads none unless asked to', async () => {
    const sink = await read({ VBO: [objectXml(residence)] }, false);
    expect(sink.positions).toEqual([]);
  });
});
