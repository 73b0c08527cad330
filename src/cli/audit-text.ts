import type { Break, BreakKind } from '../audit/explain-break';
import type { AuditReport } from '../audit/verify-audit';
import { inThousands } from './figures';

/** Whether the chain holds to its end, and has the head in it that was noted. */
export function isIntact({ broken, notedAt }: AuditReport, notedHash: string | undefined): boolean {
  return broken === null && (notedHash === undefined || notedAt !== null);
}

/** What was found, and what to do with it. */
export function auditInWords(report: AuditReport, notedHash: string | undefined): string {
  const { broken, entries, unsealed } = report;
  const lines = [broken === null ? `The audit log is intact: ${extent(report)}.` : breakInWords(broken)];
  if (broken !== null && entries > 0) lines.push(`What comes before it is intact: ${extent(report)}.`);
  if (unsealed > 0) lines.push(`Not yet sealed: ${counted(unsealed)}.`);
  if (notedHash !== undefined) lines.push(notedInWords(report));
  if (broken === null && entries > 0) lines.push(`Its head, to be noted elsewhere: ${report.head.hash}`);
  return lines.join('\n');
}

function extent({ entries, fromMs, toMs }: AuditReport): string {
  if (fromMs === null || toMs === null) return 'no entry is sealed';
  return `${counted(entries)}, from ${new Date(fromMs).toISOString()} to ${new Date(toMs).toISOString()}`;
}

function counted(entries: number): string {
  return entries === 1 ? '1 entry' : `${inThousands(entries)} entries`;
}

const BREAKS: Record<BreakKind, (id: string) => string> = {
  changed: (id) =>
    `${id} is not what was sealed. It was changed, or one was taken out here and the rest numbered anew.`,
  missing: (id) => `it is missing. The next one is ${id}.`,
  inserted: (id) => `${id} was put in afterwards.`,
  reordered: (id) => `${id} was sealed at another place.`,
};

function breakInWords({ seq, id, kind }: Break): string {
  return `The audit log is BROKEN at entry ${inThousands(seq)}: ${BREAKS[kind](id)}`;
}

function notedInWords({ broken, notedAt }: AuditReport): string {
  if (notedAt !== null) return `The head that was noted is entry ${inThousands(notedAt)} of it.`;
  const where = broken === null ? 'in it' : 'in what is intact';
  return `The head that was noted is NOT ${where}: entries were taken off its end, or it was made anew.`;
}
