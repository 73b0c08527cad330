import type { Instruction } from './instructions/instruction';
import type { ParcelDescription } from './parcel';
import { type Estimate, estimateTimes } from './planning/estimate';
import { straightLine } from './planning/travel';
import type { Route, Stop } from './route';
import type { RouteChange } from './route-change';
import { type RouteSummary, summaryOf } from './route-summary';

/** What is shown beside a route. */
export interface ShownBeside {
  estimate: Estimate;
  /** Those that wait for an answer. */
  instructions: readonly Instruction[];
  parcels: readonly ParcelDescription[];
}

/** When a route's stops will be reached, as things are now; nothing more of one that has ended. */
export function estimateOf(route: Route, nowMs: number): Estimate {
  return route.state === 'ended'
    ? { arrivals: new Map(), endMs: null }
    : estimateTimes(route, nowMs, straightLine);
}

/** A route as the API shows it. */
export function shownRoute(route: Route, { estimate, instructions, parcels }: ShownBeside) {
  const { start, position } = route;
  const { stopsDone, stopsToDo, ...summary } = shownSummary(summaryOf(route));
  return {
    ...summary,
    start,
    estimatedEndAt: instant(estimate.endMs),
    position: position === null ? null : { ...placed(position), at: instantAt(position.atMs) },
    ...{ stopsDone, stopsToDo },
    stops: route.stops.map((stop, index) => ({
      sequence: index + 1,
      ...shownStop(stop),
      estimatedAt: instant(estimate.arrivals.get(stop.id) ?? null),
    })),
    instructions: instructions.map(shownInstruction),
    parcels: [...parcels],
  };
}

/** A route as a list shows it. */
export function shownSummary(route: RouteSummary) {
  const { id, reference, day, depot, driver, vehicle, state, version, stopsDone, stopsToDo } = route;
  return {
    ...{ id, reference, day, depot, driver, vehicle, state, version },
    startsAt: instantAt(route.startsAtMs),
    endsAt: instantAt(route.endsAtMs),
    ...{ stopsDone, stopsToDo },
    deviceSeenAt: instant(route.deviceSeenAtMs),
  };
}

/** A stop as the API shows it, in the feed too. */
export function shownStop(stop: Stop) {
  const { id, state, shipmentIds, address, place, window, failure } = stop;
  return {
    ...{ id, state, shipmentIds: [...shipmentIds], address },
    place: place === null ? null : placed(place),
    serviceMinutes: stop.serviceMs / 60_000,
    window:
      window === null
        ? null
        : { from: instantAt(window.fromMs), until: instantAt(window.untilMs), state: window.state },
    plannedAt: instant(stop.plannedAtMs),
    failure,
    arrivedAt: instant(stop.arrivedAtMs),
    doneAt: instant(stop.doneAtMs),
  };
}

/** What a driver is told or asked, as the API shows it. */
export function shownInstruction(instruction: Instruction) {
  const { id, kind, state, text, answer, reason, shipmentId, stopId } = instruction;
  return {
    ...{ id, kind, state, text, answer, reason, shipmentId, stopId },
    pushedAt: instantAt(instruction.pushedAtMs),
    receivedAt: instant(instruction.receivedAtMs),
    answeredAt: instant(instruction.answeredAtMs),
  };
}

/** An entry of a route's feed, with the instruction that it carries or closes, as that is now. */
export function shownChange({ seq, atMs, kind, content }: RouteChange, instruction: Instruction | null) {
  return {
    seq,
    at: instantAt(atMs),
    kind,
    stops: content.stops.map(shownStop),
    sequence: content.sequence === null ? null : [...content.sequence],
    text: content.text,
    instruction: instruction === null ? null : shownInstruction(instruction),
  };
}

function placed({ lat, lon }: { lat: number; lon: number }) {
  return { lat, lon };
}

function instant(atMs: number | null): string | null {
  return atMs === null ? null : instantAt(atMs);
}

function instantAt(atMs: number): string {
  return new Date(atMs).toISOString();
}
