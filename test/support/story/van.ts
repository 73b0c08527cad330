import type { ShownRoute, ShownStop } from '../routes-service';
import type { ShownShipment } from '../shipments-service';
import { expectThat } from './caller';
import type { Phone } from './phone';
import { routeNow, shipmentNow, type Stage } from './stage';

/** Her parcel's place in the van: after so many others. */
const BEFORE_HERS = 3;

/** The planning system puts her parcel on a route of the day, and it leaves. */
export async function leaves(stage: Stage, parcel: ShownShipment, routeId: string): Promise<Phone> {
  const { planner, tell } = stage;
  const before = await routeNow(stage, routeId);
  await planner.post('/v1/routes', { body: planWith(before, parcel) });
  const phone = await stage.phoneFor(routeId);
  await phone.connect();
  await phone.tap({ kind: 'started' });
  const route = await routeNow(stage, routeId);
  const { state } = (await shipmentNow(stage, parcel.id)).body;
  expectThat(route.state === 'under_way' && state === 'out_for_delivery', 'the parcel is on board');
  const { driver, vehicle } = route as unknown as { driver: string; vehicle: string };
  tell('Driver', `${driver} leaves with ${vehicle} and ${route.stops.length} stops; her parcel is on board.`);
  await drivesPast(stage, phone, 1);
  return phone;
}

function planWith({ stops, ...route }: ShownRoute, { id }: ShownShipment) {
  const { reference, day, depot, driver, vehicle, start, startsAt, endsAt } = route;
  const planned = stops.map(({ shipmentIds, serviceMinutes, window, plannedAt }) => ({
    ...{ shipments: shipmentIds, serviceMinutes, plannedAt },
    window: window && { from: window.from, until: window.until, promised: window.state === 'promised' },
  }));
  // What is not in the register has no place: only the plan says when the driver would be there.
  const hers = { shipments: [id], plannedAt: stops[BEFORE_HERS]?.plannedAt };
  const all = [...planned.slice(0, BEFORE_HERS), hers, ...planned.slice(BEFORE_HERS)];
  return { ...{ reference, day, depot, driver, vehicle, start, startsAt, endsAt }, stops: all };
}

/** The driver delivers what comes next. */
export async function drivesPast(stage: Stage, phone: Phone, count: number): Promise<void> {
  const { stops } = await routeNow(stage, phone.routeId);
  const next = stops.filter(isToDo).slice(0, count);
  for (const { id } of next) await phone.tap({ kind: 'heading', stopId: id }, ...handedOver(id));
  stage.tell(
    'Driver',
    `delivers at ${next.map(({ address }) => `${address.street} ${address.houseNumber}`).join(', ')}.`,
  );
}

export function handedOver(stopId: string) {
  return [
    { kind: 'arrived', stopId },
    { kind: 'completed', stopId },
  ];
}

export function isToDo({ state }: ShownStop): boolean {
  return state === 'planned' || state === 'next' || state === 'arrived';
}
