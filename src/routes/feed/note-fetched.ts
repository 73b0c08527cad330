import type { Database } from '../../database/open-database';
import { markReceived } from '../instructions/instructions-store';
import { keepPosition } from '../routes-store';

/** Notes that a route's device was heard of. */
export async function noteSeen(database: Database, routeId: string, nowMs: number): Promise<void> {
  await keepPosition(database, routeId, { position: null, seenAtMs: nowMs });
}

/** Notes that a route's device has what its feed told up to here. */
export async function noteFetched(
  database: Database,
  routeId: string,
  { upTo, nowMs }: { upTo: number; nowMs: number },
): Promise<void> {
  await noteSeen(database, routeId, nowMs);
  await markReceived(database, routeId, { upTo, nowMs });
}
