import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../clock';
import { readMarkers } from '../database/change-marker';
import type { Database } from '../database/open-database';
import { HeldKeys, type HeldKey } from './held-keys';
import { readChangedDevices } from './device-tokens-store';
import { holdDevice, holdKey, holdToken } from './hold';
import { readChangedKeys } from './keys-store';
import { readChangedTokens } from './person-tokens-store';

/** Every active key, person's and device's token of the service, in memory: some 0.7 KB each. */
export interface KeyRing {
  /** The key with this hash. */
  find(hash: string): HeldKey | undefined;
  byId(keyId: string): HeldKey | undefined;
  allowsOrigin(origin: string): boolean;
  /** How long ago it was certainly the same as in the database. */
  ageMs(): number;
  /** Makes it the same again; calls at the same time share one look at the database. Rejects where that is down. */
  refresh(): Promise<void>;
}

// Whoever sends made-up keys has each of them looked up: all together, and no more than a hundred times a second.
const apartMs = 10;

export function createKeyRing(database: Database, clock: Clock): KeyRing {
  const keys = new HeldKeys(async (range) => (await readChangedKeys(database, range)).map(holdKey));
  const tokens = new HeldKeys(async (range) => (await readChangedTokens(database, range)).map(holdToken));
  const devices = new HeldKeys(async (range) =>
    (await readChangedDevices(database, range, clock.nowMs())).map(holdDevice),
  );
  let startedMs = -Infinity;
  let sameAtMs = -Infinity;
  let running: Promise<void> | undefined;
  let following: Promise<void> | undefined;

  async function look(): Promise<void> {
    const atMs = clock.monotonicMs();
    startedMs = atMs;
    const latest = await readMarkers(database, ['api_keys', 'person_tokens', 'device_tokens']);
    await keys.follow(latest.api_keys);
    await tokens.follow(latest.person_tokens);
    await devices.follow(latest.device_tokens);
    devices.dropExpired(clock.nowMs());
    sameAtMs = atMs;
  }

  function start(): Promise<void> {
    following = undefined;
    running = look().finally(() => (running = undefined));
    return running;
  }

  // A look that has begun already may have missed what the caller wants to see: it waits for the one after.
  async function startAfterThis(): Promise<void> {
    await running?.catch(() => undefined);
    await sleep(Math.max(0, startedMs + apartMs - clock.monotonicMs()));
    return start();
  }

  function refresh(): Promise<void> {
    if (!running && !following && clock.monotonicMs() - startedMs >= apartMs) return start();
    following ??= startAfterThis();
    return following;
  }

  return {
    find: (hash) => keys.find(hash) ?? tokens.find(hash) ?? devices.find(hash),
    byId: (keyId) => keys.withId(keyId) ?? tokens.withId(keyId) ?? devices.withId(keyId),
    allowsOrigin: (origin) => keys.origins.has(origin),
    ageMs: () => clock.monotonicMs() - sameAtMs,
    refresh,
  };
}
