import type { StopFailure } from './failure-reasons';
import type { InstructionAnswer } from './instruction';
import type { Place } from './route';

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
  /** By the device's clock. */
  occurredAtMs: number;
  place: Place | null;
};

/** What became of it. `late`: what is known is newer; `repeated`: it was sent before. */
export const DEVICE_EFFECTS = ['applied', 'repeated', 'late', 'not_possible'] as const;
export type DeviceEffect = (typeof DEVICE_EFFECTS)[number];

/** How an event that is new can turn out. */
export type NewEffect = Exclude<DeviceEffect, 'repeated'>;

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
