import type { Route, Stop, Window } from '../route';
import { goesWith, itineraryOf, lastStopBeenAt, stopOf } from './itinerary';
import { newStopAt, type Insertion, type NewStop } from './insertion';
import { putIn } from './ranks';
import type { TravelMs } from './travel';

/** A parcel's new place on a route, as it was chosen. */
export interface Redirection {
  shipmentId: string;
  to: NewStop;
  at: Pick<Insertion, 'afterStopId' | 'joinsStopId'>;
  /** The id of the new stop, and its window; not used where the parcel joins another. */
  newStopId: string;
  window: Window | null;
}

/** The stops of a route after a change of it. */
export interface ChangedStops {
  /** In their sequence. */
  stops: readonly Stop[];
  /** The stop where the parcel now is. */
  stopId: string | null;
  /** What it was taken from, as Instruction keeps it; null where it was not on the route. */
  before: { stop: Stop; afterStopId: string | null } | null;
}

/**
 * The stops of a route once a parcel has been given its new place: a new stop between its neighbours, or one more parcel at the
 * stop that it joins; the old stop without it, or gone. Stops that did not change are the same objects as before.
 */
export function applyInsertion(route: Route, redirection: Redirection, travelMs: TravelMs): ChangedStops {
  const { shipmentId, to, at, newStopId, window } = redirection;
  const { stops, before } = takeOff(route.stops, shipmentId, at.joinsStopId);
  if (at.joinsStopId !== null) {
    const joined = stops.map((stop) => (stop.id === at.joinsStopId ? withParcel(stop, shipmentId) : stop));
    return { stops: withTravel(route, joined, travelMs), stopId: at.joinsStopId, before };
  }
  const stop = newStopAt(to, { id: newStopId, shipmentIds: [shipmentId], window });
  const placed = putIn(stops, stop, stopAfter(stops, at.afterStopId));
  return { stops: withTravel(route, placed, travelMs), stopId: newStopId, before };
}

/** The stops of a route without a parcel that is not to be delivered on it any more. */
export function takeBack(route: Route, shipmentId: string, travelMs: TravelMs): ChangedStops {
  const { stops, before } = takeOff(route.stops, shipmentId, null);
  return { stops: withTravel(route, stops, travelMs), stopId: null, before };
}

/** Takes a parcel from its stop, which goes with it if nothing else is handed over there, unless it stays for `keptId`. */
export function takeOff(
  stops: readonly Stop[],
  shipmentId: string,
  keptId: string | null,
): Pick<ChangedStops, 'stops' | 'before'> {
  const old = stopOf(stops, shipmentId);
  if (old === null || old.id === keptId) return { stops, before: null };
  const before = { stop: old, afterStopId: stops[stops.indexOf(old) - 1]?.id ?? null };
  if (goesWith(old, shipmentId)) return { stops: stops.filter((stop) => stop !== old), before };
  const rest = { ...old, shipmentIds: old.shipmentIds.filter((id) => id !== shipmentId) };
  return { stops: stops.map((stop) => (stop === old ? rest : stop)), before };
}

export function withParcel(stop: Stop, shipmentId: string): Stop {
  if (stop.shipmentIds.includes(shipmentId)) return stop;
  return { ...stop, shipmentIds: [...stop.shipmentIds, shipmentId] };
}

/** The first planned stop that is driven to after another, or, where that is no longer to be driven to, the first of all. */
function stopAfter(stops: readonly Stop[], afterStopId: string | null): string | null {
  const itinerary = itineraryOf(stops);
  const index = itinerary.findIndex(({ id }) => id === afterStopId) + 1;
  return itinerary.slice(index).find(({ state }) => state === 'planned')?.id ?? null;
}

/** What the road takes to each stop that another now comes before, or that had nothing kept. */
export function withTravel(route: Route, stops: readonly Stop[], travelMs: TravelMs): readonly Stop[] {
  const previous = previousOf(route, stops);
  const earlier = previousOf(route, route.stops);
  return stops.map((stop) => {
    const from = previous.get(stop.id);
    if (from === undefined || earlier.get(stop.id)?.id === from.id) return stop;
    if (stop.travel?.fromStopId === from.id) return stop;
    if (from.place === null || stop.place === null)
      return stop.travel === null ? stop : { ...stop, travel: null };
    return { ...stop, travel: { ms: travelMs(from.place, stop.place), fromStopId: from.id } };
  });
}

interface From {
  id: string | null;
  place: Stop['place'];
}

/** What comes before each undone stop in the order of driving. */
function previousOf(route: Route, stops: readonly Stop[]): Map<string, From> {
  const last = lastStopBeenAt(stops);
  let from: From = last === null ? { id: null, place: route.start } : { id: last.id, place: last.place };
  const previous = new Map<string, From>();
  for (const stop of itineraryOf(stops)) {
    previous.set(stop.id, from);
    from = { id: stop.id, place: stop.place };
  }
  return previous;
}
