import fc from 'fast-check';

const WORDS = [
  '',
  ' ',
  'Kerkstraat',
  'Lindelaan 12',
  '8951AB',
  '8962 kl',
  'Zilverwaard',
  'Postbus 1',
  '12 bis',
  'BE',
  '7',
];

/** Anything that fits a field of this length. */
function typedText(maxLength: number): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({ maxLength, size: 'max', unit: 'binary' }),
    fc.string({
      maxLength,
      size: 'max',
      unit: fc.constantFrom('a', '1', ' ', ',', '.', '-', 'é', '\n', '/'),
    }),
    fc.constantFrom(...WORDS.filter((word) => word.length <= maxLength)),
  );
}

const shopperParts = {
  street: fc.option(typedText(200)),
  houseNumber: fc.oneof(fc.integer({ min: -5, max: 100_000 }), fc.option(typedText(20))),
  houseNumberAddition: fc.option(typedText(40)),
  postcode: fc.option(typedText(20)),
  city: fc.option(typedText(200)),
  country: fc.oneof({ weight: 4, arbitrary: fc.constantFrom('NL', 'nl', null) }, typedText(200)),
};
const shopperAddress = fc.oneof(
  { weight: 4, arbitrary: fc.record(shopperParts, { requiredKeys: [] }) },
  fc.record({ addressLine: typedText(400), postcode: shopperParts.postcode, city: shopperParts.city }),
);
const knownAddress = fc.record(
  { ...shopperParts, role: fc.constantFrom('current', 'previous', 'unknown', null) },
  { requiredKeys: [] },
);
/** What a shop may send, whatever its shopper typed. */
const rightRequest = fc.record(
  {
    address: shopperAddress,
    knownAddresses: fc.option(fc.array(knownAddress, { maxLength: 20 })),
    customerReference: fc.option(typedText(200)),
    previousCheckId: fc.constantFrom(null, '', 'chk_01KA2J6W3Z5Y8Q7R9S0T1V2W3X', 'nonsense'),
  },
  { requiredKeys: ['address'] },
);

const anyValue = fc.oneof(typedText(450), fc.double(), fc.integer(), fc.jsonValue({ maxDepth: 2 }));
const anyName = fc.constantFrom(
  'street',
  'houseNumber',
  'addressLine',
  'role',
  '__proto__',
  'constructor',
  'address',
);
/** Nearly right: one part of it is anything. */
const nearlyRight = fc
  .tuple(rightRequest, fc.boolean(), anyName, anyValue)
  .map(([request, isInAddress, name, value]) =>
    isInAddress
      ? { ...request, address: { ...request.address, [name]: value } }
      : { ...request, [name]: value },
  );

/** What may arrive as the body of an address check: right, nearly right, any JSON, or no JSON at all. */
export const anyCheckBody: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: rightRequest.map((body) => JSON.stringify(body)) },
  { weight: 3, arbitrary: nearlyRight.map((body) => JSON.stringify(body)) },
  { weight: 1, arbitrary: fc.json({ maxDepth: 6 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 200, size: 'max', unit: 'binary' }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(rightRequest, fc.nat(), fc.constantFrom('', '"', '}', '\u0000', ',', '\\', '[['))
      .map(([body, at, scrap]) => spoiled(JSON.stringify(body), at, scrap)),
  },
);

function spoiled(json: string, at: number, scrap: string): string {
  const place = at % (json.length + 1);
  return json.slice(0, place) + scrap + json.slice(place + 1);
}
