export const ALERT_KINDS = [
  'instruction_unacknowledged',
  'window_at_risk',
  'correction_expired',
  'delivered_unacknowledged',
  'delivered_at_old_stop',
  'route_overdue',
] as const;
/**
 * What an agent must look at: a driver who has not answered, a promise that is about to be broken, a correction that came
 * too late for its route, a parcel that was delivered where a correction sent it before the driver had acknowledged that, one that was handed over at its old stop before the driver heard of a correction, a route that nobody has ended after its shift.
 */
export type AlertKind = (typeof ALERT_KINDS)[number];

/** Something that an agent must look at now. */
export interface Alert {
  id: string;
  kind: AlertKind;
  /** Whose agents are to look; null for all. */
  depot: string | null;
  /** The id of the instruction, stop, correction or route that it is about. */
  subject: string;
  routeId: string | null;
  shipmentId: string | null;
  correctionId: string | null;
  raisedAtMs: number;
  closedAtMs: number | null;
}

export type AlertDraft = Omit<Alert, 'id' | 'raisedAtMs' | 'closedAtMs'>;
