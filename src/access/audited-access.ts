import { type AuditAction, auditInsert } from '../audit/record-audit';
import type { Insert } from '../database/insert-together';

type AccessAction = Extract<AuditAction, `${'key' | 'depot' | 'person' | 'token'}.${string}`>;

/** Whoever runs the service, at its command line. */
export const OPERATOR = 'operator';

/** Who did something to who is let in, and when: the operator, or a supervisor by their id. */
export interface By {
  actor: string;
  atMs: number;
}

/** The line of the audit log for what somebody did to who is let in, to be written with it. */
export function auditedAccess(action: AccessAction, subject: string, { actor, atMs }: By): Insert {
  return auditInsert([{ actor, action, subject }], atMs);
}
