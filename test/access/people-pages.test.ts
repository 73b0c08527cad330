import { wordOf } from '../../src/access/token-format';
import { sessionOf } from '../../src/access/session-of';
import { signIn } from '../../src/access/sign-in';
import { onEveryDatabase } from '../support/databases';
import { secretIn, startUpkeep, type UpkeepService, wordsOf } from '../support/upkeep-service';

const PEOPLE = '/desk/upkeep/people';
const bram = { role: 'agent', name: 'Bram', depot: 'ZLV' };

onEveryDatabase('the people that supervisors keep up', (databases) => {
  let service: UpkeepService;
  beforeEach(async () => {
    service = await startUpkeep(await databases.open());
  });
  afterEach(() => service.close());

  const enter = async (name: string, password: string) =>
    (await signIn(service, { name, password, clientAddress: '192.0.2.1' })).token;
  const idOf = async (name: string) => {
    const row = await service
      .database('people')
      .where({ name })
      .orderBy('id', 'desc')
      .first<{ id: string }>('id');
    return row.id;
  };

  it('are listed with role, depot and since when, whoever has ended only where asked for', async () => {
    await service.send('supervisor', `${PEOPLE}/per_colleague/end`);
    const now = wordsOf(await service.show('supervisor', PEOPLE));
    expect(now).toMatch(/agent agent ZLV 1 Jan 1970 not in the last 10 hours off 1/);
    expect(now).toMatch(/planner planner \(system\) all depots/);
    expect(now).not.toContain('colleague');
    expect(now).toContain('Show who has ended too (1)');
    const all = wordsOf(await service.show('supervisor', `${PEOPLE}?ended=yes`));
    expect(all).toMatch(/colleague agent MLH 1 Jan 1970 ended on 5 Jan 2026 off 0/);
  });

  it('are those of her depot for a supervisor of one', async () => {
    const shown = wordsOf(await service.show('lead', PEOPLE));
    expect(shown).toMatch(/colleague agent MLH/);
    expect(shown).not.toMatch(/ZLV|all depots|planner \(system\)/);
  });

  it('are added with a password that is shown once, in no URL, and lets in', async () => {
    const added = await service.send('supervisor', PEOPLE, bram);
    expect([added.status, added.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const password = secretIn(added);
    expect(await sessionOf(service, await enter('Bram', password), 'person')).toMatchObject({
      name: 'Bram',
      caller: { role: 'agent', depot: 'ZLV' },
    });
    const page = await service.show('supervisor', `${PEOPLE}/${await idOf('Bram')}`);
    expect(page.text).not.toContain(password);
    expect(JSON.stringify(service.logged)).not.toContain(password);
    expect(await service.audited()).toEqual([
      'per_supervisor person.created per',
      'per_supervisor person.password-set per',
    ]);
  });

  it('that are systems are added with a token', async () => {
    const added = await service.send('supervisor', PEOPLE, { role: 'planner', name: 'Routing' });
    expect(wordOf(secretIn(added))).toBe('person');
    expect(await service.audited()).toContain('per_supervisor token.issued tok');
  });

  it.each([
    ['no name', { ...bram, name: ' ' }, [/Name:/]],
    [
      'everything wrong',
      { role: 'boss', name: 'x'.repeat(101), depot: 'Z'.repeat(17) },
      [/role/, /Name:/, /depot/],
    ],
    [
      'a name that is taken, at a depot that is not there',
      { ...bram, name: 'agent', depot: 'XXX' },
      [/Name:.*called so/, /depot.*no such depot/],
    ],
    ['a field too many', { ...bram, pasword: 'x' }, [/pasword/]],
  ])('are refused with %s, every mistake named', async (_, form, words) => {
    const refused = await service.send('supervisor', PEOPLE, form);
    expect(refused.status).toBe(400);
    for (const one of words) expect(wordsOf(refused)).toMatch(one);
    expect(await service.audited()).toEqual([]);
  });

  it.each([
    ['at another depot', { ...bram }],
    ['at all depots', { role: 'agent', name: 'Bram' }],
    ['as a planner of her depot', { role: 'planner', name: 'Bram', depot: 'MLH' }],
  ])('are not added by the supervisor of a depot %s', async (_, form) => {
    expect((await service.send('lead', PEOPLE, form)).status).toBe(403);
    expect(await service.audited()).toEqual([]);
  });

  it('are added once where two supervisors do so at once', async () => {
    const both = await Promise.all([1, 2].map(() => service.send('supervisor', PEOPLE, bram)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect(await service.database('people').where({ name: 'Bram' })).toHaveLength(1);
  });

  it('get a new password, and are signed out everywhere', async () => {
    const first = secretIn(await service.send('supervisor', PEOPLE, bram));
    const session = await enter('Bram', first);
    const second = secretIn(await service.send('supervisor', `${PEOPLE}/${await idOf('Bram')}/password`));
    expect(await sessionOf(service, session, 'person')).toBeNull();
    await expect(enter('Bram', first)).rejects.toThrow('unauthenticated');
    await expect(enter('Bram', second)).resolves.toBeDefined();
  });

  it('have two tokens at most, and one more after one is revoked', async () => {
    const tokens = `${PEOPLE}/per_agent/tokens`;
    const both = await Promise.all([1, 2].map(() => service.send('supervisor', tokens)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.map((one) => wordsOf(one)).join()).toContain('2 tokens that work already');
    const revoked = await service.send('supervisor', `${tokens}/tok_agent/revoke`);
    expect([revoked.status, revoked.location]).toEqual([303, `${PEOPLE}/per_agent`]);
    expect((await service.send('supervisor', tokens)).status).toBe(200);
    expect(wordsOf(await service.show('supervisor', `${PEOPLE}/per_agent`))).toMatch(/revoked on 5 Jan 2026/);
  });

  it('have a token revoked once where two supervisors do so at once, and only where it is theirs', async () => {
    const revoke = () => service.send('supervisor', `${PEOPLE}/per_agent/tokens/tok_agent/revoke`);
    const both = await Promise.all([revoke(), revoke()]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await service.audited()).toEqual(['per_supervisor token.revoked tok']);
    const mixed = await service.send('supervisor', `${PEOPLE}/per_agent/tokens/tok_colleague/revoke`);
    expect(mixed.status).toBe(404);
  });

  it('end once where two supervisors do so at once', async () => {
    const end = () => service.send('supervisor', `${PEOPLE}/per_agent/end`);
    const both = await Promise.all([end(), end()]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await service.audited()).toEqual(['per_supervisor person.ended per']);
    for (const more of ['password', 'tokens'])
      expect((await service.send('supervisor', `${PEOPLE}/per_agent/${more}`)).status).toBe(409);
  });

  it.each([
    ['ends', 'end', 'per_supervisor'],
    ['makes a password for', 'password', 'per_supervisor'],
  ])('nobody %s themself', async (_, action, id) => {
    await service.send('supervisor', PEOPLE, { role: 'supervisor', name: 'Joke' });
    const refused = await service.send('supervisor', `${PEOPLE}/${id}/${action}`);
    expect([refused.status, wordsOf(refused)]).toEqual([
      409,
      expect.stringContaining('Nobody does this to themself'),
    ]);
  });

  it('that are systems get no password', async () => {
    const refused = await service.send('supervisor', `${PEOPLE}/per_planner/password`);
    expect([refused.status, wordsOf(refused)]).toEqual([409, expect.stringContaining('signs in nowhere')]);
  });

  it.each(['end', 'password', 'tokens', 'tokens/tok_agent/revoke'])(
    'of another depot are not there for its supervisor: %s',
    async (action) => {
      expect((await service.send('lead', `${PEOPLE}/per_agent/${action}`)).status).toBe(404);
      expect((await service.send('supervisor', `${PEOPLE}/per_nobody/${action}`)).status).toBe(404);
      expect(await service.audited()).toEqual([]);
    },
  );
});
