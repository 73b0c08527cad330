import { instructionExample } from '../instructions/instructions-examples';

const stop = {
  id: 'stp_01KA2J6W3Z5Y8Q7R9S0T1V2W3X',
  state: 'planned',
  address: {
    street: 'Lindelaan',
    houseNumber: 12,
    houseNumberAddition: null,
    postcode: '8962 KL',
    city: 'Zilverwaard',
    country: 'NL',
  },
  place: { lat: 52.11, lon: 5.18 },
  shipmentIds: ['snd_01KA2J6W3Z5Y8Q7R9S0T1V2W3X'],
  window: { from: '2026-11-26T12:28:00.000Z', until: '2026-11-26T13:28:00.000Z', state: 'estimated' },
  serviceMinutes: 3,
  plannedAt: null,
  failure: null,
  arrivedAt: null,
  doneAt: null,
};

export const changeExample = {
  seq: 42,
  at: '2026-11-26T08:51:00.000Z',
  kind: 'stops_changed',
  instruction: instructionExample,
  stops: [stop],
  sequence: [stop.id],
  text: instructionExample.text,
  parcels: [
    {
      shipmentId: 'snd_01KA2J6W3Z5Y8Q7R9S0T1V2W3X',
      barcode: '3SKLPT0001042',
      name: 'Vera Verhuizer',
      note: 'Bel stuk; graag kloppen',
    },
  ],
};
