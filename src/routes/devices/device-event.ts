import type { StopFailure } from '../failure-reasons';
import type { InstructionAnswer } from '../instructions/instruction';
import type { Place } from '../route';

/** What a device reports of a stop. */
export type StopEvent =
  | { kind: 'heading' | 'arrived' | 'completed'; stopId: string }
  | { kind: 'failed'; stopId: string; reason: StopFailure }
  | { kind: 'skipped'; stopId: string; reason: StopFailure | null };

/** What a driver makes of something that they were told or asked. */
export type AnswerEvent =
  | { kind: 'acknowledged'; instructionId: string }
  | { kind: 'refused'; instructionId: string; reason: string }
  | { kind: 'answered'; instructionId: string; answer: InstructionAnswer };

/** Something that a driver's device reports; `place` is where it was. */
export type DeviceEvent = (
  StopEvent | AnswerEvent | { kind: 'started' } | { kind: 'ended' } | { kind: 'position'; place: Place }
) & {
  /** The device's own count: each is done once. */
  deviceSeq: number;
  /** By the device's clock, until it is put right. */
  occurredAtMs: number;
  place: Place | null;
};

/** What became of it. `late`: what is known is newer; `repeated`: it was sent before. */
export const DEVICE_EFFECTS = ['applied', 'repeated', 'late', 'not_possible'] as const;
export type DeviceEffect = (typeof DEVICE_EFFECTS)[number];

/** How an event that is new can turn out. */
export type NewEffect = Exclude<DeviceEffect, 'repeated'>;

/** The way there, and clocks that are right, make no more of a difference. */
const NO_DIFFERENCE_MS = 2_000;
/** A clock that is further off than a day is no clock. */
const MOST_DIFFERENCE_MS = 24 * 60 * 60_000;

/**
 * Events by the service's clock, where that is another than the device's by which they were sent: a parcel that was scanned
 * by the one and handed over by the other would seem to have come off the van before it was loaded.
 */
export function byOurClock<Event extends Pick<DeviceEvent, 'occurredAtMs'>>(
  events: readonly Event[],
  { sentAtMs, nowMs }: { sentAtMs: number | null; nowMs: number },
): readonly Event[] {
  const behindMs = sentAtMs === null ? 0 : nowMs - sentAtMs;
  if (Math.abs(behindMs) <= NO_DIFFERENCE_MS) return events;
  const byMs = Math.max(-MOST_DIFFERENCE_MS, Math.min(MOST_DIFFERENCE_MS, behindMs));
  return events.map((event) => ({ ...event, occurredAtMs: event.occurredAtMs + byMs }));
}

/**
 * When an event happened, as far as it can be known: not after now, whatever the device's clock says, nor before what the
 * same device reported before it, since it counts what it does and its clock may be put back.
 */
export function happenedAtMs(
  { occurredAtMs }: Pick<DeviceEvent, 'occurredAtMs'>,
  { nowMs, latestMs }: { nowMs: number; latestMs: number },
): number {
  return Math.min(nowMs, Math.max(occurredAtMs, latestMs));
}
