import type { Instruction } from '../instruction';
import type { Route, Stop } from '../route';
import { isDone } from '../states';
import { takeOff, withParcel, withTravel, type ChangedStops } from './apply-insertion';
import { estimateTimes, type Moment } from './estimate';
import { itineraryOf } from './itinerary';
import { lockedCount } from './locked';
import { putIn } from './ranks';

/** A parcel that is to go back to the stop that an instruction took it from. */
export interface PutBack {
  shipmentId: string;
  before: NonNullable<Instruction['before']>;
  /** For a new stop at the old place, where the old one has been done meanwhile. */
  newStopId: string;
}

/**
 * Undoes a change: takes a parcel from where it now is and puts it back where it was, at its old stop if that is still to be
 * done. Otherwise the old stop comes again, behind the one that it was behind, or, where the driver has passed that place, as
 * soon as another stop can come.
 */
export function putBack(
  route: Route,
  { shipmentId, before, newStopId }: PutBack,
  moment: Moment,
): ChangedStops {
  const taken = takeOff(route.stops, shipmentId, before.stop.id);
  const old = taken.stops.find(({ id }) => id === before.stop.id);
  if (old !== undefined && !isDone(old.state)) {
    const stops = taken.stops.map((stop) => (stop === old ? withOnce(stop, shipmentId) : stop));
    return { ...taken, stops: withTravel(route, stops, moment.travelMs), stopId: old.id };
  }
  const again = comingAgain(before.stop, taken.stops, {
    shipmentId,
    id: old === undefined ? before.stop.id : newStopId,
  });
  const stops = putIn(
    taken.stops,
    again,
    oldPlace({ ...route, stops: taken.stops }, before.afterStopId, moment),
  );
  return { ...taken, stops: withTravel(route, stops, moment.travelMs), stopId: again.id };
}

function withOnce(stop: Stop, shipmentId: string): Stop {
  return stop.shipmentIds.includes(shipmentId) ? stop : withParcel(stop, shipmentId);
}

/** As it was; but the driver is at one place at a time, and has by now perhaps gone to another. */
function comingAgain(
  old: Stop,
  stops: readonly Stop[],
  { shipmentId, id }: { shipmentId: string; id: string },
): Stop {
  const isElsewhere = stops.some(({ state }) => state === 'next' || state === 'arrived');
  const isAsItWas = !isElsewhere && !isDone(old.state);
  const state = isAsItWas ? old.state : 'planned';
  const arrivedAtMs = state === 'arrived' ? old.arrivedAtMs : null;
  return { ...old, id, shipmentIds: [shipmentId], state, arrivedAtMs, doneAtMs: null, failure: null };
}

/** The stop that the old place comes directly before in the sequence; null for the end. */
function oldPlace(route: Route, afterStopId: string | null, moment: Moment): string | null {
  const { stops } = route;
  const itinerary = itineraryOf(stops);
  const locked = lockedCount(itinerary, estimateTimes(route, moment.nowMs, moment.travelMs), moment.nowMs);
  const open = new Set(itinerary.slice(locked).map(({ id }) => id));
  const behind = stops.slice(stops.findIndex(({ id }) => id === afterStopId) + 1);
  const isPassed = behind.some(({ id, state }) => !isDone(state) && !open.has(id));
  const next = (isPassed ? stops : behind).find(({ id }) => open.has(id));
  return next?.id ?? null;
}
