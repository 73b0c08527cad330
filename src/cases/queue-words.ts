import type { QueueReason } from './queue-item';

/** What a reason is called in the queue, short enough for a label. */
export const REASON_WORDS: Readonly<Record<QueueReason, Readonly<Record<'nl' | 'en', string>>>> = {
  unacknowledged: { nl: 'Bezorger antwoordt niet', en: 'Driver has not answered' },
  window_at_risk: { nl: 'Tijdvak in gevaar', en: 'Window at risk' },
  delivered_at_old_stop: { nl: 'Op het oude adres bezorgd', en: 'Delivered at the old address' },
  delivered_unacknowledged: { nl: 'Bezorgd zonder antwoord', en: 'Delivered without an answer' },
  correction_expired: { nl: 'Correctie kwam te laat', en: 'Correction came too late' },
  delivery_failed: { nl: 'Niet bezorgd', en: 'Not delivered' },
  proposed: { nl: 'Correctie voorgesteld', en: 'Correction proposed' },
  blocked: { nl: 'Correctie tegengehouden', en: 'Correction blocked' },
  held: { nl: 'Vastgehouden', en: 'Held' },
  route_overdue: { nl: 'Rit niet afgesloten', en: 'Route not ended' },
};
