import type { Examples } from '../http/endpoint';

const moved = {
  street: 'Kerkstraat',
  houseNumber: 12,
  postcode: '8951 AB',
  city: 'Zilverwaard',
  role: 'previous',
};

/** Requests that work on the sample register as they stand. */
export const checkExamples: Examples = {
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

export const checkResponses: Examples = {};
void lindelaan;
