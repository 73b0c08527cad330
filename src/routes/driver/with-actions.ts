import { INSTRUCTION_TRANSITIONS, ROUTE_TRANSITIONS, STOP_TRANSITIONS } from '../states';
import type { InstructionState, RouteState, StopState } from '../states';
import type { DeviceAction, DriverInstruction, DriverRoute, DriverStop } from './contract';

type StopAction = Extract<DeviceAction, { stopId: string }>;

/** What becomes of a stop. */
export const STOP_STATE_OF = {
  heading: 'next',
  arrived: 'arrived',
  completed: 'completed',
  failed: 'failed',
  skipped: 'skipped',
} as const satisfies Record<StopAction['kind'], StopState>;

/** The route as the driver has made it: what was done counts at once, whether or not the service knows. */
export function withActions(route: DriverRoute, actions: readonly DeviceAction[]): DriverRoute {
  return actions.reduce(withAction, route);
}

function withAction(route: DriverRoute, action: DeviceAction): DriverRoute {
  if (action.kind === 'position' || route.state === 'ended') return route;
  if ('instructionId' in action)
    return { ...route, instructions: route.instructions.map((one) => instructionAfter(one, action)) };
  const under = withState(route, action.kind === 'ended' ? 'ended' : 'under_way');
  if (!('stopId' in action)) return under;
  return { ...under, stops: under.stops.map((stop) => stopAfter(stop, action)) };
}

function withState(route: DriverRoute, state: RouteState): DriverRoute {
  return ROUTE_TRANSITIONS[route.state].includes(state) ? { ...route, state } : route;
}

function stopAfter(stop: DriverStop, action: StopAction): DriverStop {
  const state = STOP_STATE_OF[action.kind];
  if (stop.id !== action.stopId) return isLeftFor(stop, action) ? { ...stop, state: 'planned' } : stop;
  if (!STOP_TRANSITIONS[stop.state].includes(state)) return stop;
  return { ...stop, state, failure: action.kind === 'failed' ? action.reason : stop.failure };
}

/** A driver is on the way to one stop, and at one. */
function isLeftFor({ state }: DriverStop, { kind }: StopAction): boolean {
  return (kind === 'heading' || kind === 'arrived') && (state === 'next' || state === 'arrived');
}

function instructionAfter(
  instruction: DriverInstruction,
  action: DeviceAction & { instructionId: string },
): DriverInstruction {
  const state: InstructionState = action.kind === 'refused' ? 'refused' : 'acknowledged';
  if (instruction.id !== action.instructionId) return instruction;
  if (!INSTRUCTION_TRANSITIONS[instruction.state].includes(state)) return instruction;
  return { ...instruction, state, answer: action.kind === 'answered' ? action.answer : instruction.answer };
}
