import { type AuditAction, auditInsert } from '../audit/record-audit';
import type { Insert } from '../database/insert-together';

type AccessAction = Extract<AuditAction, `${'key' | 'depot' | 'person' | 'token'}.${string}`>;

/**
 * The line of the audit log for what was done to who is let in, to be written with it.
 * @param actor The id of whoever did it, where that was not the operator.
 */
export function auditedAccess(
  action: AccessAction,
  subject: string,
  atMs: number,
  actor = 'operator',
): Insert {
  return auditInsert([{ actor, action, subject }], atMs);
}
