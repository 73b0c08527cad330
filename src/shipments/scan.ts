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

type Changed = Pick<Shipment, 'state' | 'stateAtMs' | 'hold' | 'failure'>;

/** A shipment as a scan leaves it: where a delivery failed for the address, that is the question again, and it is held. */
export function changedBy(shipment: Shipment, scan: Scan): Changed {
  return {
    state: isAddressInDoubt(scan) ? 'held' : SCAN_CODES[scan.code].state,
    stateAtMs: atMsOf(scan),
    hold: isAddressInDoubt(scan) ? { reason: 'delivery_failed', note: null } : null,
    failure: scan.code === 'delivery_failed' ? (scan.reason ?? 'other') : shipment.failure,
  };
}

function isAddressInDoubt({ code, reason }: Scan): boolean {
  return code === 'delivery_failed' && reason !== null && ADDRESS_FAILURES.includes(reason);
}
