import type { AppDependencies } from '../../src/app';
import type { Database } from '../../src/database/open-database';
import {
  addresses,
  type Answer,
  type DeviceOf,
  type ShipmentsService,
  type ShownShipment,
  startShipments,
  type Who,
} from './shipments-service';
import { type SteeredClock, steeredClock } from './steered-clock';

export interface ShownStop {
  id: string;
  sequence: number;
  state: string;
  shipmentIds: string[];
  address: { street: string; houseNumber: number; postcode: string | null; city: string };
  place: { lat: number; lon: number } | null;
  serviceMinutes: number;
  window: { from: string; until: string; state: string } | null;
  plannedAt: string | null;
  estimatedAt: string | null;
  failure: string | null;
  arrivedAt: string | null;
  doneAt: string | null;
}

export interface ShownRoute {
  id: string;
  reference: string;
  day: string;
  depot: string;
  state: string;
  version: number;
  stopsDone: number;
  stopsToDo: number;
  stops: ShownStop[];
  instructions: { id: string; kind: string; state: string }[];
  parcels: { shipmentId: string; barcode: string; name: string; note: string | null }[];
  [other: string]: unknown;
}

export interface Plan {
  reference: string;
  day: string;
  depot: string;
  driver: string;
  vehicle: string;
  startsAt: string;
  endsAt: string;
  stops: PlanStop[];
  start?: { lat: number; lon: number };
}

export interface PlanStop {
  shipments: string[];
  serviceMinutes?: number;
  window?: { from: string; until: string; promised?: boolean };
  plannedAt?: string;
  place?: { lat: number; lon: number };
}

/** What a route is planned of: shipments that are there, or the addresses that new ones go to. */
export type Parcels = readonly (ShownShipment | keyof typeof addresses | readonly ShownShipment[])[];

/** The day on which the routes of the tests are driven: that of a steered clock, whose noon it is in UTC. */
export const DAY = '2026-01-05';
/** A time of that day in Europe/Amsterdam, which is an hour ahead then. */
export const at = (time: string) => `${DAY}T${time}:00+01:00`;

/** The whole service at a time that stands still, and what is done with routes in a word. */
export interface RoutesService extends ShipmentsService {
  database: Database;
  clock: SteeredClock;
  /** A shipment of the depot ZLV that may leave. */
  parcel(address?: keyof typeof addresses): Promise<ShownShipment>;
  /** A route of the depot ZLV, a stop for each parcel (or parcels) that it is given; one where none is. */
  planRoute(parcels?: Parcels, of?: Partial<Plan>): Promise<ShownRoute>;
  /** A route as it is now. */
  route(id: string): Promise<ShownRoute>;
  /** A device that is let in to a route. */
  deviceOf(route: Pick<ShownRoute, 'id'>): Promise<DeviceOf>;
}

let plans = 0;

/** A plan of the depot ZLV for these stops. */
export function aPlan(stops: PlanStop[], of: Partial<Plan> = {}): Plan {
  plans += 1;
  return {
    ...{ reference: `R-${plans}`, day: DAY, depot: 'ZLV', driver: 'Jelle', vehicle: 'V-123-BX' },
    start: { lat: 53.0, lon: 6.0 },
    startsAt: at('08:00'),
    endsAt: at('17:00'),
    stops,
    ...of,
  };
}

export async function startRoutes(
  database: Database,
  overrides: Partial<AppDependencies> = {},
): Promise<RoutesService> {
  const clock = steeredClock();
  const service = await startShipments(database, { clock, deadlineMs: 10_000, ...overrides });
  return { ...service, ...routeWords(service), database, clock };
}

/** What is done with routes, in words, on a service that runs. */
export function routeWords(service: ShipmentsService) {
  const parcel = async (address: keyof typeof addresses = 'right') =>
    (await service.order({ depot: 'ZLV', address: addresses[address] })).body;
  const route = async (id: string) => (await service.read<ShownRoute>('planner', `/v1/routes/${id}`)).body;
  return {
    ...{ parcel, route },
    planRoute: async (parcels: Parcels = ['right'], of: Partial<Plan> = {}) => {
      const stops = await Promise.all(parcels.map((one) => stopFor(one, parcel)));
      const planned = await plan(service, aPlan(stops, of));
      if (planned.status >= 400) throw new Error(JSON.stringify(planned.body));
      return route(planned.body.id);
    },
    deviceOf: async ({ id }: Pick<ShownRoute, 'id'>): Promise<DeviceOf> => {
      const issued = await service.write<{ id: string }>('planner', `/v1/routes/${id}/device-tokens`);
      return `device@${id}@${issued.body.id}`;
    },
  };
}

/** Sends a plan. */
export function plan(
  service: Pick<ShipmentsService, 'write'>,
  body: Plan,
  who: Who = 'planner',
): Promise<Answer<ShownRoute>> {
  return service.write<ShownRoute>(who, '/v1/routes', { body });
}

async function stopFor(
  one: Parcels[number],
  parcel: (address: keyof typeof addresses) => Promise<ShownShipment>,
): Promise<PlanStop> {
  if (typeof one === 'string') return { shipments: [(await parcel(one)).id] };
  const shipments = 'id' in one ? [one] : one;
  return { shipments: shipments.map(({ id }) => id) };
}
