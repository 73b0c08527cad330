import type { StopFailure } from '../failure-reasons';
import type { InstructionAnswer, InstructionKind } from '../instructions/instruction';
import type { ChangeKind } from '../route-change';
import type { Place, StopAddress } from '../route';
import type { InstructionState, RouteState, StopState, WindowState } from '../states';

/** What the service tells the page and hears from it; times are ISO 8601, UTC. */

export interface DriverWindow {
  from: string;
  until: string;
  state: WindowState;
}

export interface DriverStop {
  id: string;
  state: StopState;
  shipmentIds: readonly string[];
  address: StopAddress;
  place: Place | null;
  window: DriverWindow | null;
  /** Not in the feed: it follows from the time of day. */
  estimatedAt?: string | null;
  failure: string | null;
}

export interface DriverInstruction {
  id: string;
  kind: InstructionKind;
  state: InstructionState;
  /** What is asked. */
  text: string | null;
  answer: InstructionAnswer | null;
  shipmentId: string | null;
  /** Where it is to be delivered; null where it is not to be. */
  stopId: string | null;
  answeredAt: string | null;
}

export interface DriverParcel {
  shipmentId: string;
  barcode: string;
  name: string | null;
  note: string | null;
}

export interface DriverRoute {
  id: string;
  reference: string;
  day: string;
  driver: string;
  vehicle: string;
  state: RouteState;
  version: number;
  stops: readonly DriverStop[];
  instructions: readonly DriverInstruction[];
  parcels: readonly DriverParcel[];
}

/** One entry of the route's feed. */
export interface FeedChange {
  seq: number;
  kind: ChangeKind;
  instruction: DriverInstruction | null;
  /** Those that changed or came, as they are after it. */
  stops: readonly DriverStop[];
  /** The ids of all stops in their sequence, where that changed. */
  sequence: readonly string[] | null;
  parcels: readonly DriverParcel[];
}

export interface FeedPage {
  changes: readonly FeedChange[];
  more: boolean;
}

/** Why a delivery failed, what happens most first. */
export const FAILURE_REASONS = [
  'not_at_home',
  'incorrect_address',
  'moved',
  'refused',
  'no_access',
  'other',
] as const satisfies readonly StopFailure[];

/** Something that the driver did, or where the van is. */
export type DeviceAction =
  | { kind: 'started' | 'ended' }
  | { kind: 'position'; place: Place }
  | { kind: 'heading' | 'arrived' | 'completed' | 'skipped'; stopId: string }
  | { kind: 'failed'; stopId: string; reason: StopFailure }
  | { kind: 'acknowledged'; instructionId: string }
  | { kind: 'refused'; instructionId: string; reason: string }
  | { kind: 'answered'; instructionId: string; answer: InstructionAnswer };

/** An action as it is sent, with the device's own count, by which the service does it once. */
export type DeviceEvent = DeviceAction & { deviceSeq: number; occurredAt: string };

/** What is sent at a time, and when by the device's clock, which may be wrong. */
export interface DeviceEvents {
  sentAt: string;
  events: readonly DeviceEvent[];
}

/** What came of an event: only what was `applied` changed the route. */
export interface Outcome {
  deviceSeq: number;
  effect: string;
}

export interface Outcomes {
  outcomes: readonly Outcome[];
  /** How far the feed was when they were written. */
  version: number;
}
