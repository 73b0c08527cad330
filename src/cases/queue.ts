import { QUEUE_REASONS, type OpenItem, type QueueReason } from './queue-item';

/** An item with what the queue is sorted by. */
export interface RankedItem extends OpenItem {
  /** Until when something can still be done about it today; null where nothing closes it. */
  closesAtMs: number | null;
}

/** What an agent asks of the queue, beside words to look for; what is absent is not asked. */
export interface QueueFilter {
  depot?: string | undefined;
  shopId?: string | undefined;
  reason?: QueueReason | undefined;
  /** Only what this person has taken. */
  takenBy?: string | undefined;
}

/** How much there is, whatever reason is asked for. An item with two reasons counts for both. */
export interface QueueCounts {
  all: number;
  byReason: Readonly<Record<QueueReason, number>>;
  /** What the person who asks has taken. */
  mine: number;
}

/** What of the queue can be asked for apart: each depot and each shop that it has anything of. */
export interface Facets {
  depots: string[];
  shopIds: string[];
}

export function facetsOf(items: readonly OpenItem[]): Facets {
  const [depots, shopIds] = [new Set<string>(), new Set<string>()];
  for (const { depot, shopId } of items) {
    if (depot !== null) depots.add(depot);
    if (shopId !== null) shopIds.add(shopId);
  }
  return { depots: [...depots].sort(), shopIds: [...shopIds] };
}

/** The least time left until today's last chance first; then what nothing closes, the longest waiting first. */
export function inOrder(items: readonly RankedItem[]): RankedItem[] {
  return items.toSorted(
    (one, other) =>
      compare(one.closesAtMs ?? Infinity, other.closesAtMs ?? Infinity) ||
      compare(one.sinceMs, other.sinceMs) ||
      compare(one.id, other.id),
  );
}

function compare<Value extends string | number>(one: Value, other: Value): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** What is of a depot and of a shop, where they are asked for: what counts are over. */
export function within(items: readonly OpenItem[], { depot, shopId }: QueueFilter): OpenItem[] {
  return items.filter(
    (item) =>
      (depot === undefined || item.depot === depot) && (shopId === undefined || item.shopId === shopId),
  );
}

/** What waits for a reason, and is someone's, where they are asked for. */
export function narrowed(items: readonly OpenItem[], { reason, takenBy }: QueueFilter): OpenItem[] {
  return items.filter(
    ({ reasons, taken }) =>
      (reason === undefined || reasons.includes(reason)) &&
      (takenBy === undefined || taken?.personId === takenBy),
  );
}

export function countsOf(items: readonly OpenItem[], personId: string): QueueCounts {
  const byReason = Object.fromEntries(QUEUE_REASONS.map((reason) => [reason, 0])) as Record<
    QueueReason,
    number
  >;
  let mine = 0;
  for (const { reasons, taken } of items) {
    for (const reason of reasons) byReason[reason] += 1;
    if (taken?.personId === personId) mine += 1;
  }
  return { all: items.length, byReason, mine };
}
