import { judge, told } from '../support/judged';

type Expected = Partial<ReturnType<typeof told>>;

/** What is told of an entry without a postcode or without a street. */
const cases: [string, Parameters<typeof judge>[0], Expected][] = [
  [
    'an address that has no postcode',
    'Nieuwlandseweg 3, Zilverwaard',
    { verdict: 'accept, verified', reasons: [], address: 'Nieuwlandseweg 3, Zilverwaard' },
  ],
  [
    'street, number and city: the postcode is filled in',
    'Kerkstraat 12, Zilverwaard',
    { verdict: 'accept, verified', reasons: [], address: 'Kerkstraat 12, 8951AB Zilverwaard' },
  ],
  [
    'an abbreviated street without a postcode, where one fits',
    'J vd Meerln 3, Zilverwaard',
    { verdict: 'accept, verified', reasons: ['STREET_ABBREVIATION_EXPANDED'] },
  ],
  [
    'a misspelt street without a postcode: asked, for nothing else supports it',
    'Lindelan 12, Zilverwaard',
    {
      verdict: 'confirm, ambiguous',
      reasons: ['STREET_SPELLING_CORRECTED'],
      diagnosis: 'street_typo',
      address: 'Lindelaan 12, 8962KL Zilverwaard',
    },
  ],
  [
    'a street without a postcode that is not there',
    'Fantasiestraat 12, Zilverwaard',
    { verdict: 'fix, conflict', reasons: ['STREET_UNKNOWN'] },
  ],
  [
    'a street without a postcode, and a number that it has not',
    'Kerkstraat 412, Zilverwaard',
    { verdict: 'confirm, partial', reasons: ['HOUSE_NUMBER_NOT_FOUND'], diagnosis: 'house_number' },
  ],
  [
    'postcode and number of one street',
    { postcode: '8957AO', houseNumber: 7 },
    { verdict: 'accept, verified', reasons: [], address: 'Voorom 7, 8957AO Zilverwaard' },
  ],
  [
    'postcode and number of two streets',
    { postcode: '8957AO', houseNumber: 1 },
    {
      verdict: 'confirm, ambiguous',
      reasons: ['FIELD_MISSING'],
      address: null,
      candidates: ['Achterom 1, 8957AO Zilverwaard', 'Voorom 1, 8957AO Zilverwaard'],
    },
  ],
  [
    'postcode and a number that is not there',
    { postcode: '8957AO', houseNumber: 412 },
    { verdict: 'confirm, partial', reasons: ['HOUSE_NUMBER_NOT_FOUND'], diagnosis: 'house_number' },
  ],
];

test.each(cases)('%s', (_, entry, expected) => {
  expect(told(judge(entry))).toMatchObject(expected);
});

test('one street with the same number in two towns: only the city tells', () => {
  expect(told(judge({ street: 'Grensdijk', houseNumber: 1, postcode: '8975GD' }))).toMatchObject({
    verdict: 'confirm, ambiguous',
    reasons: ['FIELD_MISSING'],
    address: null,
    candidates: ['Grensdijk 1, 8975GD Molenhorn', 'Grensdijk 1, 8975GD Sint Odaberg'],
  });
  for (const city of ['Molenhorn', 'Sint Odaberg'])
    expect(told(judge(`Grensdijk 1, 8975GD ${city}`)).address).toBe(`Grensdijk 1, 8975GD ${city}`);
  expect(told(judge({ street: 'Grensdijk', houseNumber: 21, postcode: '8975GD' }))).toMatchObject({
    verdict: 'accept, verified',
    address: 'Grensdijk 21, 8975GD Sint Odaberg',
  });
});

test('a former postcode and a number, without a street', () => {
  expect(told(judge({ houseNumber: 2, postcode: '8956ZZ' }))).toMatchObject({
    verdict: 'confirm, verified',
    reasons: ['FORMER_NAME_MATCHED'],
    address: 'Marktplein 2, 8956MP Zilverwaard',
  });
});

test('in a town that nobody knows, the town is to be looked at too', () => {
  const { verdict, reasons } = judge({ street: 'Kerkstraat', houseNumber: 12, city: 'Zilverwrd' });
  expect(verdict).toBe('fix');
  expect(reasons).toMatchObject([{ code: 'STREET_UNKNOWN', fields: ['street', 'city'] }]);
});
