import type { Examples } from '../http/endpoint';

const plan = {
  reference: 'R-12',
  day: '2026-11-27',
  depot: 'ZLV',
  driver: 'Jelle',
  vehicle: 'V-123-BX',
  start: { lat: 53.0, lon: 6.0 },
  startsAt: '2026-11-27T08:00:00+01:00',
  endsAt: '2026-11-27T17:00:00+01:00',
  stops: [
    {
      shipments: ['3SKLPT0001042'],
      serviceMinutes: 2,
      window: { from: '2026-11-27T09:00:00+01:00', until: '2026-11-27T10:00:00+01:00', promised: true },
      plannedAt: '2026-11-27T09:28:00+01:00',
    },
  ],
};

const summary = {
  id: 'rte_01KA2J6W3Z5Y8Q7R9S0T1V2W3X',
  ...{ reference: 'R-12', day: '2026-11-27', depot: 'ZLV', driver: 'Jelle', vehicle: 'V-123-BX' },
  ...{ state: 'planned', version: 1 },
  startsAt: '2026-11-27T07:00:00.000Z',
  endsAt: '2026-11-27T16:00:00.000Z',
  ...{ stopsDone: 0, stopsToDo: 1, deviceSeenAt: null },
};

const stop = {
  sequence: 1,
  id: 'stp_01KA2J6W3Z5Y8Q7R9S0T1V2W3X',
  state: 'planned',
  shipmentIds: ['snd_01KA2J6W3Z5Y8Q7R9S0T1V2W3X'],
  address: {
    street: 'Lindelaan',
    houseNumber: 12,
    houseNumberAddition: null,
    postcode: '8962KL',
    city: 'Zilverwaard',
    country: 'NL',
  },
  place: { lat: 53.01, lon: 6.02 },
  serviceMinutes: 2,
  window: { from: '2026-11-27T08:00:00.000Z', until: '2026-11-27T09:00:00.000Z', state: 'promised' },
  plannedAt: '2026-11-27T08:28:00.000Z',
  estimatedAt: '2026-11-27T08:31:00.000Z',
  ...{ failure: null, arrivedAt: null, doneAt: null },
};

export const planExamples: Examples = { one: { summary: 'A route of one stop', value: plan } };
export const summaryExamples: Examples = { one: { summary: 'A route', value: summary } };
export const pageExamples: Examples = {
  last: { summary: 'The last page', value: { routes: [summary], nextCursor: null } },
};
export const routeExamples: Examples = {
  planned: {
    summary: 'A route that has not left',
    value: {
      ...summary,
      start: { lat: 53.0, lon: 6.0 },
      estimatedEndAt: '2026-11-27T08:33:00.000Z',
      position: null,
      stops: [stop],
      instructions: [],
      parcels: [
        {
          shipmentId: 'snd_01KA2J6W3Z5Y8Q7R9S0T1V2W3X',
          barcode: '3SKLPT0001042',
          name: 'Vera Verhuizer',
          note: 'Bel stuk; graag kloppen',
        },
      ],
    },
  },
};
