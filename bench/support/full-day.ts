import { createRandom } from '../../src/random';
import type { Place, StopAddress } from '../../src/routes/route';
import { nearestNeighbour } from '../../test/support/a-round';
import type { DrivingService } from '../../test/support/driving-service';
import { aPlan, plan, type PlanStop } from '../../test/support/routes-service';
import { addresses, type ShownShipment } from '../../test/support/shipments-service';

export const STOPS = 150;
export const OTHERS = 5;
/** Where on its route a corrected parcel is. */
const ITS_STOP = 100;
const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 60 * MS_PER_MINUTE;

const right: StopAddress = {
  ...addresses.right,
  postcode: '8962KL',
  houseNumberAddition: null,
  country: 'NL',
};

/** A shipment whose correction is to be decided. */
export interface Case {
  shipmentId: string;
  correctionId: string;
}

/** A day of seven full routes around the new address: one under way with a corrected parcel, one to leave with another, five to leave. */
export async function fullDay(
  service: DrivingService,
  placeOf: (address: StopAddress) => Place | null,
): Promise<{ inVan: Case; toLeave: Case }> {
  const around = placeOf(right);
  if (around === null) throw new Error('The register knows where the new address is');
  const [first, second] = [await parcelOf(service, 'vera-1'), await parcelOf(service, 'vera-2')];
  const routeId = await planFull(service, around, first);
  const device = await service.deviceOf({ id: routeId });
  await service.report(device, { kind: 'started' });
  await planFull(service, around, second);
  for (let other = 0; other < OTHERS; other++) await planFull(service, around, null);
  return { inVan: await corrected(service, first), toLeave: await corrected(service, second) };
}

async function parcelOf(service: DrivingService, customerReference: string): Promise<ShownShipment> {
  return (await service.order({ address: addresses.old, depot: 'ZLV', customerReference })).body;
}

async function corrected(service: DrivingService, { id: shipmentId }: ShownShipment): Promise<Case> {
  const { body } = await service.propose('agent', shipmentId, { address: addresses.right });
  return { shipmentId, correctionId: body.id };
}

const random = createRandom(7);

/** Plans a route as it will be driven, with a promise at every third stop and an hour's room around it. */
async function planFull(service: DrivingService, around: Place, its: ShownShipment | null): Promise<string> {
  const near = () => ({ lat: around.lat + random() * 0.05, lon: around.lon + random() * 0.08 });
  const start = near();
  const startsMs = service.clock.nowMs() + MS_PER_HOUR / 2;
  const places = nearestNeighbour(start, Array.from({ length: STOPS }, near));
  const stops: PlanStop[] = [];
  for (const [index, place] of places.entries()) {
    const { id } = its !== null && index === ITS_STOP ? its : await service.parcel('elsewhere');
    stops.push({ shipments: [id], place, ...timesAt(startsMs + index * 3 * MS_PER_MINUTE, index % 3 === 0) });
  }
  const [startsAt, endsAt] = [iso(startsMs), iso(startsMs + 10 * MS_PER_HOUR)];
  const planned = await plan(service, aPlan(stops, { start, startsAt, endsAt }));
  if (planned.status >= 400) throw new Error(JSON.stringify(planned.body));
  return planned.body.id;
}

function timesAt(atMs: number, isPromised: boolean): Pick<PlanStop, 'plannedAt' | 'window'> {
  const plannedAt = iso(atMs);
  if (!isPromised) return { plannedAt };
  return {
    plannedAt,
    window: { from: iso(atMs - MS_PER_HOUR), until: iso(atMs + MS_PER_HOUR), promised: true },
  };
}

function iso(atMs: number): string {
  return new Date(atMs).toISOString();
}
