import type { Examples } from '../http/endpoint';
import { shownExample } from '../shipments/shipments-examples';

const { address, check } = shownExample;
const entry = { street: 'Lindelaan', houseNumber: 12, postcode: '8962 KL', city: 'Zilverwaard' };

/** A correction that was right, and applied at once. */
const applied = {
  id: 'cor_01KA2J6W3Z5Y8Q7R9S0T1V2W3X',
  shipmentId: shownExample.id,
  version: 3,
  state: 'applied',
  source: 'customer',
  proposedBy: 'shop',
  entry,
  check: { ...check, previousCheckId: 'chk_01KA2J5R0N3M6P4Q7S8T9V0W1X' },
  address,
  reason: null,
  decidedBy: 'shop',
  plan: null,
  supersededBy: null,
  createdAt: '2026-11-25T08:40:00.000Z',
  updatedAt: '2026-11-25T08:40:00.000Z',
};

export const correctionExamples: Examples = {
  applied: { summary: 'Right, and applied', value: applied },
};
export const correctionListExamples: Examples = {
  one: { summary: 'One', value: { corrections: [applied] } },
};
export const proposalExamples: Examples = {
  right: { summary: 'The address that is meant', value: { address: entry, source: 'customer' } },
  mixed: {
    summary: 'Her new postcode with her old street: blocked',
    value: {
      address: { street: 'Kerkstraat', houseNumber: 12, postcode: '8962 KL', city: 'Zilverwaard' },
      source: 'customer',
    },
  },
};
export const approvalExamples: Examples = {
  candidate: { summary: 'One of the candidates', value: { address: entry } },
  driver: {
    summary: 'Of a parcel in a van: on the same route, as it was shown',
    value: { option: { kind: 'same_route', routeVersion: 31 } },
  },
  proposed: {
    summary: 'As it was proposed, though its check did not let it through',
    value: { reason: 'Gebeld: nieuwbouw, zij woont daar sinds gisteren' },
  },
};
export const rejectionExamples: Examples = {
  call: { summary: 'The customer called', value: { reason: 'Gebeld: het eerste adres klopt toch' } },
};

/** The parcel is in a van, and passes her new street in an hour. */
const sameRoute = {
  kind: 'same_route',
  allowed: true,
  refusal: null,
  closesAt: '2026-11-26T12:48:00.000Z',
  stopsAway: 14,
  routeId: 'rte_01KA2J6W3Z5Y8Q7R9S0T1V2W3X',
  routeVersion: 31,
  place: { afterStopId: 'stp_01KA2J6W3Z5Y8Q7R9S0T1V2W3X', joinsStopId: null, stopsBefore: 16 },
  addedMinutes: 3.5,
  estimatedAt: '2026-11-26T12:58:00.000Z',
  window: { from: '2026-11-26T12:28:00.000Z', until: '2026-11-26T13:28:00.000Z', state: 'estimated' },
  moves: [],
  cost: { cents: 0, payer: 'nobody' },
  day: '2026-11-26',
  depot: 'ZLV',
};

export const optionsExamples: Examples = {
  van: {
    summary: 'In the van: still possible on the same route',
    value: {
      correctionId: applied.id,
      address,
      route: { id: sameRoute.routeId, version: 31, state: 'under_way' },
      basis: 'straight_line',
      note: null,
      options: [sameRoute],
    },
  },
};
