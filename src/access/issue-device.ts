import type { Database } from '../database/open-database';
import { newId } from '../ids';
import { addDevice, type DeviceToken } from './device-tokens-store';
import { hashToken, newToken, prefixOf } from './token-format';

export interface IssuedDevice {
  /** The token itself: this is the only time that it can be seen. */
  token: string;
  stored: DeviceToken;
}

/** After the shift the driver still scans what comes back, and makes up for a dead zone. */
const AFTER_SHIFT_MS = 12 * 3_600_000;

/** When the devices of a route are no longer let in, by the end of its shift. */
export function deviceExpiryMs(endsAtMs: number): number {
  return endsAtMs + AFTER_SHIFT_MS;
}

export interface DeviceRequest {
  routeId: string;
  /** The end of the shift, on which its own end follows. */
  endsAtMs: number;
  actor: string;
}

/**
 * Makes a token by which a driver's device is let in to one route, as `klopt_device_…`. It works at once, in every replica;
 * null where the route has as many as may be active.
 */
export async function issueDevice(
  database: Database,
  { routeId, endsAtMs, actor }: DeviceRequest,
  nowMs: number,
): Promise<IssuedDevice | null> {
  const token = newToken('device');
  const stored = {
    id: newId('dev', nowMs),
    routeId,
    prefix: prefixOf(token),
    hash: hashToken(token),
    createdAtMs: nowMs,
    expiresAtMs: deviceExpiryMs(endsAtMs),
    lastUsedAtMs: null,
    revokedAtMs: null,
  };
  return (await addDevice(database, stored, actor)) ? { token, stored } : null;
}
