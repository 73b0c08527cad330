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
  proposed: {
    summary: 'As it was proposed, though its check did not let it through',
    value: { reason: 'Gebeld: nieuwbouw, zij woont daar sinds gisteren' },
  },
};
export const rejectionExamples: Examples = {
  call: { summary: 'The customer called', value: { reason: 'Gebeld: het eerste adres klopt toch' } },
};
