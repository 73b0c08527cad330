import { Command, InvalidArgumentError } from 'commander';
import type { AuditReport } from '../audit/verify-audit';
import { auditInWords, isIntact } from './audit-text';
import { processTerminal, type Terminal } from './terminal';
import { withDatabase } from './with-database';

interface VerifyOptions {
  head?: string;
  json?: boolean;
}

/** `klopt audit verify`. */
export function auditCommand(terminal: Terminal = processTerminal): Command {
  return new Command('audit')
    .description('prove that the audit log is whole')
    .addCommand(verifyCommand(terminal));
}

function verifyCommand(terminal: Terminal): Command {
  return new Command('verify')
    .description('walk through the whole audit log; exits with 1 where it is broken')
    .option('--head <hash>', 'a head that was noted earlier: is it still part of the log?', headArgument)
    .option('--json', 'print as JSON')
    .action(async ({ head, json }: VerifyOptions) => {
      const { verifyAudit } = await import('../audit/verify-audit.js');
      const report = await withDatabase((database) => verifyAudit(database, head));
      terminal.answer(json ? JSON.stringify(inJson(report, head)) : auditInWords(report, head));
      if (!isIntact(report, head)) process.exitCode = 1;
    });
}

function inJson(report: AuditReport, notedHash: string | undefined): object {
  const { entries, fromMs, toMs, head, unsealed, broken, notedAt } = report;
  return {
    ok: isIntact(report, notedHash),
    entries,
    from: inIso(fromMs),
    to: inIso(toMs),
    head: head.hash,
    unsealed,
    broken,
    ...(notedHash === undefined ? {} : { notedHead: { hash: notedHash, seq: notedAt } }),
  };
}

function inIso(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}

function headArgument(text: string): string {
  const hash = text.trim().toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(hash))
    throw new InvalidArgumentError(
      'It is 64 digits and letters a to f, as an earlier "klopt audit verify" gave it.',
    );
  return hash;
}
