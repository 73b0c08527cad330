import { auditInsert } from '../audit/record-audit';
import { markChanged } from '../database/change-marker';
import { insertTogether } from '../database/insert-together';
import type { Database, Transaction } from '../database/open-database';
import { transaction } from '../database/transaction';
import type { ChangeRange } from './held-keys';

/** A device's token as it is kept: everything but the token. */
export interface DeviceToken {
  id: string;
  /** The only route that it is for. */
  routeId: string;
  prefix: string;
  hash: string;
  createdAtMs: number;
  expiresAtMs: number;
  lastUsedAtMs: number | null;
  revokedAtMs: number | null;
}

interface DeviceRow {
  id: string;
  route_id: string;
  prefix: string;
  hash: string;
  created_at: number;
  expires_at: number;
  last_used_at: number | null;
  revoked_at: number | null;
}

/** A driver has one phone, and gets another when it breaks; who hands out more is handing them to others. */
export const devicesAtMost = 5;

/** Adds a device's token; false, and nothing added, where its route has as many as may be active. */
export async function addDevice(database: Database, token: DeviceToken, actor: string): Promise<boolean> {
  return transaction(database, async (trx) => {
    const version = await markChanged(trx, 'device_tokens');
    if ((await countActive(trx, token)) >= devicesAtMost) return false;
    const audited = auditedDevice('issued', token, { actor, atMs: token.createdAtMs });
    await insertTogether(trx, [{ table: 'device_tokens', rows: [{ ...rowOf(token), version }] }, audited]);
    return true;
  });
}

async function countActive(trx: Transaction, { routeId, createdAtMs }: DeviceToken): Promise<number> {
  const active = await trx<DeviceRow>('device_tokens')
    .where({ route_id: routeId, revoked_at: null })
    .where('expires_at', '>', createdAtMs)
    .pluck('id');
  return active.length;
}

/** The devices of a route, revoked ones too, the newest first. */
export async function listDevices(database: Database, routeId: string): Promise<DeviceToken[]> {
  const query = database<DeviceRow>('device_tokens').where({ route_id: routeId }).orderBy('id', 'desc');
  return (await query).map(tokenOf);
}

/** Revokes a device of a route; one that is revoked already stays as it is. False where the route has no such device. */
export async function markDeviceRevoked(
  database: Database,
  device: Pick<DeviceToken, 'id' | 'routeId'>,
  by: By,
): Promise<boolean> {
  return transaction(database, async (trx) => {
    const named = { id: device.id, route_id: device.routeId };
    const version = await markChanged(trx, 'device_tokens');
    const found = await trx<DeviceRow>('device_tokens').where(named).first('revoked_at');
    if (found?.revoked_at !== null) return found !== undefined;
    await trx('device_tokens').where(named).update({ revoked_at: by.atMs, version });
    await insertTogether(trx, [auditedDevice('revoked', device, by)]);
    return true;
  });
}

/** The tokens that these changes made or revoked; of those that have ended there are more each day, and none is let in. */
export async function readChangedDevices(
  database: Database,
  { after, upTo }: ChangeRange,
  nowMs: number,
): Promise<DeviceToken[]> {
  const rows = await database<DeviceRow & { version: number }>('device_tokens')
    .where('version', '>', after)
    .where('version', '<=', upTo)
    .where('expires_at', '>', nowMs);
  return rows.map(tokenOf);
}

interface By {
  actor: string;
  atMs: number;
}

function auditedDevice(
  what: 'issued' | 'revoked',
  { id, routeId }: Pick<DeviceToken, 'id' | 'routeId'>,
  { actor, atMs }: By,
) {
  return auditInsert([{ actor, action: `device.${what}`, subject: id, details: { route: routeId } }], atMs);
}

function rowOf(token: DeviceToken) {
  return {
    id: token.id,
    route_id: token.routeId,
    prefix: token.prefix,
    hash: token.hash,
    created_at: token.createdAtMs,
    expires_at: token.expiresAtMs,
  };
}

function tokenOf(row: DeviceRow): DeviceToken {
  return {
    id: row.id,
    routeId: row.route_id,
    prefix: row.prefix,
    hash: row.hash,
    createdAtMs: row.created_at,
    expiresAtMs: row.expires_at,
    lastUsedAtMs: row.last_used_at,
    revokedAtMs: row.revoked_at,
  };
}
