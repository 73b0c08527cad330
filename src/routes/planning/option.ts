import type { OptionCost, OptionCosts, OptionKind } from '../../option-costs';
import type { Place, Route, StopAddress, Window } from '../route';
import type { Moment } from './estimate';
import { insertStop, type InsertionAnswer } from './insert-stop';
import type { Insertion, WindowMove } from './insertion';
import { stopOf } from './itinerary';
import { refusal, type Refusal, type RefusalCode } from './refusals';
import { windowAround } from './windows';

/** A depot, and where it is if that is known. */
export interface DepotPlace {
  code: string;
  place: Place | null;
}

/** A parcel whose address was wrong, and all that decides what can still be done with it. */
export interface OptionsQuestion extends Moment {
  shipmentId: string;
  /** The right address, and its coordinates where the register knows them. */
  address: StopAddress;
  place: Place | null;
  /** Whether it is in a van. */
  isOnBoard: boolean;
  /** Whether nothing more can happen to it: delivered, returned, cancelled. */
  isFinal: boolean;
  /** The route that it is planned on or in the van of; null where there is none. */
  route: Route | null;
  /** The depot's other routes of that day that have not ended. */
  others: readonly Route[];
  depots: readonly DepotPlace[];
  /** The depot that an agent names for a transfer; null for the nearest. */
  transferTo: string | null;
  /** The code of the depot where it is, or that its route started from. */
  depot: string;
  /** Whether the agent allows other customers' promised windows, and the end of a shift, to be broken. */
  mayBreakPromises: boolean;
  costs: OptionCosts;
}

/** One thing that can, or cannot, still be done. Times are milliseconds since 1970. */
export interface Option {
  kind: OptionKind;
  allowed: boolean;
  /** Why not, and what to do instead; null where it is allowed. */
  refusal: Refusal | null;
  /** Until when it can be chosen; null where nothing closes it, or it is not allowed. */
  closesAtMs: number | null;
  /** How many stops the driver has before it closes. */
  stopsAway: number | null;
  routeId: string | null;
  /** The version of the route that this was worked out on: it holds for that one only. */
  routeVersion: number | null;
  insertion: Insertion | null;
  /** How much later the route ends. */
  addedMs: number | null;
  /** When the driver is estimated to be at the new address. */
  arriveMs: number | null;
  /** 60 minutes round that; the planner's own where there is no estimate. */
  window: Window | null;
  /** The other customers' windows that the driver comes to at another time. */
  moves: readonly WindowMove[];
  cost: OptionCost;
  /** When it will be delivered, as YYYY-MM-DD in Europe/Amsterdam. */
  day: string | null;
  /** The code of the depot that it is then delivered from, or kept at. */
  depot: string | null;
}

/** How long a driver is busy at a door that no plan says anything of: 2 minutes, the middle of what rounds of 120 to 180 stops leave. */
export const USUAL_SERVICE_MS = 2 * 60_000;

const NOTHING = {
  closesAtMs: null,
  stopsAway: null,
  routeId: null,
  routeVersion: null,
  insertion: null,
  addedMs: null,
  arriveMs: null,
  window: null,
  moves: [],
  day: null,
  depot: null,
} as const;

export function allowed(question: OptionsQuestion, kind: OptionKind, more: Partial<Option>): Option {
  const shown = { ...NOTHING, ...versionOf(question), cost: costOf(question, kind) };
  return { kind, allowed: true, refusal: null, ...shown, ...more };
}

export function refused(question: OptionsQuestion, kind: OptionKind, code: RefusalCode): Option {
  const shown = { ...NOTHING, ...versionOf(question), cost: costOf(question, kind) };
  return { kind, allowed: false, refusal: refusal(code), ...shown };
}

/** Whatever is done with a parcel that is on a route, it is done with that route as it was seen. */
function versionOf({ route }: OptionsQuestion): Pick<Option, 'routeId' | 'routeVersion'> {
  return { routeId: route?.id ?? null, routeVersion: route?.version ?? null };
}

function costOf({ costs }: OptionsQuestion, kind: OptionKind): OptionCost {
  return costs[kind] ?? { cents: 0, payer: 'nobody' };
}

/** Asks for the cheapest place of the parcel on a route. */
export function insertInto(question: OptionsQuestion, route: Route): InsertionAnswer {
  const { nowMs, travelMs, shipmentId, address, place, mayBreakPromises } = question;
  const serviceMs = oldStop(question)?.serviceMs ?? USUAL_SERVICE_MS;
  return insertStop({
    route,
    nowMs,
    travelMs,
    shipmentId,
    to: { address, place, serviceMs },
    mayBreakPromises,
  });
}

/** What an option on a route says of it. */
export function onRoute(question: OptionsQuestion, route: Route, insertion: Insertion): Partial<Option> {
  const { arriveMs, addedMs, moves } = insertion;
  return {
    routeId: route.id,
    routeVersion: route.version,
    insertion,
    addedMs,
    arriveMs,
    window: windowOf(question, route, insertion),
    moves,
    day: route.day,
    depot: route.depot,
  };
}

/** Who joins another at a stop comes in that one's window. */
function windowOf(
  question: OptionsQuestion,
  { stops }: Route,
  { arriveMs, joinsStopId }: Insertion,
): Window | null {
  const joined = stops.find(({ id }) => id === joinsStopId)?.window ?? null;
  if (joined !== null) return { ...joined, state: 'estimated' };
  return arriveMs === null ? plannersWindow(question) : windowAround(arriveMs);
}

function plannersWindow(question: OptionsQuestion): Window | null {
  const window = oldStop(question)?.window ?? null;
  return window === null ? null : { ...window, state: 'estimated' };
}

/** The stop where the parcel is to be handed over as things stand. */
export function oldStop({ route, shipmentId }: OptionsQuestion): Route['stops'][number] | null {
  return route === null ? null : stopOf(route.stops, shipmentId);
}
