import type { Stop } from './route';

export const CHANGE_KINDS = [
  'planned',
  'started',
  'stop_progressed',
  'stops_changed',
  'question_asked',
  'instruction_answered',
  'instruction_closed',
  'window_promised',
  'ended',
] as const;
/** What an entry of a route's feed tells. */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What a device needs to bring its copy of the route up to date, without asking for anything else. */
export interface ChangeContent {
  /** Stops as they are after it, those that changed or came. */
  stops: readonly Stop[];
  /** The ids of all stops in their sequence, where that changed. */
  sequence: readonly string[] | null;
  /** The question, or what the instruction is about, in the driver's words. */
  text: string | null;
}

/** One entry of a route's feed. */
export interface RouteChange {
  routeId: string;
  /** Gapless, from 1; the version of the route after it. */
  seq: number;
  atMs: number;
  kind: ChangeKind;
  /** The instruction that it carries or closes. */
  instructionId: string | null;
  content: ChangeContent;
}
