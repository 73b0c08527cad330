import { setTimeout as sleep } from 'node:timers/promises';
import { createAccess, type Access } from '../../src/access/create-access';
import { createPerson, type PersonRequest } from '../../src/access/create-person';
import { listPeople } from '../../src/access/people-store';
import { issueToken } from '../../src/access/issue-token';
import { newToken } from '../../src/access/token-format';
import { systemClock as clock } from '../../src/clock';
import type { Database } from '../../src/database/open-database';
import type { Caller } from '../../src/http/caller';
import { Problem } from '../../src/http/problem';
import { createLog } from '../../src/log';
import { onEveryDatabase } from '../support/databases';
import { addPeople } from '../support/people';
import { people } from '../support/start-app';

const noor: PersonRequest = { role: 'agent', name: 'Noor' };
const named = { role: 'agent', idOrName: 'Noor' } as const;

/** Who is let in with a token, or the code of the problem. */
async function enter({ authenticate }: Access, token: string): Promise<Caller | string> {
  try {
    return await authenticate({ authorization: `Bearer ${token}`, origin: undefined });
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

onEveryDatabase("the carrier's people", (databases) => {
  const opened: Access[] = [];
  afterEach(async () => {
    for (const access of opened.splice(0)) await access.close();
  });

  async function accessTo(database: Database): Promise<Access> {
    const access = await createAccess({ database, clock, log: createLog('silent') });
    opened.push(access);
    return access;
  }

  it('are let in as who they are, with their role and depot, without any limit', async () => {
    const database = await databases.open();
    const tokens = await addPeople(database, people);
    const access = await accessTo(database);
    for (const who of ['agent', 'colleague', 'supervisor', 'planner'] as const) {
      expect(await enter(access, tokens[who])).toEqual(people[who]);
      expect(access.limit(people[who])).toBeUndefined();
    }
    expect(await enter(access, newToken('person'))).toBe('unauthenticated');
  });

  it('are let in at once with what another process has only just made', async () => {
    const url = await databases.url();
    const access = await accessTo(await databases.connect(url));
    const elsewhere = await databases.connect(url);
    const first = await createPerson(elsewhere, clock, noor);
    expect(await enter(access, first.token)).toMatchObject({ personId: first.person.id, depot: null });
    const second = await issueToken(elsewhere, clock, named);
    expect(await enter(access, second.token)).toMatchObject({ keyId: second.stored.id });
    expect(await enter(access, first.token)).toMatchObject({ keyId: first.stored.id });
  });

  it('are refused at once where a token is revoked, and within two seconds elsewhere', async () => {
    const { here, there } = await twoReplicas();
    const { token, stored } = await createPerson(here.database, clock, noor);
    const other = await issueToken(here.database, clock, named);
    for (const { access } of [here, there]) expect(await enter(access, token)).toHaveProperty('kind');
    await here.access.revokeToken(stored.id);
    expect(await enter(here.access, token)).toBe('unauthenticated');
    await sleep(1_500);
    expect(await enter(there.access, token)).toBe('unauthenticated');
    expect(await enter(there.access, other.token)).toMatchObject({ kind: 'person' });
  });

  it('are refused with all their tokens where they have ended, and within two seconds elsewhere', async () => {
    const { here, there } = await twoReplicas();
    const first = await createPerson(here.database, clock, noor);
    const second = await issueToken(here.database, clock, named);
    const tokens = [first.token, second.token];
    for (const token of tokens) expect(await enter(there.access, token)).toMatchObject({ kind: 'person' });
    await here.access.endPerson(named);
    for (const token of tokens) expect(await enter(here.access, token)).toBe('unauthenticated');
    await sleep(1_500);
    for (const token of tokens) expect(await enter(there.access, token)).toBe('unauthenticated');
  });

  it('have it written when a token was last used', async () => {
    const database = await databases.open();
    const { token } = await createPerson(database, clock, noor);
    const access = await accessTo(database);
    const beforeMs = clock.nowMs();
    await enter(access, token);
    await access.close();
    const [person] = await listPeople(database, 'agent');
    expect(person?.tokens[0]?.lastUsedAtMs).toBeGreaterThanOrEqual(beforeMs);
  });

  async function twoReplicas() {
    const url = await databases.url();
    const [here, there] = await Promise.all([databases.connect(url), databases.connect(url)]);
    return {
      here: { database: here, access: await accessTo(here) },
      there: { database: there, access: await accessTo(there) },
    };
  }
});
