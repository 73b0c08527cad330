import { auditInsert, type AuditEntry } from '../../src/audit/record-audit';
import { sealAudit } from '../../src/audit/seal-audit';
import { insertTogether } from '../../src/database/insert-together';
import type { Database } from '../../src/database/open-database';

const HOUR_MS = 3_600_000;
const AT_ONCE = 500;
const START_MS = Date.UTC(2026, 0, 5, 12);

/** Records that so many shipments were registered, an hour apart. */
export async function recordHours(database: Database, hours: number, fromHour = 0): Promise<void> {
  for (let hour = fromHour; hour < fromHour + hours; hour += AT_ONCE) {
    const length = Math.min(AT_ONCE, fromHour + hours - hour);
    const inserts = Array.from({ length }, (_, later) =>
      auditInsert([registered(`snd_${hour + later}`)], START_MS + (hour + later) * HOUR_MS),
    );
    await insertTogether(database, [{ table: 'audit_entries', rows: inserts.flatMap(({ rows }) => rows) }]);
  }
}

export function registered(subject: string): AuditEntry {
  return { actor: 'key_1', action: 'shipment.registered', subject, details: { state: 'held' } };
}

/** Records and seals them. */
export async function sealHours(database: Database, hours: number): Promise<void> {
  await recordHours(database, hours);
  await sealAudit(database, { holder: 'test', nowMs: START_MS }, hours);
}

/** Lets a test do what the database refuses. */
export async function unlockAudit(database: Database): Promise<void> {
  const on = (database.client as { driverName: string }).driverName === 'pg' ? ' ON audit_entries' : '';
  for (const guarded of ['update', 'delete'])
    await database.raw(`DROP TRIGGER audit_entries_no_${guarded}${on}`);
}
