import type { CorrectionKind, PlannedScan } from './planned';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const collected: PlannedScan = { code: 'in_transit', reason: null, agoMs: 6 * HOUR_MS };
const atDepot: PlannedScan = { code: 'at_depot', reason: null, agoMs: 4 * HOUR_MS };
const onBoard: PlannedScan = { code: 'on_board', reason: null, agoMs: 2 * HOUR_MS };
const outForDelivery: PlannedScan = { code: 'out_for_delivery', reason: null, agoMs: 90 * MINUTE_MS };
const delivered: PlannedScan = { code: 'delivered', reason: null, agoMs: 30 * MINUTE_MS };
const failed = (reason: PlannedScan['reason']): PlannedScan => ({
  ...delivered,
  code: 'delivery_failed',
  reason,
});

interface Way {
  scans: readonly PlannedScan[];
  times: number;
  correction?: CorrectionKind;
}

/** How far the day's parcels have come that nothing is wrong with, and how many of them. */
export const WAYS: readonly Way[] = [
  { scans: [], times: 40 },
  { scans: [collected], times: 30 },
  { scans: [collected, atDepot], times: 34 },
  { scans: [collected, atDepot, onBoard], times: 26 },
  { scans: [collected, atDepot, onBoard, outForDelivery], times: 14 },
  { scans: [collected, atDepot, onBoard, outForDelivery, delivered], times: 14 },
  { scans: [collected, atDepot, onBoard, outForDelivery, failed('incorrect_address')], times: 3 },
  {
    scans: [collected, atDepot, onBoard, outForDelivery, failed('moved')],
    times: 1,
    correction: 'moved_by_mail',
  },
  { scans: [collected, atDepot, onBoard, outForDelivery, failed('not_at_home')], times: 2 },
];

/** When the day's orders came in: from fourteen hours ago to seven. */
export function orderedAgoMs(index: number, count: number): number {
  return Math.round((14 - (7 * index) / count) * HOUR_MS);
}

export const CORRECTED_AGO_MS = 20 * MINUTE_MS;

/** The way of an earlier parcel, which was ordered so many days ago and delivered the day after. */
export function earlierWay(days: number): { agoMs: number; scans: PlannedScan[] } {
  const agoMs = days * DAY_MS;
  const after = (hours: number) => agoMs - hours * HOUR_MS;
  const scan = (code: PlannedScan['code'], hours: number) => ({ code, reason: null, agoMs: after(hours) });
  return { agoMs, scans: [scan('in_transit', 8), scan('on_board', 20), scan('delivered', 24)] };
}
