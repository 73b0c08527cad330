import type { Transaction } from '../../database/open-database';
import { closeOrphans } from '../instructions/close-orphans';
import type { Route, Stop } from '../route';
import type { RouteFollower } from '../route-follower';
import { writeRoute } from '../write-route';

interface TakenOff {
  /** Those among them that have left keep what they have: it was done there. */
  others: readonly Route[];
  shipmentIds: readonly string[];
  actor: string;
  followRoute: RouteFollower;
}

/** Takes parcels that now go by another route off the planned ones that had them. */
export async function takeOffOthers(
  trx: Transaction,
  { others, shipmentIds, actor, followRoute }: TakenOff,
  nowMs: number,
): Promise<void> {
  for (const before of others.filter(({ state }) => state === 'planned')) {
    const after = { ...before, stops: withoutParcels(before.stops, new Set(shipmentIds)) };
    // It is no longer as its plan has it, so the same plan sent again is carried out again.
    const entry = { kind: 'stops_changed', actor, fingerprint: '' } as const;
    const written = await writeRoute(trx, { before, after }, entry, nowMs);
    await closeOrphans(trx, written, { actor, followRoute }, nowMs);
  }
}

/** Stops without some parcels; one where nothing is left to hand over is gone. */
export function withoutParcels(stops: readonly Stop[], gone: ReadonlySet<string>): Stop[] {
  return stops.flatMap((stop) => {
    const shipmentIds = stop.shipmentIds.filter((id) => !gone.has(id));
    if (shipmentIds.length === stop.shipmentIds.length) return [stop];
    return shipmentIds.length === 0 ? [] : [{ ...stop, shipmentIds }];
  });
}
