import type { Database } from '../database/open-database';
import { type DeviceToken, listDevices, markDeviceRevoked } from './device-tokens-store';

/** A driver's device, as its route knows it. */
export type Device = Omit<DeviceToken, 'hash'>;

/** The devices of a route, revoked ones too, the newest first; of their tokens only the beginning. */
export async function devicesOf(database: Database, routeId: string): Promise<Device[]> {
  return listDevices(database, routeId);
}

/**
 * Revokes a device of a route; it stops working within a second, in every replica. False where the route has no such device;
 * one that is revoked already stays as it is.
 */
export async function revokeDevice(
  database: Database,
  device: { id: string; routeId: string },
  by: { actor: string; atMs: number },
): Promise<boolean> {
  return markDeviceRevoked(database, device, by);
}
