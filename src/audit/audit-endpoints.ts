import type { Clock } from '../clock';
import type { Database } from '../database/open-database';
import { requireUpkeep } from '../desk/upkeep-rights';
import { endpoint, type Endpoint } from '../http/endpoint';
import { pagesTag } from '../http/openapi-tags';
import { AUDIT_PATH, auditPage } from './audit-pages';
import { auditQuery, verifyForm } from './audit-schemas';
import { BEGINNING } from './chain';
import { type NamesOf, readAudit } from './read-audit';
import { verifiedPage } from './verified-pages';
import { verifyPortion } from './verify-portion';

export interface AuditDependencies {
  database: Database;
  clock: Clock;
  namesOf: NamesOf;
}

const page = { tags: [pagesTag], scopes: ['supervision'], page: true } as const;
const htmlPage = { description: 'A page', contentType: 'text/html; charset=utf-8' };
/** Some 100,000 entries; whoever pressed the button sees that something happens. */
const VERIFY_FOR_MS = 1_000;

/** The audit log, as supervisors of all depots read it. */
export function auditEndpoints(dependencies: AuditDependencies): Endpoint[] {
  return [show(dependencies), verify(dependencies)];
}

function show(dependencies: AuditDependencies): Endpoint {
  return endpoint({
    ...page,
    method: 'get',
    path: AUDIT_PATH,
    operationId: 'showAudit',
    summary: 'Who did what with what, the newest first',
    request: { query: auditQuery },
    responses: { 200: htmlPage },
    handle: async ({ query }, context) => {
      requireUpkeep(context.caller, 'audit');
      return auditPage(await readAudit(dependencies, query), query, context);
    },
  });
}

function verify(dependencies: AuditDependencies): Endpoint {
  return endpoint({
    ...page,
    method: 'post',
    path: `${AUDIT_PATH}/verify`,
    operationId: 'verifyAudit',
    summary: 'Whether the audit log is what was sealed, a portion at a time',
    request: { body: verifyForm },
    responses: { 200: htmlPage },
    handle: async ({ body: { afterSeq, afterHash } }, context) => {
      requireUpkeep(context.caller, 'audit');
      const after = afterHash === undefined ? BEGINNING : { seq: afterSeq, hash: afterHash };
      return verifiedPage(await verifyPortion(dependencies, after, VERIFY_FOR_MS), context);
    },
  });
}
