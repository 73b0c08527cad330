import { wordOf } from '../../src/access/token-format';
import { keysCommand } from '../../src/cli/keys-command';
import { onEveryDatabase } from '../support/databases';
import { runCommand } from '../support/run-command';

interface Created {
  key: string;
  id: string;
  prefix: string;
  shop: { id: string };
}

onEveryDatabase('klopt keys', (databases) => {
  const runOn = (url: string) => (args: string) => runCommand(keysCommand, args.split(' '), url);

  it('creates a key, and its shop where there is none, in JSON', async () => {
    const keys = runOn(await databases.url());
    const first = JSON.parse(await keys('create --shop Voorbeeld --kind secret --json')) as Created;
    const second = JSON.parse(
      await keys(
        'create --shop Voorbeeld --kind publishable --test --origin https://a.example http://b.example --json',
      ),
    ) as Created;
    expect(wordOf(first.key)).toBe('sk_live');
    expect(first).toMatchObject({ kind: 'secret', test: false, origins: [], requestsPerMinute: null });
    expect(second).toMatchObject({
      kind: 'publishable',
      test: true,
      shop: { id: first.shop.id, name: 'Voorbeeld' },
      origins: ['https://a.example', 'http://b.example'],
      lastUsedAt: null,
      revokedAt: null,
    });
  });

  it('tells a person what the key is for and how to stop it', async () => {
    const words = await runOn(await databases.url())('create --shop Voorbeeld');
    expect(words).toMatch(
      /^A secret live key for Voorbeeld, which is shown only this once:\n\n {2}klopt_sk_live_/,
    );
    expect(words).toMatch(/Authorization: Bearer.*\nTo stop it: klopt keys revoke key_/);
  });

  it('lists keys without the keys', async () => {
    const keys = runOn(await databases.url());
    expect(await keys('list')).toMatch(/no keys.*klopt keys create/);
    const { key, id } = JSON.parse(await keys('create --shop Voorbeeld --json')) as Created;
    const words = await keys('list');
    expect(words).toContain(id);
    expect(words).toContain('active');
    expect(words).not.toContain(key);
    const listed = await keys('list --shop Voorbeeld --json');
    expect(JSON.parse(listed)).toMatchObject({ keys: [{ id, shop: { name: 'Voorbeeld' } }] });
    expect(listed).not.toContain(key);
    expect(JSON.parse(await keys('list --shop Ander --json'))).toEqual({ keys: [] });
  });

  it('revokes by prefix, says so when it had been, and does not guess', async () => {
    const keys = runOn(await databases.url());
    const { id, prefix } = JSON.parse(await keys('create --shop Voorbeeld --json')) as Created;
    expect(JSON.parse(await keys(`revoke ${prefix} --json`))).toEqual({
      id,
      revoked: true,
      alreadyRevoked: false,
    });
    expect(await keys(`revoke ${id}`)).toMatch(/had been revoked already/);
    await expect(keys('revoke key_nobody')).rejects.toThrow(/No key has this id or prefix/);
  });
});
