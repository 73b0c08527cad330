import type { Transaction } from '../database/open-database';
import type { Route, Stop } from '../routes/route';
import type { RouteFollower, RouteHappening, Told } from '../routes/route-follower';
import { shipmentOnRoute } from '../shipments/find-shipment';
import { scanWithin } from '../shipments/record-scan';
import { failureReasonOf, type ScanCodeName } from '../shipments/scan-codes';
import { acknowledgeCorrection, overtakeCorrection, refuseCorrection } from './answered-by-driver';
import { doneAtStop } from './done-at-stop';
import { expireOnRoute } from './expire-correction';
import { followShipment } from './follow-shipment';
import { tellTimeline } from './tell-timeline';

type Step<Kind extends RouteHappening['kind']> = (
  trx: Transaction,
  route: Route,
  happening: Extract<RouteHappening, { kind: Kind }>,
  told: Told,
) => Promise<Route>;

/** What a driver's doings mean for shipments and corrections, by what happened. */
const STEPS: { [Kind in RouteHappening['kind']]: Step<Kind> } = {
  started: async (trx, route, { occurredAtMs }, told) => {
    for (const stop of route.stops)
      await scanAll(trx, stop, { code: 'out_for_delivery', reason: null, occurredAtMs }, told);
    return route;
  },
  stop: async (trx, route, { stop, occurredAtMs }, told) => {
    const scan = scanOf(stop);
    if (scan === null) return route;
    const after = await doneAtStop(trx, route, stop, told);
    await scanAll(trx, stop, { ...scan, occurredAtMs }, told);
    return after;
  },
  instruction: async (trx, route, { instruction }, told) => {
    await tellTimeline(trx, instruction, told);
    if (instruction.state === 'acknowledged') await acknowledgeCorrection(trx, route, instruction, told);
    return instruction.state === 'refused' ? refuseCorrection(trx, route, instruction, told) : route;
  },
  overtaken: (trx, route, { instruction }, told) => overtakeCorrection(trx, route, instruction, told),
  ended: async (trx, route, _, told) => {
    await expireOnRoute(trx, route, told);
    return route;
  },
};

/** Does what follows from a happening on a route, for shipments and corrections. */
export const followRoute: RouteFollower = (trx, route, happening, told) => {
  const step = STEPS[happening.kind] as Step<typeof happening.kind>;
  return step(trx, route, happening, told);
};

interface StopScan {
  code: ScanCodeName;
  reason: ReturnType<typeof failureReasonOf> | null;
}

/** What a device would have scanned at a door; null where nothing was handed over or tried. */
function scanOf({ state, failure }: Stop): StopScan | null {
  if (state === 'completed') return { code: 'delivered', reason: null };
  if (state !== 'failed') return null;
  return { code: 'delivery_failed', reason: failureReasonOf(failure ?? 'other') ?? 'other' };
}

async function scanAll(
  trx: Transaction,
  { shipmentIds }: Stop,
  { code, reason, occurredAtMs }: StopScan & { occurredAtMs: number },
  { actor, device, nowMs }: Told,
): Promise<void> {
  for (const id of shipmentIds.toSorted()) {
    const before = await shipmentOnRoute(trx, id);
    if (before === undefined) continue;
    const scan = { code, reason: reason ?? null, device, occurredAtMs, receivedAtMs: nowMs };
    await scanWithin(trx, followShipment, before, { scan, actor });
  }
}
