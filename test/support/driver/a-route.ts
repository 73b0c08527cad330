import type {
  DriverInstruction,
  DriverParcel,
  DriverRoute,
  DriverStop,
  FeedChange,
} from '../../../src/routes/driver/contract';

export const streets = ['Kerkstraat', 'Lindelaan', 'Havenkade', 'Burgemeester Van Tilstraat', 'Molenweg'];

export function aStop(id: string, of: Partial<DriverStop> = {}): DriverStop {
  const number = Number(id.replace(/\D/g, '')) || 1;
  return {
    id,
    state: 'planned',
    shipmentIds: [`shp_${number}`],
    address: anAddress(streets[number % streets.length]!, number),
    place: { lat: 52.1 + number / 1000, lon: 5.1 },
    window: null,
    estimatedAt: null,
    failure: null,
    ...of,
  };
}

export function anAddress(street: string, houseNumber: number): DriverStop['address'] {
  const postcode = `89${51 + (houseNumber % 20)}AB`;
  return { street, houseNumber, houseNumberAddition: null, postcode, city: 'Zilverwaard', country: 'NL' };
}

export function aParcel(shipmentId: string, of: Partial<DriverParcel> = {}): DriverParcel {
  const number = shipmentId.replace(/\D/g, '').padStart(3, '0');
  return { shipmentId, barcode: `3SKLOP0000${number}`, name: `Ontvanger ${number}`, note: null, ...of };
}

export function aRoute(stops: readonly DriverStop[], of: Partial<DriverRoute> = {}): DriverRoute {
  return {
    id: 'rte_1',
    reference: 'Zilverwaard 3',
    day: '2026-11-27',
    driver: 'D. Bezorger',
    vehicle: 'Bus 12',
    state: 'under_way',
    version: 1,
    stops,
    instructions: [],
    parcels: stops.flatMap(({ shipmentIds }) => shipmentIds.map((id) => aParcel(id))),
    ...of,
  };
}

export function anInstruction(of: Partial<DriverInstruction> & { id: string }): DriverInstruction {
  const nothing = { text: null, answer: null, shipmentId: null, stopId: null, answeredAt: null };
  return { kind: 'redirect', state: 'pushed', ...nothing, ...of };
}

export function aChange(seq: number, of: Partial<FeedChange> = {}): FeedChange {
  return { seq, kind: 'stops_changed', instruction: null, stops: [], sequence: null, parcels: [], ...of };
}
