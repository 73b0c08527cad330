export const ROUTE_STATES = ['planned', 'under_way', 'ended'] as const;
/** How far a route has come: `under_way` from its start, or the first thing done at a stop. */
export type RouteState = (typeof ROUTE_STATES)[number];

export const STOP_STATES = ['planned', 'next', 'arrived', 'completed', 'failed', 'skipped'] as const;
/** How far a stop has come. `next`: the driver is on the way there. */
export type StopState = (typeof STOP_STATES)[number];

export const INSTRUCTION_STATES = [
  'pushed',
  'acknowledged',
  'refused',
  'withdrawn',
  'superseded',
  'expired',
] as const;
/** What came of something that a driver was told or asked. */
export type InstructionState = (typeof INSTRUCTION_STATES)[number];

export const WINDOW_STATES = ['estimated', 'promised', 'met', 'missed'] as const;
/** What a window is worth: only what was promised is kept track of. */
export type WindowState = (typeof WINDOW_STATES)[number];

/** Every change of state that a route can make. */
export const ROUTE_TRANSITIONS: Readonly<Record<RouteState, readonly RouteState[]>> = {
  planned: ['under_way', 'ended'],
  under_way: ['ended'],
  ended: [],
};

/** Every change of state that a stop can make. A driver may come back to what was skipped, or go another way. */
export const STOP_TRANSITIONS: Readonly<Record<StopState, readonly StopState[]>> = {
  planned: ['next', 'arrived', 'completed', 'failed', 'skipped'],
  next: ['planned', 'arrived', 'completed', 'failed', 'skipped'],
  arrived: ['planned', 'completed', 'failed', 'skipped'],
  completed: [],
  failed: [],
  skipped: ['next', 'arrived', 'completed', 'failed'],
};

/** Every change of state that an instruction can make. What was acknowledged can still be overtaken by a later one. */
export const INSTRUCTION_TRANSITIONS: Readonly<Record<InstructionState, readonly InstructionState[]>> = {
  pushed: ['acknowledged', 'refused', 'withdrawn', 'superseded', 'expired'],
  acknowledged: ['superseded', 'expired'],
  refused: [],
  withdrawn: [],
  superseded: [],
  expired: [],
};

/** The driver has been there: nothing more comes of it. To what was skipped a driver may come back. */
export function wasVisited(state: StopState): boolean {
  return state === 'completed' || state === 'failed';
}

/** The driver has been there, or will not come. */
export function isDone(state: StopState): boolean {
  return state === 'completed' || state === 'failed' || state === 'skipped';
}
