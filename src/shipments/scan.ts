import { ADDRESS_FAILURES, SCAN_CODES, type ScanCodeName } from './scan-codes';
import type { FailureReason, Shipment } from './shipment';
import { canBecome } from './states';

/** Something that a device saw of a shipment. */
export interface Scan {
  code: ScanCodeName;
  /** Of a delivery that failed. */
  reason: FailureReason | null;
  device: string | null;
  /** By the device's clock. */
  occurredAtMs: number;
  receivedAtMs: number;
}

/** What a scan did: every scan is kept, and only one that is newer and possible changes the state. */
export const SCAN_EFFECTS = ['applied', 'late', 'repeated', 'not_possible'] as const;
export type ScanEffect = (typeof SCAN_EFFECTS)[number];

/** A device whose clock runs ahead must not make every later scan an old one. */
export function atMsOf({ occurredAtMs, receivedAtMs }: Scan): number {
  return Math.min(occurredAtMs, receivedAtMs);
}

/** What a scan does to a shipment in its state. */
export function effectOf(
  { state, stateAtMs }: Pick<Shipment, 'state' | 'stateAtMs'>,
  scan: Scan,
  isRepeated: boolean,
): ScanEffect {
  if (isRepeated) return 'repeated';
  // Scanners tell whole seconds: of two in one second the one that comes later counts.
  if (atMsOf(scan) < stateAtMs) return 'late';
  return canBecome(state, SCAN_CODES[scan.code].state) ? 'applied' : 'not_possible';
}

type Changed = Pick<Shipment, 'state' | 'stateAtMs' | 'hold' | 'failure' | 'hasLeft'>;

/** A shipment as a scan leaves it: where a delivery failed for the address, that is the question again, and it is held. */
export function changedBy(shipment: Shipment, scan: Scan): Changed {
  const hold = holdAfter(shipment, scan);
  const { state } = SCAN_CODES[scan.code];
  return {
    state: hold === null || state === 'lost' ? state : 'held',
    stateAtMs: atMsOf(scan),
    hold,
    failure: scan.code === 'delivery_failed' ? (scan.reason ?? 'other') : shipment.failure,
    hasLeft: true,
  };
}

/** What was held when it was lost is held when it is found: its address is no better for it. */
function holdAfter({ state, hold }: Shipment, scan: Scan): Shipment['hold'] {
  if (isAddressInDoubt(scan)) return { reason: 'delivery_failed', note: null };
  const isLost = scan.code === 'lost';
  const isFound = state === 'lost' && ['in_transit', 'at_depot'].includes(SCAN_CODES[scan.code].state);
  return isLost || isFound ? hold : null;
}

function isAddressInDoubt({ code, reason }: Scan): boolean {
  return code === 'delivery_failed' && reason !== null && ADDRESS_FAILURES.includes(reason);
}
