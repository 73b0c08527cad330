import type { Database } from '../database/open-database';
import { countUnsealed, readSealed } from './audit-store';
import { BEGINNING, follows, type Seal, type SealedEntry } from './chain';
import { explainBreak, type Break } from './explain-break';

/** The chain as far as it holds. */
export interface AuditReport {
  entries: number;
  /** Of these, the earliest and the latest; null where there is none. */
  fromMs: number | null;
  toMs: number | null;
  /** The seal of the last of them. */
  head: Seal;
  /** Entries that are too new to be part of the chain. */
  unsealed: number;
  /** Where it holds no longer; null where it holds to its end. */
  broken: Break | null;
  /** Where in the chain the head is that was noted earlier; null where it is not, or none was given. */
  notedAt: number | null;
}

/** Walks through the whole chain, in the memory of a page of it. */
export async function verifyAudit(database: Database, notedHash?: string): Promise<AuditReport> {
  const report: AuditReport = {
    entries: 0,
    fromMs: null,
    toMs: null,
    head: BEGINNING,
    unsealed: await countUnsealed(database),
    broken: null,
    notedAt: notedHash === BEGINNING.hash ? BEGINNING.seq : null,
  };
  for await (const page of readSealed(database)) {
    const strange = page.find((entry) => !accept(report, entry, notedHash));
    if (strange === undefined) continue;
    report.broken = await explainBreak(database, report.head, strange);
    break;
  }
  return report;
}

/** Takes an entry into the report; false where it does not follow. */
function accept(report: AuditReport, entry: SealedEntry, notedHash: string | undefined): boolean {
  if (!follows(report.head, entry)) return false;
  report.entries += 1;
  report.fromMs = Math.min(report.fromMs ?? entry.at, entry.at);
  report.toMs = Math.max(report.toMs ?? entry.at, entry.at);
  report.head = { seq: entry.seq, hash: entry.hash };
  if (entry.hash === notedHash) report.notedAt = entry.seq;
  return true;
}
