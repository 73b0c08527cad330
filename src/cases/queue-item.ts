import type { AlertKind } from '../routes/alerts/alert';

/** Why something is in the agents' queue, the most urgent first: a van on the road, then what was said to nobody yet, then what waits. */
export const QUEUE_REASONS = [
  'unacknowledged',
  'window_at_risk',
  'delivered_at_old_stop',
  'delivered_unacknowledged',
  'correction_expired',
  'delivery_failed',
  'proposed',
  'blocked',
  'held',
  'route_overdue',
] as const;
/**
 * `unacknowledged`: a driver has not answered an instruction; `delivery_failed`: nobody could be found there, or the address
 * was not; `proposed`, `blocked`: a correction that is to be decided; `held`: a shipment whose address is the question, or that
 * an agent stopped. The others are the alerts of that name.
 */
export type QueueReason = (typeof QUEUE_REASONS)[number];

/** By what name the queue has an alert. */
export const REASON_OF_ALERT: Readonly<Record<AlertKind, QueueReason>> = {
  instruction_unacknowledged: 'unacknowledged',
  window_at_risk: 'window_at_risk',
  correction_expired: 'correction_expired',
  delivered_unacknowledged: 'delivered_unacknowledged',
  delivered_at_old_stop: 'delivered_at_old_stop',
  route_overdue: 'route_overdue',
};

/** One thing that waits for an agent. Times are milliseconds since 1970. */
export interface Waiting {
  reason: QueueReason;
  /** Since when. */
  sinceMs: number;
  /** The id of the shipment; of the alert where it is about none. */
  about: string;
  /** null where it is about no shipment. */
  shipmentId: string | null;
  shopId: string | null;
  depot: string | null;
  /** The route that an alert is about. */
  routeId: string | null;
}

/** Who has taken a shipment's case, and since when. */
export interface Taking {
  personId: string;
  sinceMs: number;
}

/** Everything that waits of one shipment, or an alert that is about none. */
export interface OpenItem {
  /** The id of the shipment; of the alert where it is about none. */
  id: string;
  shipmentId: string | null;
  shopId: string | null;
  depot: string | null;
  /** The route that an alert is about; null where there is none. */
  routeId: string | null;
  /** The most urgent first; each once. */
  reasons: readonly QueueReason[];
  /** Since when the first of it waits. */
  sinceMs: number;
  /** null where nobody has taken it. */
  taken: Taking | null;
}

/** What waits as one item for each shipment, and for each alert that is about none. */
export function itemsOf(waiting: readonly Waiting[], takings: ReadonlyMap<string, Taking>): OpenItem[] {
  const groups = new Map<string, [Waiting, ...Waiting[]]>();
  for (const one of waiting) {
    const group = groups.get(one.about);
    if (group === undefined) groups.set(one.about, [one]);
    else group.push(one);
  }
  return Array.from(groups.values(), (group) => itemOf(group, takings));
}

function itemOf(group: readonly [Waiting, ...Waiting[]], takings: ReadonlyMap<string, Taking>): OpenItem {
  const [{ about, shipmentId, shopId, depot }] = group;
  const sinceMs = group.reduce((least, one) => Math.min(least, one.sinceMs), Infinity);
  return {
    id: about,
    shipmentId,
    shopId,
    depot,
    routeId: group.find(({ routeId }) => routeId !== null)?.routeId ?? null,
    reasons: reasonsOf(group),
    sinceMs,
    taken: stillTaken(takings.get(about), sinceMs),
  };
}

/** Nearly all have one, and then need no sorting. */
function reasonsOf(group: readonly [Waiting, ...Waiting[]]): QueueReason[] {
  if (group.length === 1) return [group[0].reason];
  return QUEUE_REASONS.filter((reason) => group.some((one) => one.reason === reason));
}

/**
 * Whose a case is that was taken: theirs as long as anything is open that was open then. What comes up after all of that is done
 * (released, delivered, decided) is a new case, for whoever takes it.
 */
function stillTaken(taking: Taking | undefined, openSinceMs: number): Taking | null {
  return taking !== undefined && openSinceMs <= taking.sinceMs ? taking : null;
}
