import type { Instruction } from '../instructions/instruction';
import type { Route, Stop } from '../route';
import { isDone } from '../states';
import { takeOff, withParcel, withTravel, type ChangedStops } from './apply-insertion';
import { estimateTimes, type Moment } from './estimate';
import { itineraryOf, leftMs } from './itinerary';
import { lockedCount } from './locked';
import { putIn } from './ranks';

/** A parcel that is to go back to the stop that an instruction took it from. */
export interface PutBack {
  shipmentId: string;
  before: NonNullable<Instruction['before']>;
  /** When it was taken from there. */
  changedAtMs: number;
  /** For a new stop at the old place, where the old one has been done meanwhile. */
  newStopId: string;
}

/**
 * Undoes a change: takes a parcel from where it now is and puts it back where it was, at its old stop if that is still to be
 * done. Otherwise the old stop comes again, behind the one that it was behind; or, where the driver has been further on since, as
 * soon as another stop can come.
 */
export function putBack(route: Route, change: PutBack, moment: Moment): ChangedStops {
  const { shipmentId, before } = change;
  const taken = takeOff(route.stops, shipmentId, before.stop.id);
  const old = taken.stops.find(({ id }) => id === before.stop.id);
  if (old === undefined || isDone(old.state)) {
    return { ...comingAgain({ ...route, stops: taken.stops }, change, moment), before: taken.before };
  }
  const stops = taken.stops.map((stop) => (stop === old ? withParcel(stop, shipmentId) : stop));
  return { ...taken, stops: withTravel(route, stops, moment.travelMs), stopId: old.id };
}

function comingAgain(route: Route, change: PutBack, moment: Moment): ChangedStops {
  const { before, changedAtMs, newStopId } = change;
  const isThere = route.stops.some(({ id }) => id === before.stop.id);
  const behind = route.stops.slice(route.stops.findIndex(({ id }) => id === before.afterStopId) + 1);
  const isPassed = behind.some((stop) => leftMs(stop) > changedAtMs);
  const stop = asItWas(route, change, isPassed);
  const beforeStopId = isPassed ? firstOpen(route, moment) : (behind[0]?.id ?? null);
  const again = { ...stop, id: isThere ? newStopId : stop.id };
  const stops = putIn(route.stops, again, beforeStopId);
  return { stops: withTravel(route, stops, moment.travelMs), stopId: again.id, before: null };
}

/** But the driver is at one place at a time, and may by now have gone to another. */
function asItWas({ stops }: Route, { before: { stop }, shipmentId }: PutBack, isPassed: boolean): Stop {
  const isElsewhere = isPassed || stops.some(({ state }) => state === 'next' || state === 'arrived');
  const state = isElsewhere || isDone(stop.state) ? 'planned' : stop.state;
  const arrivedAtMs = state === 'arrived' ? stop.arrivedAtMs : null;
  return { ...stop, shipmentIds: [shipmentId], state, arrivedAtMs, doneAtMs: null, failure: null };
}

function firstOpen(route: Route, { nowMs, travelMs }: Moment): string | null {
  const itinerary = itineraryOf(route.stops);
  const locked = lockedCount(itinerary, estimateTimes(route, nowMs, travelMs), nowMs);
  return itinerary[locked]?.id ?? null;
}
