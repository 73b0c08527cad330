import { type AuditAction, auditInsert } from '../audit/record-audit';
import type { Insert } from '../database/insert-together';

type AccessAction = Extract<AuditAction, `${'key' | 'depot' | 'person' | 'token'}.${string}`>;

/** The line of the audit log for what the operator did to who is let in, to be written with it. */
export function auditedAccess(action: AccessAction, subject: string, atMs: number): Insert {
  return auditInsert([{ actor: 'operator', action, subject }], atMs);
}
