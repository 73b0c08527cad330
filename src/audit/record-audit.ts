import type { Insert, Value } from '../database/insert-together';
import { newId } from '../ids';

/** What the audit log tells of: the thing and what was done with it. */
export type AuditAction =
  | `key.${'issued' | 'revoked'}`
  | 'depot.created'
  | `person.${'created' | 'ended' | 'password-set'}`
  | `person.second-factor-${'set' | 'removed' | 'required' | 'not-required'}`
  | `person.${'recovery-code-used' | 'account-linked' | 'account-unlinked'}`
  | `token.${'issued' | 'revoked'}`
  | `amendment.${'created' | 'withdrawn'}`
  | `shipment.${'registered' | 'checked' | 'changed' | 'readdressed' | 'released' | 'held' | 'cancelled' | 'scanned'}`
  | `shipment.${'pushed' | 'acknowledged' | 'refused' | 'asked' | 'answered'}`
  | `correction.${'proposed' | 'blocked' | 'approved' | 'pushed' | 'acknowledged' | 'applied' | 'refused'}`
  | `route.${'planned' | 'changed'}`
  | `instruction.${'pushed' | 'acknowledged' | 'refused' | 'withdrawn' | 'superseded' | 'expired'}`
  | `device.${'issued' | 'revoked'}`
  | 'alert.closed'
  | `case.${'taken' | 'handed_over'}`
  | `correction.${'rejected' | 'withdrawn' | 'superseded' | 'expired' | 'undeliverable'}`;

/** One line of the audit log. It holds ids and states, never a name or an address. */
export interface AuditEntry {
  /** The id of a key or a person, `system`, or `operator` for whoever runs the service and its command line. */
  actor: string;
  action: AuditAction;
  /** The id of what it was done with. */
  subject: string;
  details?: Readonly<Record<string, Value>>;
}

/** The rows that record what was done, to be written with it. */
export function auditInsert(entries: readonly AuditEntry[], atMs: number): Insert {
  return {
    table: 'audit_entries',
    rows: entries.map(({ actor, action, subject, details = {} }) => ({
      id: newId('aud', atMs),
      at: atMs,
      actor,
      action,
      subject,
      details: JSON.stringify(details),
    })),
  };
}
