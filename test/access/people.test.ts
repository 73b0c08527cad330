import { createDepot } from '../../src/access/create-depot';
import { createPerson, type PersonRequest } from '../../src/access/create-person';
import { listDepots } from '../../src/access/depots-store';
import { endPerson } from '../../src/access/end-person';
import { issueToken } from '../../src/access/issue-token';
import { listPeople } from '../../src/access/people-store';
import { revokeToken } from '../../src/access/revoke-token';
import { wordOf } from '../../src/access/token-format';
import type { Database } from '../../src/database/open-database';
import { onEveryDatabase } from '../support/databases';
import { steeredClock } from '../support/steered-clock';

const clock = steeredClock();
const noor: PersonRequest = { role: 'agent', name: 'Noor' };
const named = { role: 'agent', idOrName: 'Noor' } as const;

const zilverwaard = (database: Database) =>
  createDepot(database, clock, { code: 'ZLV', name: 'Zilverwaard' });

onEveryDatabase('depots', (databases) => {
  it('are made by a code in any case, and listed by it', async () => {
    const database = await databases.open();
    await createDepot(database, clock, { code: ' zlv ', name: ' Zilverwaard ' });
    await createDepot(database, clock, { code: 'MLH-2', name: 'Molenhorn' });
    expect(await listDepots(database)).toEqual([
      { code: 'MLH-2', name: 'Molenhorn', place: null, createdAtMs: clock.nowMs() },
      { code: 'ZLV', name: 'Zilverwaard', place: null, createdAtMs: clock.nowMs() },
    ]);
  });

  it.each([
    ['a code that is taken', 'zlv', 'Other', /There is a depot ZLV already/],
    ['no code', ' ', 'Other', /1 to 16 letters, digits and hyphens/],
    ['a code with blanks', 'Z LV', 'Other', /1 to 16 letters, digits and hyphens/],
    ['no name', 'MLH', ' ', /1 to 100 characters/],
  ])('are refused with %s', async (_, code, name, words) => {
    const database = await databases.open();
    await zilverwaard(database);
    await expect(createDepot(database, clock, { code, name })).rejects.toThrow(words);
    expect(await listDepots(database)).toHaveLength(1);
  });
});

onEveryDatabase('people', (databases) => {
  it('are made with a token, of which only the hash is kept', async () => {
    const database = await databases.open();
    await zilverwaard(database);
    const { person, token, stored } = await createPerson(database, clock, { ...noor, depot: 'zlv' });
    expect(wordOf(token)).toBe('person');
    expect(await listPeople(database, 'agent')).toEqual([{ ...person, tokens: [stored] }]);
    expect(person).toMatchObject({ role: 'agent', name: 'Noor', depot: 'ZLV', endedAtMs: null });
    const everything = JSON.stringify([await database('people'), await database('person_tokens')]);
    expect(everything).not.toContain(token.slice(-32));
  });

  it('work for all depots where none is named, and are listed by role', async () => {
    const database = await databases.open();
    await createPerson(database, clock, noor);
    await createPerson(database, clock, { role: 'planner', name: 'Noor' });
    expect(await listPeople(database, 'planner')).toMatchObject([{ role: 'planner', depot: null }]);
    expect(await listPeople(database, 'supervisor')).toEqual([]);
  });

  it('are refused at a depot that there is not, with those that there are and how to make one', async () => {
    const database = await databases.open();
    const attempt = () => createPerson(database, clock, { ...noor, depot: 'zlw' });
    await expect(attempt()).rejects.toThrow(/no depot "ZLW"; there are none yet\.\n.*klopt depots create/);
    await zilverwaard(database);
    await expect(attempt()).rejects.toThrow(/no depot "ZLW"; there are: ZLV\.\n.*klopt depots create/);
    expect(await listPeople(database, 'agent')).toEqual([]);
    expect(await database('person_tokens')).toEqual([]);
  });

  it.each([
    ['no name', ' ', /1 to 100 characters/],
    ['a name that is too long', 'N'.repeat(101), /1 to 100 characters/],
    ["a colleague's name", 'Noor', /Another agent is called Noor.*"klopt agents token"/],
  ])('are refused with %s', async (_, name, words) => {
    const database = await databases.open();
    await createPerson(database, clock, noor);
    await expect(createPerson(database, clock, { ...noor, name })).rejects.toThrow(words);
    expect(await listPeople(database, 'agent')).toHaveLength(1);
  });

  it('have two active tokens at most, and a third after one is revoked', async () => {
    const database = await databases.open();
    const { person, stored } = await createPerson(database, clock, noor);
    await issueToken(database, clock, { ...named, idOrName: person.id });
    await expect(issueToken(database, clock, named)).rejects.toThrow(/2 active tokens already: revoke one/);
    expect(await revokeToken(database, clock, stored.prefix)).toMatchObject({ outcome: 'revoked' });
    expect(await revokeToken(database, clock, stored.id)).toMatchObject({ outcome: 'already_revoked' });
    await issueToken(database, clock, named);
    const [{ tokens } = { tokens: [] }] = await listPeople(database, 'agent');
    expect(tokens.map(({ revokedAtMs }) => revokedAtMs)).toContain(clock.nowMs());
    expect(tokens).toHaveLength(3);
  });

  it('keep to two when several are asked for at once, from several processes', async () => {
    const url = await databases.url();
    const replicas = await Promise.all([1, 2].map(() => databases.connect(url)));
    await createPerson(replicas[0]!, clock, noor);
    const attempts = replicas.flatMap((database) => [1, 2, 3].map(() => issueToken(database, clock, named)));
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('end with all their tokens, get no more, and leave their name to another', async () => {
    const database = await databases.open();
    const first = await createPerson(database, clock, noor);
    await issueToken(database, clock, named);
    expect(await endPerson(database, clock, named)).toMatchObject({ already: false });
    expect(await endPerson(database, clock, named)).toMatchObject({ already: true });
    const [ended] = await listPeople(database, 'agent');
    expect(ended?.endedAtMs).toBe(clock.nowMs());
    expect(ended?.tokens.map(({ revokedAtMs }) => revokedAtMs)).toEqual([clock.nowMs(), clock.nowMs()]);
    await expect(issueToken(database, clock, named)).rejects.toThrow(/was ended/);
    const second = await createPerson(database, clock, noor);
    const { person } = await issueToken(database, clock, named);
    expect(person.id).toBe(second.person.id);
    expect(person.id).not.toBe(first.person.id);
  });

  it('keep one supervisor of all depots, also where two are ended at once', async () => {
    const url = await databases.url();
    const [one, other] = await Promise.all([1, 2].map(() => databases.connect(url)));
    await zilverwaard(one!);
    for (const name of ['Joke', 'Kees']) await createPerson(one!, clock, { role: 'supervisor', name });
    await createPerson(one!, clock, { role: 'supervisor', name: 'Lea', depot: 'ZLV' });
    await createPerson(one!, clock, noor);
    const lead = (idOrName: string) => ({ role: 'supervisor', idOrName }) as const;
    const endings = await Promise.allSettled([
      endPerson(one!, clock, lead('Joke')),
      endPerson(other!, clock, lead('Kees')),
    ]);
    const refused = endings.flatMap((ending) =>
      ending.status === 'rejected' ? [String(ending.reason)] : [],
    );
    expect(refused).toEqual([expect.stringMatching(/last supervisor of all depots: first make another/)]);
    for (const named of [lead('Lea'), { role: 'agent', idOrName: 'Noor' } as const])
      expect(await endPerson(one!, clock, named)).toMatchObject({ already: false });
  });

  it('are looked for among those of their role', async () => {
    const database = await databases.open();
    await createPerson(database, clock, noor);
    const asPlanner = { role: 'planner', idOrName: 'Noor' } as const;
    const words = /No planner has this id or name\. "klopt planners list"/;
    await expect(issueToken(database, clock, asPlanner)).rejects.toThrow(words);
    await expect(endPerson(database, clock, asPlanner)).rejects.toThrow(words);
    expect(await revokeToken(database, clock, 'tok_nobody')).toEqual({ outcome: 'unknown' });
  });
});
