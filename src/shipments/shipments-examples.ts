import type { Examples } from '../http/endpoint';

const recipient = {
  name: 'Vera Verhuizer',
  email: 'vera@example.nl',
  phone: '+31 6 12345678',
  language: 'nl',
};
const valid = { street: 'Lindelaan', houseNumber: 12, postcode: '8962 KL', city: 'Zilverwaard' };
const mixed = { street: 'Lindelaan', houseNumber: 12, postcode: '8951 AB', city: 'Zilverwaard' };
const accepted = {
  street: 'Lindelaan',
  houseNumber: 12,
  houseNumberAddition: null,
  postcode: '8962KL',
  city: 'Zilverwaard',
  country: 'NL',
};

/** Orders of a shop, on the sample register. */
export const orderExamples: Examples = {
  right: {
    summary: 'An address that is right: released',
    value: {
      reference: 'ORD-2026-1042',
      recipient,
      address: valid,
      customerReference: 'customer-77',
      promisedOn: '2026-11-26',
      driverNote: 'Bel stuk; graag kloppen',
    },
  },
  mixed: {
    summary: 'Her old postcode with her new street: held',
    value: { reference: 'ORD-2026-1043', recipient: { name: 'Vera Verhuizer' }, address: mixed },
  },
};

/** A released shipment. */
export const shownExample = {
  id: 'snd_01KA2J6W3Z5Y8Q7R9S0T1V2W3X',
  version: 1,
  reference: 'ORD-2026-1042',
  barcode: 'KLPT01KA2J6W3Z5Y8Q7R9S0T1V2W3X',
  state: 'released',
  stateAt: '2026-11-25T08:30:00.000Z',
  hold: null,
  failure: null,
  recipient,
  entry: valid,
  address: accepted,
  check: {
    id: 'chk_01KA2J6W3Z5Y8Q7R9S0T1V2W3X',
    verdict: 'accept',
    status: 'verified',
    address: accepted,
    reasons: [],
    diagnosis: { kind: 'none', stale: [], confidence: 'high', evidence: [] },
    candidates: [],
    reference: { register: 'BAG', edition: '2026-11-08' },
    previousCheckId: null,
  },
  depot: null,
  promisedOn: '2026-11-26',
  driverNote: 'Bel stuk; graag kloppen',
  createdAt: '2026-11-25T08:30:00.000Z',
  updatedAt: '2026-11-25T08:30:00.000Z',
};

export const shipmentExamples: Examples = { released: { summary: 'Released', value: shownExample } };
export const pageExample: Examples = {
  last: { summary: 'The last page', value: { shipments: [shownExample], nextCursor: null } },
};
export const detailsExamples: Examples = {
  note: {
    summary: 'Another note, and no phone',
    value: { driverNote: 'Achterom', recipient: { phone: null } },
  },
};
