import type { Clock } from '../clock';
import type { Database } from '../database/open-database';
import { issueKey } from './issue-key';
import { newId } from '../ids';
import { addFirstShop } from './keys-store';

const demoShop = 'Demo';

/**
 * Makes a shop with a secret key to try the service with, where there is no shop at all; returns the key, or null
 * where there was nothing to do. Not to be called in production.
 */
export async function ensureDemoShop(database: Database, clock: Clock): Promise<string | null> {
  const nowMs = clock.nowMs();
  // First the shop: of replicas that start together, one makes it, and only that one makes a key.
  const isFirst = await addFirstShop(database, { id: newId('shp', nowMs), name: demoShop }, nowMs);
  if (!isFirst) return null;
  const { key } = await issueKey(database, clock, {
    shopName: demoShop,
    kind: 'secret',
    mode: 'live',
    scopes: ['checks', 'suggestions', 'register', 'amendments', 'shipments'],
  });
  return key;
}

/** What to show of the demo shop's key: the key, and a first request that can be pasted as it is. */
export function demoWelcome(key: string, serviceUrl: string, example: DemoExample): string {
  const body = JSON.stringify({ address: example });
  return [
    'A demo shop was made, as there was none. Its key, which is shown only this once:',
    `  ${key}`,
    'Try it:',
    `  curl ${serviceUrl}/v1/address-checks -H 'Authorization: Bearer ${key}' \\`,
    `    -H 'Content-Type: application/json' -d '${body.replaceAll("'", String.raw`'\''`)}'`,
    '',
  ].join('\n');
}

export interface DemoExample {
  street: string;
  houseNumber: number;
  postcode: string;
  city: string;
}
