import type { ChangeKind } from '../route-change';
import type { DriverInstruction, DriverParcel, DriverRoute, DriverStop, FeedChange } from './contract';
import { wasAfter, type Was } from './was';

/** The device's copy of its route: what the service has told, up to the route's version. */
export interface RouteCopy {
  route: DriverRoute;
  was: Was;
}

const ON_THE_ROAD: readonly ChangeKind[] = ['started', 'stop_progressed'];

/** The copy after a route was fetched whole. An answer that the feed has overtaken changes nothing. */
export function withRoute(copy: RouteCopy | null, route: DriverRoute): RouteCopy {
  if (copy?.route.id !== route.id) return { route, was: {} };
  if (route.version < copy.route.version) return copy;
  return { route, was: wasAfter(copy.was, copy.route, route) };
}

/**
 * The copy after entries of the feed, however they came: those that it has already are passed over, and nothing is taken
 * from behind a gap.
 */
export function withChanges(copy: RouteCopy, changes: readonly FeedChange[]): RouteCopy {
  return changes.reduce(withChange, copy);
}

/** The copy as it was before the feed's first entry: a replay from there tells what shipments were where. */
export function beforeFeed(route: DriverRoute): RouteCopy {
  return { route: { ...route, version: 0, stops: [], instructions: [], parcels: [] }, was: {} };
}

function withChange(copy: RouteCopy, change: FeedChange): RouteCopy {
  const { route } = copy;
  if (change.seq !== route.version + 1) return copy;
  const after: DriverRoute = {
    ...route,
    version: change.seq,
    state: stateAfter(route.state, change),
    stops: stopsAfter(route.stops, change),
    instructions: instructionsAfter(route.instructions, change.instruction),
    parcels: parcelsAfter(route.parcels, change.parcels),
  };
  return { route: after, was: wasAfter(copy.was, route, after) };
}

/** The first thing that its driver does at a stop sets a route under way; an answer does not. */
function stateAfter(state: DriverRoute['state'], { kind }: FeedChange): DriverRoute['state'] {
  if (kind === 'ended') return 'ended';
  return state === 'planned' && ON_THE_ROAD.includes(kind) ? 'under_way' : state;
}

function stopsAfter(stops: readonly DriverStop[], change: FeedChange): readonly DriverStop[] {
  if (change.stops.length === 0 && change.sequence === null) return stops;
  const byId = new Map(stops.map((stop) => [stop.id, stop]));
  for (const stop of change.stops) byId.set(stop.id, withEstimate(stop, byId.get(stop.id)));
  const sequence = change.sequence ?? [...byId.keys()];
  return sequence.flatMap((id) => byId.get(id) ?? []);
}

/** The feed tells no estimates; the last one that is known stays until the route is fetched again. */
function withEstimate(stop: DriverStop, known: DriverStop | undefined): DriverStop {
  return known === undefined ? stop : { estimatedAt: known.estimatedAt ?? null, ...stop };
}

function instructionsAfter(
  instructions: readonly DriverInstruction[],
  told: DriverInstruction | null,
): readonly DriverInstruction[] {
  if (told === null) return instructions;
  const isKnown = instructions.some(({ id }) => id === told.id);
  if (!isKnown) return [...instructions, told];
  return instructions.map((one) => (one.id === told.id ? told : one));
}

function parcelsAfter(
  parcels: readonly DriverParcel[],
  came: readonly DriverParcel[],
): readonly DriverParcel[] {
  if (came.length === 0) return parcels;
  return [...new Map([...parcels, ...came].map((parcel) => [parcel.shipmentId, parcel])).values()];
}
