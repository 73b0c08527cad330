import { wordOf } from '../../src/access/token-format';
import { depotsCommand } from '../../src/cli/depots-command';
import { peopleCommand } from '../../src/cli/people-command';
import type { Role } from '../../src/http/caller';
import { onEveryDatabase } from '../support/databases';
import { runCommand } from '../support/run-command';

interface Created {
  person: { id: string; name: string };
  token: string;
  tokenId: string;
}

const onDatabase = (url: string) => {
  const people = (role: Role) => (args: string) =>
    runCommand((terminal) => peopleCommand(role, terminal), args.split(' '), url);
  return {
    agents: people('agent'),
    planners: people('planner'),
    supervisors: people('supervisor'),
    depots: (args: string) => runCommand(depotsCommand, args.split(' '), url),
  };
};

onEveryDatabase('klopt depots', (databases) => {
  it('makes depots and lists them', async () => {
    const { depots } = onDatabase(await databases.url());
    expect(await depots('list')).toMatch(/no depots.*klopt depots create/);
    expect(await depots('create zlv --name Zilverwaard')).toMatch(
      /ZLV \(Zilverwaard\).*klopt agents create --name NAME --depot ZLV/,
    );
    const made = JSON.parse(await depots('create MLH --name Molenhorn --json')) as object;
    expect(made).toMatchObject({ depot: { code: 'MLH', name: 'Molenhorn' } });
    expect(JSON.parse(await depots('list --json'))).toMatchObject({
      depots: [{ code: 'MLH' }, { code: 'ZLV' }],
    });
    expect(await depots('list')).toMatch(/^CODE +NAME +MADE\nMLH +Molenhorn +\d{4}.*\nZLV /);
  });
});

onEveryDatabase('klopt agents, supervisors and planners', (databases) => {
  it('make a person with a token, in JSON', async () => {
    const { agents, planners, supervisors, depots } = onDatabase(await databases.url());
    await depots('create ZLV --name Zilverwaard');
    const noor = JSON.parse(await agents('create --name Noor --depot zlv --json')) as Created;
    expect(wordOf(noor.token)).toBe('person');
    expect(noor).toEqual({
      person: {
        id: expect.stringMatching(/^per_/),
        role: 'agent',
        name: 'Noor',
        depot: 'ZLV',
        createdAt: expect.any(String),
        endedAt: null,
      },
      token: expect.any(String),
      tokenId: expect.stringMatching(/^tok_/),
    });
    for (const [role, command] of [
      ['planner', planners],
      ['supervisor', supervisors],
    ] as const)
      expect(JSON.parse(await command('create --name A --json'))).toMatchObject({
        person: { role, depot: null },
      });
  });

  it('tell a person what the token is for and how to stop it', async () => {
    const words = await onDatabase(await databases.url()).supervisors('create --name Joke');
    expect(words).toMatch(
      /^A token for Joke \(supervisor, all depots\), which is shown only this once:\n\n {2}klopt_person_/,
    );
    expect(words).toMatch(/Authorization: Bearer.*\nTo stop it: klopt supervisors revoke tok_/);
  });

  it('list people without their tokens', async () => {
    const { agents } = onDatabase(await databases.url());
    expect(await agents('list')).toMatch(/no agents.*klopt agents create/);
    const { token, tokenId, person } = JSON.parse(await agents('create --name Noor --json')) as Created;
    const second = JSON.parse(await agents('token Noor --json')) as Created;
    const [words, json] = [await agents('list'), await agents('list --json')];
    for (const shown of [person.id, 'Noor', tokenId, second.tokenId, 'active', 'all'])
      expect(words).toContain(shown);
    expect(JSON.parse(json)).toMatchObject({
      people: [{ id: person.id, tokens: [{ id: second.tokenId }, { id: tokenId, revokedAt: null }] }],
    });
    for (const shown of [words, json]) {
      expect(shown).not.toContain(token);
      expect(shown).not.toContain(second.token);
    }
  });

  it('revoke one token, or all of a person, and say so when that had been done', async () => {
    const { agents } = onDatabase(await databases.url());
    const { tokenId, person } = JSON.parse(await agents('create --name Noor --json')) as Created;
    const revoked = { id: tokenId, revoked: true, alreadyRevoked: false };
    expect(JSON.parse(await agents(`revoke ${tokenId} --json`))).toEqual(revoked);
    expect(await agents(`revoke ${tokenId}`)).toMatch(/had been revoked already/);
    const ended = { id: person.id, ended: true, alreadyEnded: false };
    expect(JSON.parse(await agents('revoke --person Noor --json'))).toEqual(ended);
    expect(await agents(`revoke --person ${person.id}`)).toMatch(/Noor had been ended already/);
  });

  it.each([
    ['nothing to revoke', 'revoke', /one token by its id or prefix, or one person with --person/],
    ['too much to revoke', 'revoke tok_1 --person Noor', /one token .* or one person/],
    ['a token that is none', 'revoke tok_1', /No token has this id or prefix\. "klopt agents list"/],
    ['a person who is none', 'revoke --person Noor', /No agent has this id or name\. "klopt agents list"/],
    ['a token for nobody', 'token Noor', /No agent has this id or name\. "klopt agents list"/],
    ['a depot that is none', 'create --name Noor --depot X', /no depot "X".*\n.*klopt depots create/],
  ])('refuse %s, and say what to do', async (_, args, words) => {
    const { agents } = onDatabase(await databases.url());
    await expect(agents(args)).rejects.toThrow(words);
  });
});
