import fc from 'fast-check';
import type { DeviceAction, DriverRoute, FeedChange } from '../../../src/routes/driver/contract';
import { beforeFeed, type RouteCopy } from '../../../src/routes/driver/route-copy';
import { anAddress, aRoute, aStop, streets } from './a-route';
import { StandInRoute } from './stand-in-route';

/** What a route's feed told in a day, and what came of the route. */
export interface Day {
  begin: RouteCopy;
  changes: readonly FeedChange[];
  after: DriverRoute;
}

type Step = (service: StandInRoute, count: number) => void;

const shipment = fc.integer({ min: 1, max: 6 }).map((number) => `shp_${number}`);
const at = fc.nat(5);

const redirect = fc
  .tuple(shipment, fc.constantFrom(...streets), fc.nat(3), at)
  .map(([shipmentId, street, number, after]): Step => (service, count) => {
    const stop = aStop(`stp_${100 + count}`, { address: anAddress(street, number + 1) });
    service.redirect(shipmentId, stop, after);
  });
const takeBack = shipment.map(
  (id): Step =>
    (service) =>
      service.takeBack(id),
);
const ask = shipment.map(
  (id): Step =>
    (service) =>
      service.ask('Kan het vóór 14:30?', id),
);

const stopKinds = ['heading', 'arrived', 'completed', 'skipped'] as const;
const drive = fc.tuple(at, fc.constantFrom(...stopKinds)).map(([index, kind]): Step => (service, count) => {
  const stopId = service.route.stops[index]?.id;
  if (stopId !== undefined) done(service, { kind, stopId }, count);
});
const answer = fc
  .tuple(at, fc.constantFrom('acknowledged', 'refused'))
  .map(([index, kind]): Step => (service, count) => {
    const instructionId = service.route.instructions[index]?.id;
    if (instructionId !== undefined) done(service, { kind, instructionId, reason: 'Geen tijd' }, count);
  });

function done(service: StandInRoute, action: DeviceAction | object, count: number): void {
  const event = { ...action, deviceSeq: count + 1, occurredAt: '2026-11-27T10:00:00.000Z' };
  service.record([event as Parameters<StandInRoute['record']>[0][number]]);
}

/** Any day of a route of six stops. */
export const anyDay: fc.Arbitrary<Day> = fc
  .array(fc.oneof(redirect, takeBack, ask, drive, drive, answer), { maxLength: 25, size: 'max' })
  .map((steps) => {
    const planned = aRoute(
      [1, 2, 3, 4, 5, 6].map((number) => aStop(`stp_${number}`)),
      { state: 'planned' },
    );
    const service = new StandInRoute(planned, () => undefined);
    steps.forEach((step, count) => step(service, count));
    const { parcels } = planned;
    const begin = beforeFeed(planned);
    return { begin, changes: service.changes, after: { ...service.route, parcels } };
  });
