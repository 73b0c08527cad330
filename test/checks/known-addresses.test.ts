import type { EnteredKnownAddress, KnownRole } from '../../src/checks/address';
import { judge, known, told } from '../support/judged';

const OLD = 'Kerkstraat 12, 8951AB Zilverwaard';
const NEW = 'Lindelaan 12, 8962KL Zilverwaard';
const OLD_POSTCODE = 'Lindelaan 12, 8951AB Zilverwaard';
const OLD_STREET = 'Kerkstraat 12, 8962KL Zilverwaard';
const others = [
  'Marktplein 2, 8956MP Zilverwaard',
  'Odaweg 3, 8985AA Sint Odaberg',
  'Molenweg 3, 8954MW Zilverwaard',
];

const histories: [string, EnteredKnownAddress[]][] = [
  ['the previous address', [known(OLD)]],
  [
    'the previous address, of which little is known',
    [{ postcode: '8951 AB', street: 'kerkstr.', role: 'previous' }],
  ],
  ['both addresses', [known(OLD), known(NEW, 'current')]],
  ['both addresses, in the other order', [known(NEW, 'current'), known(OLD)]],
  ['both, each of an earlier order', [known('Kerkstraat 14, 8951AB Zilverwaard'), known(NEW, 'previous')]],
  [
    'the previous address among five',
    [...others.map((one) => known(one)), known(OLD), known('Achterom 1, 8957AO')],
  ],
  ['an earlier address elsewhere on the street', [known('Kerkstraat 14, 8951AB Zilverwaard', 'unknown')]],
];

describe.each(histories)('knowing %s', (_, knownAddresses) => {
  test('the postcode is seen to be the old one', () => {
    expect(told(judge(OLD_POSTCODE, knownAddresses))).toEqual({
      verdict: 'fix, conflict',
      reasons: ['POSTCODE_STREET_MISMATCH', 'MIXED_OLD_POSTCODE'],
      diagnosis: 'mixed_addresses postcode',
      address: null,
      candidates: [NEW, OLD],
    });
  });

  test('the street is seen to be the old one', () => {
    expect(told(judge(OLD_STREET, knownAddresses))).toEqual({
      verdict: 'fix, conflict',
      reasons: ['POSTCODE_STREET_MISMATCH', 'MIXED_OLD_STREET'],
      diagnosis: 'mixed_addresses street',
      address: null,
      candidates: [NEW, OLD],
    });
  });
});

test('a mix is surest where the address meant is known as well', () => {
  const evidence = (history: EnteredKnownAddress[]) => judge(OLD_POSTCODE, history).diagnosis;
  expect(evidence([known(OLD), known(NEW, 'current')])).toEqual({
    kind: 'mixed_addresses',
    stale: ['postcode'],
    confidence: 'high',
    evidence: ['known_address'],
  });
});

test('without evidence it is no mix', () => {
  for (const history of [[], others.map((one) => known(one))])
    expect(told(judge(OLD_POSTCODE, history))).toMatchObject({
      diagnosis: 'mismatch',
      reasons: ['POSTCODE_STREET_MISMATCH'],
    });
});

test.each<[KnownRole | null | undefined, KnownRole]>([
  ['current', 'current'],
  ['previous', 'previous'],
  ['unknown', 'unknown'],
  [null, 'unknown'],
  [undefined, 'unknown'],
])('a candidate says as what it is known: %s', (role, knownAs) => {
  const { candidates } = judge(OLD_POSTCODE, [{ ...known(NEW), role }]);
  expect(candidates.map((one) => [one.address.street, one.knownAs])).toContainEqual(['Lindelaan', knownAs]);
  expect(candidates.find(({ address }) => address.street === 'Kerkstraat')?.knownAs).toBeNull();
});

test('of several roles of one address the strongest counts', () => {
  const { candidates } = judge(OLD_POSTCODE, [
    known(NEW, 'previous'),
    known(NEW, 'current'),
    known(NEW, 'unknown'),
  ]);
  expect(candidates[0]).toMatchObject({ address: { street: 'Lindelaan' }, knownAs: 'current' });
});

test('an address that is known now confirms its reading, and stands first', () => {
  for (const [role, first] of [
    ['current', OLD],
    ['unknown', OLD],
    ['current', NEW],
  ] as const)
    expect(told(judge(OLD_POSTCODE, [known(first, role)])).candidates[0]).toBe(first);
});

test('candidates say what they keep of the entry, and what they change', () => {
  const [meant, other] = judge('Lindelaan 12, 8951AB Zilverwaard', [known(OLD)]).candidates;
  expect(meant).toMatchObject({ basis: ['street', 'houseNumber', 'city'], changedFields: ['postcode'] });
  expect(other).toMatchObject({ basis: ['houseNumber', 'postcode', 'city'], changedFields: ['street'] });
  const [moved] = judge('Lindelaan 12, 8971AB Molenhorn', [
    known('Kerkstraat 14, 8971AB Molenhorn'),
  ]).candidates;
  expect(moved).toMatchObject({ basis: ['houseNumber', 'postcode', 'city'], changedFields: ['street'] });
});

test('an old town makes the city stale', () => {
  const { reasons, ...rest } = told(
    judge('Lindelaan 12, 8962KL Molenhorn', [known('Grensdijk 1, 8975GD Molenhorn')]),
  );
  expect(reasons).toEqual(['CITY_MISMATCH', 'MIXED_OLD_CITY']);
  expect(rest).toMatchObject({
    verdict: 'confirm, conflict',
    diagnosis: 'mixed_addresses city',
    address: 'Lindelaan 12, 8962KL Zilverwaard',
  });
});

test('old postcode and old town together, as a browser fills them in', () => {
  const entry = 'Lindelaan 12, 8985AA Sint Odaberg';
  expect(
    told(judge({ ...known(entry), city: 'Sint Odaberg' }, [known('Odaweg 3, 8985AA Sint Odaberg')])),
  ).toMatchObject({
    verdict: 'fix, conflict',
    reasons: expect.arrayContaining(['POSTCODE_STREET_MISMATCH']),
  });
});

test('the same street and number in two towns: the old postcode is told by the address known there', () => {
  const moved = judge('Kerkstraat 12, 8971AB Zilverwaard', [known('Kerkstraat 12, 8971AB Molenhorn')]);
  expect(told(moved)).toMatchObject({
    verdict: 'fix, conflict',
    reasons: ['POSTCODE_STREET_MISMATCH', 'MIXED_OLD_POSTCODE'],
    candidates: [OLD, 'Kerkstraat 12, 8971AB Molenhorn'],
  });
  const stayed = judge('Kerkstraat 12, 8971AB Zilverwaard', [
    known('Kerkstraat 12, 8971AB Molenhorn', 'current'),
  ]);
  expect(told(stayed)).toMatchObject({ verdict: 'confirm, conflict', reasons: ['CITY_MISMATCH'] });
});

test('an old house number is weak evidence', () => {
  const { diagnosis, reasons } = judge('Lindelaan 412, 8962KL Zilverwaard', [
    known('Odaweg 412, 8985AA Sint Odaberg'),
  ]);
  expect(reasons.map(({ code }) => code)).toEqual(['HOUSE_NUMBER_NOT_FOUND', 'MIXED_OLD_HOUSE_NUMBER']);
  expect(diagnosis).toMatchObject({ kind: 'mixed_addresses', stale: ['houseNumber'], confidence: 'low' });
});

test('the old postcode of the same street', () => {
  expect(told(judge('Kerkstraat 13, 8951AB Zilverwaard', [known(OLD)]))).toMatchObject({
    verdict: 'fix, conflict',
    reasons: ['HOUSE_NUMBER_NOT_FOUND', 'MIXED_OLD_POSTCODE'],
    diagnosis: 'mixed_addresses postcode',
    candidates: ['Kerkstraat 13, 8951AC Zilverwaard'],
  });
});

test('an old postcode that the register has no more', () => {
  const history = [known('Zonnebloemstraat 3, 8951ZZ Zilverwaard')];
  expect(told(judge('Lindelaan 12, 8951ZZ Zilverwaard', history))).toMatchObject({
    verdict: 'fix, conflict',
    reasons: ['POSTCODE_UNKNOWN', 'MIXED_OLD_POSTCODE'],
    candidates: [NEW],
  });
});

test('a whole address that is a previous one is delivered, and said so', () => {
  expect(told(judge(OLD, [known(OLD)]))).toMatchObject({
    verdict: 'accept, verified',
    reasons: ['MATCHES_PREVIOUS_ADDRESS'],
  });
  for (const history of [
    [known(OLD, 'current')],
    [known(OLD), known(OLD, 'current')],
    [known(OLD, 'unknown')],
    [known(NEW)],
  ])
    expect(told(judge(OLD, history)).reasons).toEqual([]);
});

test('a known address without a postcode is one by its street, number and city', () => {
  expect(told(judge(OLD, [known('Kerkstraat 12, Zilverwaard')])).reasons).toEqual([
    'MATCHES_PREVIOUS_ADDRESS',
  ]);
  for (const other of ['Kerkstraat 12, Molenhorn', 'Kerkstraat 14, Zilverwaard', 'Kerkstraat 12, '])
    expect(told(judge(OLD, [known(other)])).reasons).toEqual([]);
});

test.each<[string, EnteredKnownAddress, string[]]>([
  ['postcode and number are enough', { postcode: '8951AB', houseNumber: 12 }, ['MATCHES_PREVIOUS_ADDRESS']],
  ['a number alone is not', { houseNumber: 12 }, []],
  ['nor are street and number', { street: 'Kerkstraat', houseNumber: 12 }, []],
])('of a known address, %s', (_, one, reasons) => {
  expect(told(judge(OLD, [{ ...one, role: 'previous' }])).reasons).toEqual(reasons);
});

test.each([
  ['Havenkade 13, 8953HK Zilverwaard', 'Havenkade 13A, 8953HK Zilverwaard', true],
  ['Havenkade 13A, 8953HK Zilverwaard', 'Havenkade 13, 8953HK Zilverwaard', true],
  ['Havenkade 7A, 8953HK Zilverwaard', 'Havenkade 7B, 8953HK Zilverwaard', false],
])('an addition that was left out may be any: %s, known as %s', (entry, one, isSame) => {
  expect(told(judge(entry, [known(one)])).reasons).toEqual(isSame ? ['MATCHES_PREVIOUS_ADDRESS'] : []);
});

test('a known town goes by any of its names', () => {
  const { reasons } = told(judge('Hofvijver 1, 8981GH Den Haag', [known("Hofvijver 1, 's-Gravenhage")]));
  expect(reasons).toEqual(['CITY_ALIAS_MATCHED', 'MATCHES_PREVIOUS_ADDRESS']);
});

test('known addresses that say nothing change nothing', () => {
  const empty: EnteredKnownAddress[] = [
    {},
    { street: '' },
    { postcode: '0000' },
    { role: 'previous' },
    { country: 'BE' },
  ];
  for (const entry of [OLD, OLD_POSTCODE, OLD_STREET, 'Lindelaan 412, 8962KL Zilverwaard'])
    expect(judge(entry, empty)).toEqual(judge(entry));
});

test('a number that the shop knows at this very address is not called one of an earlier address', () => {
  const { reasons } = judge('Lindelaan 999, 8962KL Zilverwaard', [
    known('Lindelaan 999, 8962KL Zilverwaard', 'current'),
  ]);
  expect(reasons.map(({ code }) => code)).toEqual(['HOUSE_NUMBER_NOT_FOUND']);
});
