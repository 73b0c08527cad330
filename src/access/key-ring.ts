import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../clock';
import type { Database } from '../database/open-database';
import type { Caller } from '../http/caller';
import { readKeyChanges, type KeyChanges, type StoredKey } from './keys-store';

/** A key as it is held in memory, ready to let its caller in. */
export interface HeldKey {
  caller: Caller;
  origins: ReadonlySet<string>;
  requestsPerMinute: number | null;
}

/** Every active key of the service, in memory: some 0.7 KB each. */
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
  const held = new HeldKeys();
  let startedMs = -Infinity;
  let sameAtMs = -Infinity;
  let running: Promise<void> | undefined;
  let following: Promise<void> | undefined;

  async function look(): Promise<void> {
    const atMs = clock.monotonicMs();
    startedMs = atMs;
    const changes = await readKeyChanges(database, held.version);
    if (changes) held.take(changes);
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
    find: (hash) => held.byHash.get(hash),
    byId: (keyId) => held.byId.get(keyId),
    allowsOrigin: (origin) => held.origins.has(origin),
    ageMs: () => clock.monotonicMs() - sameAtMs,
    refresh,
  };
}

class HeldKeys {
  readonly byHash = new Map<string, HeldKey>();
  readonly byId = new Map<string, HeldKey>();
  origins: ReadonlySet<string> = new Set();
  version = -1;

  take({ keys, complete, version }: KeyChanges): void {
    if (complete) for (const held of [this.byHash, this.byId]) held.clear();
    for (const key of keys) {
      if (key.revokedAtMs === null) this.add(key);
      else this.remove(key);
    }
    this.origins = new Set([...this.byId.values()].flatMap((held) => [...held.origins]));
    this.version = version;
  }

  private add(key: StoredKey): void {
    const held = hold(key);
    this.byHash.set(key.hash, held);
    this.byId.set(key.id, held);
  }

  private remove(key: StoredKey): void {
    this.byHash.delete(key.hash);
    this.byId.delete(key.id);
  }
}

function hold(key: StoredKey): HeldKey {
  return {
    caller: {
      shopId: key.shopId,
      keyId: key.id,
      kind: key.kind,
      test: key.mode === 'test',
      scopes: new Set(key.scopes),
    },
    origins: new Set(key.origins),
    requestsPerMinute: key.requestsPerMinute,
  };
}
