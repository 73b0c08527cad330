import { diagnose, doctorCommand } from '../../src/cli/doctor-command';
import { migrateCommand } from '../../src/cli/migrate-command';
import { onEveryDatabase } from '../support/databases';
import { runCommand } from '../support/run-command';

interface Report {
  ok: boolean;
  checks: { name: string; ok: boolean; detail: string }[];
}

const report = async (url: string) => JSON.parse(await runCommand(doctorCommand, ['--json'], url)) as Report;

afterEach(() => {
  process.exitCode = undefined;
});

onEveryDatabase('klopt doctor', (databases) => {
  it('finds everything in order', async () => {
    const { ok, checks } = await report(await databases.url());
    expect(checks.map(({ name }) => name)).toEqual(['configuration', 'database', 'migrations', 'clock']);
    expect(ok).toBe(true);
    expect(process.exitCode).toBeUndefined();
  });

  it('finds what is pending, and klopt migrate puts it right', async () => {
    const url = await databases.emptyUrl();
    const onPostgres = databases.kind === 'postgres';
    const asks = /WRONG {2}migrations: 3 pending: run "klopt migrate"/;
    const waits = /ok {5}migrations: 3 to be applied at the next start/;
    expect(await runCommand(doctorCommand, [], url)).toMatch(onPostgres ? asks : waits);
    expect(process.exitCode).toBe(onPostgres ? 1 : undefined);
    expect(await runCommand(migrateCommand, ['--status'], url)).toMatch(/pending {2}001.*\n.*\n.*\nTo apply/);
    expect(await runCommand(migrateCommand, [], url)).toMatch(/^Applied 001-shops-and-keys, /);
    expect(await runCommand(migrateCommand, ['--json'], url)).toBe('{"applied":[]}');
    expect((await report(url)).ok).toBe(true);
  });
});

describe('klopt doctor', () => {
  it('looks no further than a configuration that is wrong', async () => {
    const { ok, checks } = await report('mysql://me:geheim@db.example/klopt');
    expect(ok).toBe(false);
    expect(checks).toHaveLength(1);
    expect(checks[0]!.detail).toMatch(/KLOPT_DATABASE_URL/);
    expect(checks[0]!.detail).not.toMatch(/geheim/);
  });

  it('says what to do where the database is away, and still looks at the rest', async () => {
    const edition = { name: 'edition', examine: () => Promise.reject(new Error('no file')) };
    process.env.KLOPT_DATABASE_URL = 'postgres://me:geheim@127.0.0.1:1/klopt';
    const checks = await diagnose([edition]).finally(() => delete process.env.KLOPT_DATABASE_URL);
    expect(checks.map(({ name, ok }) => `${name} ${ok}`)).toEqual([
      'configuration true',
      'database false',
      'edition false',
    ]);
    expect(checks[1]!.detail).toMatch(/No PostgreSQL answers at 127.0.0.1:1\/klopt: is it running/);
  });
});
