import { FAILURE_REASONS, type FailureReason } from './shipment';
import type { ShipmentState } from './states';

interface ScanCode {
  /** The state that the scan says the shipment is in. */
  state: ShipmentState;
  /** What the trade calls it: the event codes of the postal operators' EMSEVT messages. */
  trade: readonly string[];
}

/** Every scan there is. A scanner may send our word or the trade's code. */
export const SCAN_CODES = {
  collected: { state: 'in_transit', trade: ['EMA', 'EMC'] },
  in_transit: { state: 'in_transit', trade: ['EMF'] },
  at_depot: { state: 'at_depot', trade: ['EMD', 'EMG'] },
  on_board: { state: 'on_board', trade: [] },
  out_for_delivery: { state: 'out_for_delivery', trade: [] },
  delivered: { state: 'delivered', trade: ['EMI'] },
  delivery_failed: { state: 'delivery_failed', trade: ['EMH'] },
  returning: { state: 'returning', trade: [] },
  returned: { state: 'returned', trade: [] },
  lost: { state: 'lost', trade: [] },
  damaged: { state: 'damaged', trade: [] },
} as const satisfies Record<string, ScanCode>;

export type ScanCodeName = keyof typeof SCAN_CODES;

/** What drivers' devices call the reasons for which nothing was delivered. */
const TRADE_REASONS: Readonly<Record<FailureReason, readonly string[]>> = {
  incorrect_address: ['incorrect address', 'insufficient address', 'address not found', 'adres onjuist'],
  moved: ['addressee moved', 'addressee unknown', 'gone away', 'verhuisd'],
  not_at_home: ['addressee not available', 'closed', 'niet thuis'],
  refused: ['refused by addressee', 'geweigerd'],
  no_access: ['no access', 'geen toegang'],
  other: ['other', 'overig'],
};

/** Failures after which the address itself is the question. */
export const ADDRESS_FAILURES: readonly FailureReason[] = ['incorrect_address', 'moved'];

const codes = new Map<string, ScanCodeName>(
  (Object.entries(SCAN_CODES) as [ScanCodeName, ScanCode][]).flatMap(([name, { trade }]) =>
    [name, ...trade].map((code): [string, ScanCodeName] => [plain(code), name]),
  ),
);
const reasons = new Map<string, FailureReason>(
  FAILURE_REASONS.flatMap((name) =>
    [name, ...TRADE_REASONS[name]].map((word): [string, FailureReason] => [plain(word), name]),
  ),
);

/** The scan that a code means; undefined where none does. */
export function scanCodeOf(text: string): ScanCodeName | undefined {
  return codes.get(plain(text));
}

/** The reason that a device's word means; undefined where none does. */
export function failureReasonOf(text: string): FailureReason | undefined {
  return reasons.get(plain(text));
}

function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');
}
