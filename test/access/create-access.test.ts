import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../../src/clock';
import { createAccess, type Access } from '../../src/access/create-access';
import { demoWelcome, ensureDemoShop } from '../../src/access/demo-shop';
import { issueKey, type KeyRequest } from '../../src/access/issue-key';
import { listKeys } from '../../src/access/keys-store';
import { revokeKey } from '../../src/access/revoke-key';
import type { Database } from '../../src/database/open-database';
import { createLog } from '../../src/log';
import { onEveryDatabase } from '../support/databases';

const secret: KeyRequest = { shopName: 'Voorbeeld', kind: 'secret', mode: 'live' };
const log = createLog('silent');
const opened: Access[] = [];

async function accessTo(database: Database): Promise<Access> {
  const access = await createAccess({ database, clock: systemClock, log });
  opened.push(access);
  return access;
}

async function isLetIn(access: Access, key: string, origin?: string): Promise<boolean> {
  try {
    await access.authenticate({ authorization: `Bearer ${key}`, origin });
    return true;
  } catch {
    return false;
  }
}

onEveryDatabase('access', (databases) => {
  afterEach(async () => {
    for (const access of opened.splice(0)) await access.close();
  });

  it('ends at once in the process that revokes, and within a second in another', async () => {
    const url = await databases.url();
    const [here, there] = await Promise.all([1, 2].map(async () => accessTo(await databases.connect(url))));
    const { key, stored } = await issueKey(await databases.connect(url), systemClock, secret);
    expect(await isLetIn(here!, key)).toBe(true);
    expect(await isLetIn(there!, key)).toBe(true);
    await here!.revoke(stored.id);
    expect(await isLetIn(here!, key)).toBe(false);
    await sleep(1_000);
    expect(await isLetIn(there!, key)).toBe(false);
  });

  it('allows the origin of a new key within a second', async () => {
    const database = await databases.open();
    const access = await accessTo(database);
    await issueKey(database, systemClock, {
      ...secret,
      kind: 'publishable',
      origins: ['https://new.example'],
    });
    await sleep(1_000);
    expect(access.allowsOrigin('https://new.example')).toBe(true);
  });

  it('writes when a key was last used, once', async () => {
    const database = await databases.open();
    const { key } = await issueKey(database, systemClock, secret);
    const access = await accessTo(database);
    let writes = 0;
    database.on(
      'query',
      ({ sql }: { sql: string }) => (writes += /update .*last_used_at/i.test(sql) ? 1 : 0),
    );
    const beforeMs = Date.now();
    for (let use = 0; use < 5; use += 1) await isLetIn(access, key);
    await access.close();
    const [stored] = await listKeys(database);
    expect(stored?.lastUsedAtMs).toBeGreaterThanOrEqual(beforeMs);
    expect(writes).toBe(1);
  });

  it('is given to one demo shop when replicas start together', async () => {
    const url = await databases.url();
    const replicas = await Promise.all([1, 2, 3].map(() => databases.connect(url)));
    const keys = await Promise.all(replicas.map((database) => ensureDemoShop(database, systemClock)));
    expect(keys.filter((key) => key !== null)).toHaveLength(1);
    expect(await listKeys(replicas[0]!)).toHaveLength(1);
  });

  it('says for how long it does without its database', async () => {
    const database = await databases.open();
    let offsetMs = 0;
    const clock = { ...systemClock, monotonicMs: () => systemClock.monotonicMs() + offsetMs };
    const access = await createAccess({ database, clock, log });
    expect(access.look()).toEqual({ ok: true });
    await access.close();
    offsetMs = 60_000;
    expect(access.look()).toMatchObject({ ok: true, note: expect.stringMatching(/only keys known before/) });
    offsetMs = 301_000;
    expect(access.look()).toMatchObject({ ok: false });
  });

  it('is given to a demo shop only where there is no shop', async () => {
    const database = await databases.open();
    const key = await ensureDemoShop(database, systemClock);
    expect(await isLetIn(await accessTo(database), key!)).toBe(true);
    expect((await listKeys(database))[0]?.scopes).toContain('shipments');
    expect(await ensureDemoShop(database, systemClock)).toBeNull();
    await revokeKey(database, systemClock, (await listKeys(database))[0]!.id);
    expect(await ensureDemoShop(database, systemClock)).toBeNull();
  });
});

it('greets with a request that can be pasted as it is', () => {
  const address = { street: "'t Hof", houseNumber: 1, postcode: '8950AB', city: 'Voorbeeld' };
  expect(demoWelcome('klopt_sk_live_x', 'http://127.0.0.1:3000', address)).toContain(
    String.raw`-d '{"address":{"street":"'\''t Hof","houseNumber":1,"postcode":"8950AB","city":"Voorbeeld"}}'`,
  );
});
