import type { Database } from '../../src/database/open-database';
import { type CorrectionsService, startCorrections } from './corrections-service';
import { type Parcels, type Plan, routeWords, type RoutesService, type ShownRoute } from './routes-service';
import type { Answer, DeviceOf, ShownCorrection, ShownShipment } from './shipments-service';
import type { AppDependencies } from '../../src/app';

/** What can still be done, as the API shows it. */
export interface ShownOption {
  kind: string;
  allowed: boolean;
  refusal: { code: string; message: string } | null;
  closesAt: string | null;
  routeId: string | null;
  routeVersion: number | null;
  window: { from: string; until: string; state: string } | null;
  day: string | null;
  [other: string]: unknown;
}

export interface ShownOptions {
  options: ShownOption[];
  route: { id: string; version: number; state: string } | null;
  address: Record<string, unknown>;
  basis: string;
  note: string | null;
}

type DeviceEvent = { kind: string } & Record<string, unknown>;

/** The whole service with a driver under way, and what happens on a route in a word. */
export interface DrivingService
  extends CorrectionsService, Pick<RoutesService, 'parcel' | 'planRoute' | 'route' | 'deviceOf'> {
  /** A route of these parcels that has left, with its device. */
  underWay(parcels: Parcels, of?: Partial<Plan>): Promise<{ route: ShownRoute; device: DeviceOf }>;
  /** The device reports what happened a second later. */
  report(device: DeviceOf, ...events: DeviceEvent[]): Promise<Answer<{ outcomes: { effect: string }[] }>>;
  options(correction: ShownCorrection, query?: string): Promise<ShownOptions>;
  /** Approves with one of the options, as it is shown now. */
  approveBy(
    correction: ShownCorrection,
    kind: string,
    more?: Record<string, unknown>,
  ): ReturnType<CorrectionsService['decide']>;
  timeline(
    shipment: Pick<ShownShipment, 'id'>,
  ): Promise<{ code: string; reason: string | null; by: string }[]>;
}

export async function startDriving(
  database: Database,
  overrides: Partial<AppDependencies> = {},
): Promise<DrivingService> {
  const service = await startCorrections(database, overrides);
  const words = routeWords(service);
  let counted = 0;
  const report: DrivingService['report'] = (device, ...events) => {
    service.clock.advance(1_000);
    const occurredAt = service.clock.now().toISOString();
    const counting = events.map((event) => ({ deviceSeq: (counted += 1), occurredAt, ...event }));
    const [, routeId = ''] = device.split('@');
    return service.write(device, `/v1/routes/${routeId}/device-events`, { body: { events: counting } });
  };
  const options: DrivingService['options'] = async ({ shipmentId, id }, query = '') =>
    (
      await service.read<ShownOptions>(
        'agent',
        `/v1/shipments/${String(shipmentId)}/corrections/${id}/options${query}`,
      )
    ).body;
  return {
    ...service,
    ...words,
    ...{ report, options },
    underWay: async (parcels, of) => {
      const planned = await words.planRoute(parcels, of);
      const device = await words.deviceOf(planned);
      await report(device, { kind: 'started' });
      return { route: await words.route(planned.id), device };
    },
    approveBy: async (correction, kind, more = {}) => {
      const shown = (await options(correction)).options.find((one) => one.kind === kind);
      const { routeVersion, routeId } = shown ?? { routeVersion: null, routeId: null };
      return service.decide('agent', correction, 'approve', {
        body: { option: { kind, routeVersion, routeId }, ...more },
      });
    },
    timeline: async ({ id }) =>
      (
        await service.read<{ events: { code: string; reason: string | null; by: string }[] }>(
          'supervisor',
          `/v1/shipments/${id}/events`,
        )
      ).body.events,
  };
}
