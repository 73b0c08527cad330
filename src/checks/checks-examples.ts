const moved = {
  street: 'Kerkstraat',
  houseNumber: 12,
  postcode: '8951 AB',
  city: 'Zilverwaard',
  role: 'previous',
};

/** Requests that work on the sample register as they stand. */
export const checkExamples = {
  valid: {
    summary: 'An address as it is registered',
    value: { address: { street: 'Lindelaan', houseNumber: 12, postcode: '8962 KL', city: 'Zilverwaard' } },
  },
  mixed: {
    summary: 'Just moved: the new street with the old postcode',
    value: {
      address: { street: 'Lindelaan', houseNumber: 12, postcode: '8951 AB', city: 'Zilverwaard' },
      knownAddresses: [moved],
    },
  },
  line: {
    summary: 'Street and number in one line, abbreviated',
    value: { address: { addressLine: 'Lindeln. 12', postcode: '8962KL' } },
  },
  addition: {
    summary: 'A divided house number without its addition',
    value: { address: { street: 'Havenkade', houseNumber: 7, postcode: '8953HK', city: 'Zilverwaard' } },
  },
  abroad: {
    summary: 'Another country',
    value: {
      address: { street: 'Meir', houseNumber: '1', postcode: '2000', city: 'Antwerpen', country: 'BE' },
    },
  },
};

const lindelaan = {
  street: 'Lindelaan',
  houseNumber: 12,
  houseNumberAddition: null,
  postcode: '8962KL',
  city: 'Zilverwaard',
  country: 'NL',
};
const kerkstraat = { ...lindelaan, street: 'Kerkstraat', postcode: '8951AB' };

/** What every answer has; a test holds the examples to what the service answers on the sample. */
const answer = {
  id: 'chk_01KA2J6W3Z5Y8Q7R9S0T1V2W3X',
  address: null,
  diagnosis: { kind: 'none', stale: [], confidence: 'high', evidence: [] },
  candidates: [],
  reference: { register: 'BAG', edition: '2026-11-08' },
  previousCheckId: null,
};
const accepted = { ...answer, verdict: 'accept', status: 'verified', address: lindelaan, reasons: [] };

/** The answers to the requests above, in English. */
export const checkResponses = {
  valid: { summary: 'Delivered as it is', value: accepted },
  mixed: {
    summary: 'The old postcode is seen, and the address that was meant comes first',
    value: {
      ...answer,
      verdict: 'fix',
      status: 'conflict',
      reasons: [
        {
          code: 'POSTCODE_STREET_MISMATCH',
          severity: 'error',
          fields: ['/address/postcode', '/address/street'],
          message: 'The postcode and the street do not belong together.',
        },
        {
          code: 'MIXED_OLD_POSTCODE',
          severity: 'error',
          fields: ['/address/postcode'],
          message: 'This looks like the postcode of an earlier address.',
        },
      ],
      diagnosis: {
        kind: 'mixed_addresses',
        stale: ['postcode'],
        confidence: 'high',
        evidence: ['known_address'],
      },
      candidates: [
        {
          address: lindelaan,
          basis: ['street', 'houseNumber', 'city'],
          changedFields: ['postcode'],
          knownAs: null,
        },
        {
          address: kerkstraat,
          basis: ['houseNumber', 'postcode', 'city'],
          changedFields: ['street'],
          knownAs: 'previous',
        },
      ],
    },
  },
  line: {
    summary: 'The street written out, and said so',
    value: {
      ...accepted,
      reasons: [
        {
          code: 'STREET_ABBREVIATION_EXPANDED',
          severity: 'info',
          fields: ['/address/street'],
          message: 'The street name was written out in full.',
        },
      ],
    },
  },
  addition: {
    summary: 'The additions to choose from',
    value: {
      ...answer,
      verdict: 'confirm',
      status: 'partial',
      reasons: [
        {
          code: 'ADDITION_REQUIRED',
          severity: 'warning',
          fields: ['/address/houseNumberAddition'],
          message: 'Please choose the addition: this house number is divided.',
        },
      ],
      candidates: ['A', 'B', 'C', 'D-1', 'D-2'].map((houseNumberAddition) => ({
        address: {
          ...lindelaan,
          street: 'Havenkade',
          houseNumber: 7,
          houseNumberAddition,
          postcode: '8953HK',
        },
        basis: ['street', 'houseNumber', 'postcode', 'city'],
        changedFields: ['houseNumberAddition'],
        knownAs: null,
      })),
    },
  },
  abroad: {
    summary: 'Not checked',
    value: {
      ...answer,
      verdict: 'confirm',
      status: 'unverified',
      reasons: [
        {
          code: 'COUNTRY_NOT_COVERED',
          severity: 'warning',
          fields: ['/address/country'],
          message: 'We cannot check addresses in this country.',
        },
      ],
    },
  },
};
