import type { InstructionState } from '../states';
import type { Stop } from '../route';

export const INSTRUCTION_KINDS = ['redirect', 'take_back', 'question'] as const;
/** `redirect`: deliver elsewhere; `take_back`: do not deliver, bring it to the depot; `question`: yes or no. */
export type InstructionKind = (typeof INSTRUCTION_KINDS)[number];

export const INSTRUCTION_ANSWERS = ['yes', 'no'] as const;
export type InstructionAnswer = (typeof INSTRUCTION_ANSWERS)[number];

/** Something that a driver is told or asked, and has to answer. Times are milliseconds since 1970. */
export interface Instruction {
  id: string;
  routeId: string;
  /** The entry of the feed that carries it. */
  seq: number;
  kind: InstructionKind;
  state: InstructionState;
  shipmentId: string | null;
  correctionId: string | null;
  /** Where it is to be delivered; null where it is not to be. */
  stopId: string | null;
  /** What is asked. */
  text: string | null;
  answer: InstructionAnswer | null;
  /** Why the driver refused. */
  reason: string | null;
  /** The stop that the parcel was taken from, and which came before that one, so that it can be put back. */
  before: { stop: Stop; afterStopId: string | null } | null;
  /** Whose doing it is. */
  actor: string;
  pushedAtMs: number;
  /** When the device fetched it. */
  receivedAtMs: number | null;
  /** When the driver answered, by the device's clock. */
  answeredAtMs: number | null;
  closedAtMs: number | null;
}
