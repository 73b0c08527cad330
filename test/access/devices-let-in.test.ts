import { createAccess } from '../../src/access/create-access';
import { revokeDevice } from '../../src/access/devices';
import { issueDevice } from '../../src/access/issue-device';
import { newToken } from '../../src/access/token-format';
import { systemClock } from '../../src/clock';
import type { Database } from '../../src/database/open-database';
import { createLog } from '../../src/log';
import { onEveryDatabase } from '../support/databases';
import { addDepots } from '../support/shipments-service';

const HOUR_MS = 3_600_000;

onEveryDatabase("a driver's device", (databases) => {
  it('is let in to its route, in a replica that never heard of it', async () => {
    const { database, issue } = await start(await databases.open());
    const access = await createAccess({ database, clock: systemClock, log });
    const { token, stored } = await issue();
    expect(await letIn(access, token)).toMatchObject({ kind: 'device', routeId: 'rte_1', keyId: stored.id });
    await access.close();
  });

  it('is let in no more within a second after it was revoked', async () => {
    const { database, issue } = await start(await databases.open());
    const { token, stored } = await issue();
    const access = await createAccess({ database, clock: systemClock, log });
    expect(await letIn(access, token)).toMatchObject({ kind: 'device' });
    await revokeDevice(database, stored, { actor: 'operator', atMs: systemClock.nowMs() });
    const untilMs = systemClock.monotonicMs() + 1_500;
    let answer = await letIn(access, token);
    while (answer !== 401 && systemClock.monotonicMs() < untilMs) answer = await letIn(access, token);
    expect(answer).toBe(401);
    await access.close();
  });

  it('ends twelve hours after the shift, also where it was let in before', async () => {
    const { database, issue } = await start(await databases.open());
    const nowMs = systemClock.nowMs();
    const [over, nearly] = [await issue(nowMs - 12 * HOUR_MS - 1), await issue(nowMs - 12 * HOUR_MS + 1_000)];
    const access = await createAccess({ database, clock: systemClock, log });
    expect(await letIn(access, over.token)).toBe(401);
    expect(await letIn(access, nearly.token)).toMatchObject({ kind: 'device' });
    await new Promise((resolve) => setTimeout(resolve, nearly.stored.expiresAtMs - systemClock.nowMs() + 20));
    expect(await letIn(access, nearly.token)).toBe(401);
    await access.close();
  });

  it('is not let in by what nobody handed out', async () => {
    const { database } = await start(await databases.open());
    const access = await createAccess({ database, clock: systemClock, log });
    expect(await letIn(access, newToken('device'))).toBe(401);
    await access.close();
  });

  it('has noted when it was used last', async () => {
    const { database, issue } = await start(await databases.open());
    const { token, stored } = await issue();
    const access = await createAccess({ database, clock: systemClock, log });
    await letIn(access, token);
    await access.close();
    const kept = await database<{ id: string; last_used_at: number | null }>('device_tokens')
      .where({ id: stored.id })
      .first();
    expect(kept?.last_used_at).toEqual(expect.any(Number));
  });
});

const log = createLog('silent');

async function start(database: Database) {
  await addDepots(database);
  const route = { id: 'rte_1', reference: 'R-1', day: '2026-01-05', depot: 'ZLV', driver: 'J', vehicle: 'V' };
  const times = { starts_at: 0, ends_at: 1, created_at: 0, updated_at: 0 };
  await database('routes').insert({ ...route, ...times, state: 'planned', version: 1, fingerprint: '' });
  const issue = async (endsAtMs = systemClock.nowMs()) => {
    const asked = { routeId: 'rte_1', endsAtMs, actor: 'operator' };
    const issued = await issueDevice(database, asked, endsAtMs);
    if (issued === null) throw new Error('The route has five devices.');
    return issued;
  };
  return { database, issue };
}

type Access = Awaited<ReturnType<typeof createAccess>>;

/** Who is let in by a token, or with what they are refused. */
async function letIn(access: Access, token: string): Promise<unknown> {
  try {
    return await access.authenticate({ authorization: `Bearer ${token}`, origin: undefined });
  } catch (error) {
    return (error as { code?: string }).code === 'unauthenticated' ? 401 : error;
  }
}
