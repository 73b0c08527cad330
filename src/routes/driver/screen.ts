import type { StopAddress } from '../route';
import type { StopState } from '../states';
import type { DriverInstruction, DriverParcel, DriverRoute, DriverStop } from './contract';
import type { Kept } from './model';
import { unknownTo } from './outbox';
import type { Was } from './was';
import { withActions } from './with-actions';

/** A stop as it is shown. */
export interface ShownStop {
  stop: DriverStop;
  /** Its place in the sequence, from 1. */
  number: number;
  /** Where its parcels were to go before. */
  was: readonly StopAddress[];
  parcels: readonly DriverParcel[];
}

/** An instruction that waits for its answer. */
export interface ShownInstruction {
  instruction: DriverInstruction;
  /** Where it is to be delivered; null where it is not to be, or nothing is delivered. */
  to: ShownStop | null;
  was: StopAddress | null;
  parcel: DriverParcel | null;
  /** How many wait, this one included. */
  waiting: number;
}

/** What a driver sees of a route. */
export interface RouteScreen {
  state: DriverRoute['state'];
  total: number;
  /** The oldest one: they are answered in the order in which they were given. */
  instruction: ShownInstruction | null;
  current: ShownStop | null;
  ahead: readonly ShownStop[];
  done: readonly ShownStop[];
}

/** What a driver sees of the route that is kept, with all that was done on it. */
export function routeScreen({ copy, outbox }: Pick<Kept, 'copy' | 'outbox'>): RouteScreen | null {
  if (copy === null) return null;
  const route = withActions(copy.route, unknownTo(outbox));
  const shown = route.stops.map((stop, index) => shownStop(stop, index, { route, was: copy.was }));
  const current = currentOf(shown);
  return {
    state: route.state,
    total: shown.length,
    instruction: instructionOf(route, copy.was, shown),
    current,
    ahead: shown.filter((one) => one !== current && !isOver(one.stop.state)),
    done: shown.filter(({ stop }) => isOver(stop.state)),
  };
}

/** The driver will not come there again; to what was skipped they may. */
function isOver(state: StopState): boolean {
  return state === 'completed' || state === 'failed';
}

/** Where the driver is, else is on the way to, else the first that is left, what was skipped last. */
function currentOf(stops: readonly ShownStop[]): ShownStop | null {
  const order: readonly StopState[] = ['arrived', 'next', 'planned', 'skipped'];
  for (const state of order) {
    const found = stops.find(({ stop }) => stop.state === state);
    if (found !== undefined) return found;
  }
  return null;
}

function shownStop(
  stop: DriverStop,
  index: number,
  { route, was }: { route: DriverRoute; was: Was },
): ShownStop {
  return {
    stop,
    number: index + 1,
    was: stop.shipmentIds.flatMap((id) => was[id] ?? []),
    parcels: route.parcels.filter(({ shipmentId }) => stop.shipmentIds.includes(shipmentId)),
  };
}

function instructionOf(route: DriverRoute, was: Was, stops: readonly ShownStop[]): ShownInstruction | null {
  const waiting = route.instructions.filter(({ state }) => state === 'pushed');
  const [instruction] = waiting;
  if (instruction === undefined) return null;
  const shipmentId = instruction.shipmentId ?? '';
  return {
    instruction,
    to: stops.find(({ stop }) => stop.id === instruction.stopId) ?? null,
    was: was[shipmentId] ?? null,
    parcel: route.parcels.find((one) => one.shipmentId === shipmentId) ?? null,
    waiting: waiting.length,
  };
}
