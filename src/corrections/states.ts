export const CORRECTION_STATES = [
  'proposed',
  'blocked',
  'approved',
  'pushed',
  'acknowledged',
  'applied',
  'refused',
  'rejected',
  'withdrawn',
  'superseded',
  'expired',
  'undeliverable',
] as const;

/** How far a correction has come. `pushed` and `acknowledged` are of one whose parcel is with a driver. */
export type CorrectionState = (typeof CORRECTION_STATES)[number];

/** Every change of state there is, whoever makes it. One that was in effect is again where what superseded it is undone. */
export const TRANSITIONS: Readonly<Record<CorrectionState, readonly CorrectionState[]>> = {
  proposed: ['blocked', 'approved', 'rejected', 'withdrawn', 'superseded', 'expired'],
  blocked: ['approved', 'rejected', 'withdrawn', 'superseded', 'expired'],
  approved: ['pushed', 'applied', 'withdrawn', 'superseded', 'expired', 'undeliverable'],
  pushed: ['acknowledged', 'refused', 'applied', 'withdrawn', 'superseded', 'expired', 'undeliverable'],
  acknowledged: ['applied', 'superseded', 'expired', 'undeliverable'],
  applied: ['withdrawn', 'superseded', 'undeliverable'],
  refused: ['proposed', 'superseded', 'expired'],
  rejected: [],
  withdrawn: [],
  superseded: ['applied', 'pushed'],
  expired: [],
  undeliverable: [],
};

/** Where the parcel goes by it. At most one of a shipment is so at a time. */
export const IN_EFFECT: readonly CorrectionState[] = ['approved', 'pushed', 'acknowledged', 'applied'];

/** Told to a driver, and not done yet. */
export const WITH_DRIVER: readonly CorrectionState[] = ['pushed', 'acknowledged'];

/** Still to be decided. */
export const OPEN: readonly CorrectionState[] = ['proposed', 'blocked', 'refused'];

/** What was not to be: the same entry again is no news. */
export const TURNED_DOWN: readonly CorrectionState[] = ['blocked', 'rejected', 'refused', 'undeliverable'];

export function canBecome(from: CorrectionState, to: CorrectionState): boolean {
  return TRANSITIONS[from].includes(to);
}
