import type { Knex } from 'knex';
import { auditInsert } from '../../audit/record-audit';
import { markChanged, readMarker } from '../../database/change-marker';
import { insertTogether } from '../../database/insert-together';
import type { Database } from '../../database/open-database';
import { transaction } from '../../database/transaction';
import type { Amendment } from './amendment';
import { formatPostcode, parsePostcode } from '../names/postcode';

/** An amendment as it is kept. Times are milliseconds since 1970. */
export interface StoredAmendment {
  id: string;
  amendment: Amendment;
  reason: string;
  /** The id of a shop's key, or of a supervisor. */
  createdBy: string;
  createdAtMs: number;
}

interface AmendmentRow {
  id: string;
  kind: Amendment['kind'];
  place: string;
  street: string;
  former_name: string | null;
  postcode: string | null;
  house_number: number | null;
  addition: string | null;
  reason: string;
  created_by_key: string | null;
  created_by_person: string | null;
  created_at: number;
  expires_at: number;
  deleted_at: number | null;
}

/** Adds an amendment, within a transaction. */
export async function addAmendment(trx: Knex.Transaction, stored: StoredAmendment): Promise<void> {
  const { id, createdBy: actor, createdAtMs } = stored;
  await markChanged(trx, 'register_amendments');
  await insertTogether(trx, [
    { table: 'register_amendments', rows: [{ ...rowOf(stored) }] },
    auditInsert([{ actor, action: 'amendment.created', subject: id }], createdAtMs),
  ]);
}

/** Withdraws an amendment; false where there is none in force by that id, so that of two who try one succeeds. */
export async function deleteAmendment(
  database: Database,
  { id, actor }: { id: string; actor: string },
  nowMs: number,
): Promise<boolean> {
  return transaction(database, async (trx) => {
    const deleted = await inForce(trx, nowMs).where({ id }).update({ deleted_at: nowMs });
    if (deleted === 0) return false;
    await markChanged(trx, 'register_amendments');
    await insertTogether(trx, [auditInsert([{ actor, action: 'amendment.withdrawn', subject: id }], nowMs)]);
    return true;
  });
}

/** Amendments in force, the newest first; those before `beforeId` where it is given. */
export async function listAmendments(
  database: Database,
  page: { nowMs: number; beforeId: string | undefined; limit: number },
): Promise<StoredAmendment[]> {
  const query = inForce(database, page.nowMs).orderBy('id', 'desc').limit(page.limit);
  const rows = await (page.beforeId === undefined ? query : query.where('id', '<', page.beforeId));
  return rows.map(storedOf);
}

export interface AmendmentChanges {
  version: number;
  amendments: Amendment[];
}

/** All amendments in force; null where nothing changed since `version`, which takes one row to find out. */
export async function readAmendmentChanges(
  database: Database,
  version: number,
  nowMs: number,
): Promise<AmendmentChanges | null> {
  const latest = await readMarker(database, 'register_amendments');
  if (latest === version) return null;
  const rows = await inForce(database, nowMs).orderBy('id');
  return { version: latest, amendments: rows.map((row) => storedOf(row).amendment) };
}

function inForce(database: Database, nowMs: number) {
  return database<AmendmentRow>('register_amendments')
    .whereNull('deleted_at')
    .where('expires_at', '>', nowMs);
}

function rowOf({ id, amendment, reason, createdBy, createdAtMs }: StoredAmendment): AmendmentRow {
  const number = amendment.kind === 'former_name' ? null : amendment;
  const postcode = number?.postcode ?? null;
  return {
    id,
    kind: amendment.kind,
    place: amendment.place,
    street: amendment.street,
    former_name: amendment.kind === 'former_name' ? amendment.formerName : null,
    postcode: postcode === null ? null : formatPostcode(postcode),
    house_number: number?.houseNumber ?? null,
    addition: number?.addition ?? null,
    reason,
    ...makerOf(createdBy),
    created_at: createdAtMs,
    expires_at: amendment.expiresAtMs,
    deleted_at: null,
  };
}

function makerOf(id: string): Pick<AmendmentRow, 'created_by_key' | 'created_by_person'> {
  const isPerson = id.startsWith('per_');
  return { created_by_key: isPerson ? null : id, created_by_person: isPerson ? id : null };
}

function storedOf(row: AmendmentRow): StoredAmendment {
  return {
    id: row.id,
    amendment: amendmentOf(row),
    reason: row.reason,
    createdBy: row.created_by_person ?? row.created_by_key ?? '',
    createdAtMs: row.created_at,
  };
}

function amendmentOf(row: AmendmentRow): Amendment {
  const { kind, place, street, addition, house_number: houseNumber } = row;
  const onStreet = { place, street, expiresAtMs: row.expires_at };
  if (kind === 'former_name') return { ...onStreet, kind, formerName: row.former_name ?? '' };
  const postcode = row.postcode === null ? null : parsePostcode(row.postcode);
  if (kind === 'street') return { ...onStreet, kind, postcode, houseNumber, addition };
  return { ...onStreet, kind, postcode, houseNumber: houseNumber ?? 0, addition };
}
