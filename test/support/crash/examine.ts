import type { Database } from '../../../src/database/open-database';
import type { Acknowledged, KnownShipment } from './ledger';

/** What was acknowledged until a moment; what is written after it may be there too. */
export interface Expected {
  acknowledged: readonly Acknowledged[];
  /** As their writers know them; exact only where nobody writes any more. */
  shipments: ReadonlyMap<string, KnownShipment>;
  isQuiet: boolean;
}

/** Everything that is wrong with a database in the light of what was acknowledged; nothing where all is well. */
export async function wrongIn(database: Database, expected: Expected): Promise<string[]> {
  return database.transaction(
    async (trx) => [
      ...(await lost(trx, expected)),
      ...(await doubled(trx)),
      ...(await unaudited(trx)),
      ...(await otherThanKnown(trx, expected)),
    ],
    { isolationLevel: 'repeatable read', readOnly: true },
  );
}

async function lost(trx: Database, { acknowledged }: Expected): Promise<string[]> {
  const kept = new Set(await trx('idempotency_keys').pluck<string[]>('key'));
  return acknowledged.filter(({ key }) => !kept.has(key)).map(({ key }) => `lost: ${key}`);
}

/** Of each operation there are as many effects as keys: a shipment, a change, a correction, an event. */
const EFFECTS: Readonly<Record<string, string>> = {
  register: 'SELECT count(*) AS found FROM shipments',
  change: "SELECT count(*) AS found FROM audit_entries WHERE action = 'shipment.changed'",
  correct: 'SELECT count(*) AS found FROM corrections',
  scan: 'SELECT count(*) AS found FROM shipment_events WHERE device IS NOT NULL',
};

async function doubled(trx: Database): Promise<string[]> {
  const wrong: string[] = [];
  for (const [operation, effects] of Object.entries(EFFECTS)) {
    const keys = await countOf(
      trx,
      `SELECT count(*) AS found FROM idempotency_keys WHERE key LIKE '${operation} %'`,
    );
    const found = await countOf(trx, effects);
    if (keys !== found) wrong.push(`${operation}: ${found} effects of ${keys} keys`);
  }
  return wrong;
}

/** What the audit log must hold as often as it happened. */
const AUDITED: readonly [what: string, happened: string, audited: string][] = [
  [
    'registrations',
    "SELECT count(*) AS found FROM shipment_events WHERE code = 'registered'",
    "SELECT count(*) AS found FROM audit_entries WHERE action = 'shipment.registered'",
  ],
  [
    'scans',
    'SELECT count(*) AS found FROM shipment_events WHERE device IS NOT NULL',
    "SELECT count(*) AS found FROM audit_entries WHERE action = 'shipment.scanned'",
  ],
  [
    'corrections',
    'SELECT coalesce(sum(version), 0) AS found FROM corrections',
    "SELECT count(*) AS found FROM audit_entries WHERE action LIKE 'correction.%'",
  ],
  [
    'versions of shipments',
    'SELECT coalesce(sum(version), 0) AS found FROM shipments',
    `SELECT count(*) AS found FROM audit_entries WHERE action IN
       ('shipment.registered', 'shipment.changed', 'shipment.readdressed')
       OR (action = 'shipment.scanned' AND details LIKE '%"effect":"applied"%')`,
  ],
];

async function unaudited(trx: Database): Promise<string[]> {
  const wrong: string[] = [];
  for (const [what, happened, audited] of AUDITED) {
    const [first, second] = [await countOf(trx, happened), await countOf(trx, audited)];
    if (first !== second) wrong.push(`${what}: ${first}, and ${second} in the audit log`);
  }
  return wrong;
}

async function otherThanKnown(trx: Database, { shipments, isQuiet }: Expected): Promise<string[]> {
  const rows = await trx<{ id: string; version: number; driver_note: string }>('shipments').select(
    ...(['id', 'version', 'driver_note'] as const),
  );
  const kept = new Map(rows.map((row) => [row.id, row]));
  return [...shipments.values()].flatMap(({ id, version, note }) => {
    const row = kept.get(id);
    if (row === undefined) return [`lost: shipment ${id}`];
    if (row.version < version) return [`lost: version ${version} of ${id}, which is at ${row.version}`];
    if (isQuiet && (row.version !== version || row.driver_note !== note))
      return [`${id} is at ${row.version}, ${row.driver_note}; acknowledged is ${version}, ${note}`];
    return [];
  });
}

async function countOf(trx: Database, sql: string): Promise<number> {
  const { found } = await trx.first<{ found: number | string }>(trx.raw(`found FROM (${sql}) AS counted`));
  return Number(found);
}
