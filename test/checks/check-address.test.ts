import { judge, told } from '../support/judged';

type Expected = Partial<ReturnType<typeof told>>;

/** A situation, the entry, and what is told of it: the specification of the check, without known addresses. */
const cases: [string, Parameters<typeof judge>[0], Expected][] = [
  [
    'an address as registered',
    'Kerkstraat 12, 8951 AB Zilverwaard',
    {
      verdict: 'accept, verified',
      reasons: [],
      diagnosis: 'none',
      address: 'Kerkstraat 12, 8951AB Zilverwaard',
      candidates: [],
    },
  ],
  [
    'a street at the postcode of another: both readings, the less likely coincidence first',
    'Lindelaan 12, 8951AB Zilverwaard',
    {
      verdict: 'fix, conflict',
      reasons: ['POSTCODE_STREET_MISMATCH'],
      diagnosis: 'mismatch',
      address: null,
      candidates: ['Kerkstraat 12, 8951AB Zilverwaard', 'Lindelaan 12, 8962KL Zilverwaard'],
    },
  ],
  [
    'a street that exists nowhere in town, at a known postcode',
    'Fantasiestraat 12, 8951AB Zilverwaard',
    {
      verdict: 'fix, conflict',
      reasons: ['POSTCODE_STREET_MISMATCH', 'STREET_UNKNOWN'],
      candidates: ['Kerkstraat 12, 8951AB Zilverwaard'],
    },
  ],
  [
    'a street at another postcode, with a number that neither has',
    'Lindelaan 412, 8951AB Zilverwaard',
    {
      verdict: 'fix, conflict',
      reasons: ['POSTCODE_STREET_MISMATCH', 'HOUSE_NUMBER_NOT_FOUND'],
      candidates: [],
    },
  ],
  [
    'a postcode that cannot exist, with a street that tells enough',
    { street: 'Kerkstraat', houseNumber: 12, postcode: '08951AB', city: 'Zilverwaard' },
    {
      verdict: 'confirm, partial',
      reasons: ['POSTCODE_FORMAT_INVALID'],
      address: 'Kerkstraat 12, 8951AB Zilverwaard',
    },
  ],
  [
    'a postcode that cannot exist, and nothing else that fits',
    { street: 'Fantasiestraat', houseNumber: 12, postcode: '8951SS', city: 'Zilverwaard' },
    { verdict: 'fix, conflict', reasons: ['POSTCODE_FORMAT_INVALID', 'STREET_UNKNOWN'], candidates: [] },
  ],
  [
    'a postcode that no address has',
    'Kerkstraat 12, 8951ZX Zilverwaard',
    {
      verdict: 'confirm, partial',
      reasons: ['POSTCODE_UNKNOWN'],
      diagnosis: 'mismatch',
      address: 'Kerkstraat 12, 8951AB Zilverwaard',
    },
  ],
  [
    'a postcode that no address has, and a number that the street has not',
    'Kerkstraat 412, 8951ZX Zilverwaard',
    { verdict: 'fix, conflict', reasons: ['POSTCODE_UNKNOWN', 'HOUSE_NUMBER_NOT_FOUND'] },
  ],
  [
    'a postcode that no address has, without a street',
    { postcode: '8951ZX', houseNumber: 12 },
    { verdict: 'fix, conflict', reasons: ['POSTCODE_UNKNOWN'] },
  ],
  [
    'two letters of the postcode swapped into one that no address has',
    'Kerkstraat 12, 8951BA Zilverwaard',
    {
      verdict: 'confirm, partial',
      reasons: ['POSTCODE_UNKNOWN', 'POSTCODE_TYPO_SUSPECTED'],
      diagnosis: 'postcode_typo',
      address: 'Kerkstraat 12, 8951AB Zilverwaard',
    },
  ],
  [
    'a slip in an unknown postcode, and no city to look the street up in',
    { street: 'Odaweg', houseNumber: 3, postcode: '8985AB' },
    {
      verdict: 'confirm, partial',
      reasons: ['POSTCODE_UNKNOWN', 'POSTCODE_TYPO_SUSPECTED'],
      address: 'Odaweg 3, 8985AA Sint Odaberg',
    },
  ],
  [
    'a slip that makes the postcode of the other side of the street',
    'Kerkstraat 13, 8951AB Zilverwaard',
    {
      verdict: 'fix, conflict',
      reasons: ['HOUSE_NUMBER_NOT_FOUND', 'POSTCODE_TYPO_SUSPECTED'],
      diagnosis: 'postcode_typo',
      candidates: ['Kerkstraat 13, 8951AC Zilverwaard'],
    },
  ],
  [
    'a slip that makes the postcode of another street',
    'Prins Hendrikstraat 5, 8965PR Zilverwaard',
    {
      verdict: 'fix, conflict',
      reasons: ['POSTCODE_STREET_MISMATCH', 'POSTCODE_TYPO_SUSPECTED'],
      diagnosis: 'postcode_typo',
      candidates: [
        'Prins Hendrikstraat 5, 8965PH Zilverwaard',
        'Prinses Hendrikastraat 5, 8965PR Zilverwaard',
      ],
    },
  ],
  [
    'a number that is nowhere on the street',
    'Kerkstraat 412, 8951AB Zilverwaard',
    {
      verdict: 'confirm, partial',
      reasons: ['HOUSE_NUMBER_NOT_FOUND'],
      diagnosis: 'house_number',
      address: null,
      candidates: [],
    },
  ],
  [
    'a number that the street has under another postcode',
    'Havenkade 2, 8953HK Zilverwaard',
    { verdict: 'fix, conflict', candidates: ['Havenkade 2, 8953HL Zilverwaard'] },
  ],
  [
    'a misspelling in a long name',
    'Lindelan 12, 8962KL Zilverwaard',
    {
      verdict: 'accept, verified',
      reasons: ['STREET_SPELLING_CORRECTED'],
      address: 'Lindelaan 12, 8962KL Zilverwaard',
    },
  ],
  [
    'a misspelling that is as near to another street',
    'Beukeplaan 12, 8963BL Zilverwaard',
    {
      verdict: 'confirm, verified',
      reasons: ['STREET_SPELLING_CORRECTED'],
      diagnosis: 'street_typo',
      address: 'Beukenlaan 12, 8963BL Zilverwaard',
    },
  ],
  [
    'an abbreviation at its own postcode',
    'J vd Meerln 3, 8960JM Zilverwaard',
    {
      verdict: 'accept, verified',
      reasons: ['STREET_ABBREVIATION_EXPANDED'],
      address: 'Jan van der Meerlaan 3, 8960JM Zilverwaard',
    },
  ],
  [
    'the official short form',
    'Burg v Tilstr 1, 8955BT Zilverwaard',
    {
      verdict: 'accept, verified',
      reasons: ['STREET_ABBREVIATION_EXPANDED'],
      address: 'Burgemeester Van Tilstraat 1, 8955BT Zilverwaard',
    },
  ],
  [
    'the former name of a street',
    'Spoorstraat 1, 8955BT Zilverwaard',
    {
      verdict: 'accept, verified',
      reasons: ['FORMER_NAME_MATCHED'],
      address: 'Burgemeester Van Tilstraat 1, 8955BT Zilverwaard',
    },
  ],
  [
    'the former postcode of an address',
    'Marktplein 2, 8956ZZ Zilverwaard',
    {
      verdict: 'confirm, verified',
      reasons: ['FORMER_NAME_MATCHED'],
      address: 'Marktplein 2, 8956MP Zilverwaard',
    },
  ],
  [
    'the former postcode, with a number that never had it',
    'Marktplein 412, 8956ZZ Zilverwaard',
    { verdict: 'fix, conflict', reasons: ['POSTCODE_UNKNOWN', 'HOUSE_NUMBER_NOT_FOUND'] },
  ],
  [
    'a new street at a new postcode of the town’s own district',
    'Zonnebloemstraat 3, 8951ZZ Zilverwaard',
    { verdict: 'confirm, unverified', reasons: ['NEW_BUILD_SUSPECTED'], address: null, candidates: [] },
  ],
  [
    'a new street at a postcode of a district that is not the town’s',
    'Zonnebloemstraat 3, 1234AB Zilverwaard',
    { verdict: 'fix, conflict', reasons: ['POSTCODE_UNKNOWN', 'STREET_UNKNOWN'] },
  ],
  [
    'an address under investigation',
    'Molenweg 5, 8954MW Zilverwaard',
    { verdict: 'accept, verified', reasons: ['UNDER_INVESTIGATION'] },
  ],
  ['its neighbour', 'Molenweg 3, 8954MW Zilverwaard', { verdict: 'accept, verified', reasons: [] }],
];

test.each(cases)('%s', (_, entry, expected) => {
  expect(told(judge(entry))).toMatchObject(expected);
});
