import type { Clock } from '../clock';
import type { Database } from '../database/open-database';
import { markOf } from '../desk/live-mark';
import { SharedReads } from '../desk/shared-reads';
import type { PersonCaller } from '../http/caller';
import { readChances } from '../routes/last-chances';
import { type Gathered, gatherWaiting } from './gather-waiting';
import { lastChanceOf, mayBeAtStop } from './last-chance';
import { readLookers } from './lookers-store';
import { inOrder, type RankedItem } from './queue';
import type { OpenItem } from './queue-item';

export interface QueueDependencies {
  database: Database;
  clock: Clock;
}

type Looking = Awaited<ReturnType<typeof readLookers>>;

/** Everything that waits within somebody's reach, as it is for all of that reach. */
export interface WholeQueue {
  items: readonly OpenItem[];
  /** Who looks at which case. */
  lookers: Readonly<Looking>;
  /** Another text as soon as anything of it is other than it is. */
  mark: string;
  /** These of its items in the order of the queue. All of them are put in order once, however many ask for that. */
  rank: (items: readonly OpenItem[]) => Promise<readonly RankedItem[]>;
}

export type ReadWholeQueue = (caller: PersonCaller) => Promise<WholeQueue>;

export async function readWholeQueue(
  { database, clock }: QueueDependencies,
  caller: PersonCaller,
): Promise<WholeQueue> {
  const nowMs = clock.nowMs();
  const [{ items, shipments }, lookers] = await Promise.all([
    gatherWaiting(database, caller),
    readLookers(database, nowMs),
  ]);
  const inTurn = async (some: readonly OpenItem[]) =>
    inOrder(await withChances(database, { items: some, shipments }, nowMs));
  let all: Promise<readonly RankedItem[]> | undefined;
  // A part has fewer chances to be read: what somebody has taken, of 10,000 items, in 40 ms in place of 120.
  const rank = (some: readonly OpenItem[]) =>
    some.length < items.length ? inTurn(some) : (all ??= inTurn(items));
  return { items, lookers, mark: queueMark(items, lookers), rank };
}

/**
 * As readWholeQueue, by one read for all of one reach who ask at once: 25 desks that are told of a change ask for a queue of 10,000
 * items in the same moment.
 */
export function shareWholeQueue(dependencies: QueueDependencies): ReadWholeQueue {
  const reads = new SharedReads<string | null, WholeQueue>();
  return (caller) => reads.ask(caller.depot, () => readWholeQueue(dependencies, caller));
}

/** As the mark of readWholeQueue, for whoever waits for it to become another one. */
export async function readQueueMark(
  { database, clock }: QueueDependencies,
  caller: PersonCaller,
): Promise<string> {
  const [{ items }, lookers] = await Promise.all([
    gatherWaiting(database, caller),
    readLookers(database, clock.nowMs()),
  ]);
  return queueMark(items, lookers);
}

function queueMark(items: readonly OpenItem[], lookers: Looking): string {
  const seen = items.map(({ id, reasons, sinceMs, taken }) => [id, reasons, sinceMs, taken?.personId]);
  return markOf([seen, lookers]);
}

async function withChances(
  database: Database,
  { items, shipments }: Pick<Gathered, 'shipments'> & Pick<WholeQueue, 'items'>,
  nowMs: number,
): Promise<RankedItem[]> {
  const routeIds = items.map(({ routeId }) => routeId).filter((id) => id !== null);
  const atStop = items.filter(({ id }) => mayBeAtStop(shipments.get(id)));
  const shipmentIds = atStop.map(({ shipmentId }) => shipmentId).filter((id) => id !== null);
  const chances = await readChances(database, { shipmentIds, routeIds }, nowMs);
  return items.map((item) => {
    const shipment = shipments.get(item.id);
    const closesAtMs = shipment === undefined ? null : lastChanceOf(shipment, item.routeId, chances, nowMs);
    return { ...item, closesAtMs };
  });
}
