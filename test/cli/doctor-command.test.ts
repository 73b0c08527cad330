import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '../../migrations/index';
import { diagnose, doctorCommand } from '../../src/cli/doctor-command';
import { migrateCommand } from '../../src/cli/migrate-command';
import { systemClock } from '../../src/clock';
import { decodeEdition } from '../../src/register/edition/edition-bytes-file';
import { writeEdition } from '../../src/register/edition/edition-file';
import type { EditionInfo } from '../../src/register/edition/edition-format';
import type { RegisterSink } from '../../src/register/sources/register-sink';
import { editionBytes } from '../support/edition-of';
import { onEveryDatabase } from '../support/databases';
import { runCommand } from '../support/run-command';

interface Report {
  ok: boolean;
  checks: { name: string; ok: boolean; detail: string }[];
}

const report = async (url: string) => JSON.parse(await runCommand(doctorCommand, ['--json'], url)) as Report;

let folder = '';

function putEdition(about: Partial<EditionInfo>): void {
  const { info, sections } = decodeEdition(editionBytes(tellOneAddress).buffer as ArrayBuffer);
  writeEdition(process.env.KLOPT_REGISTER!, { ...info, ...about }, sections);
}

function tellOneAddress(sink: RegisterSink): void {
  const street = sink.street(sink.place('Zilverwaard'), 'Kerkstraat');
  sink.address({ street, postcode: 0, houseNumber: 1, addition: null });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'klopt-doctor-'));
  process.env.KLOPT_REGISTER = join(folder, 'register.edition');
  putEdition({ date: systemClock.now().toISOString().slice(0, 10) });
});
afterEach(() => {
  process.exitCode = undefined;
});
afterAll(() => {
  delete process.env.KLOPT_REGISTER;
  rmSync(folder, { recursive: true });
});

onEveryDatabase('klopt doctor', (databases) => {
  it('finds everything in order', async () => {
    const { ok, checks } = await report(await databases.url());
    expect(checks.map(({ name }) => name)).toEqual([
      'configuration',
      'database',
      'migrations',
      'clock',
      'register',
    ]);
    expect(ok).toBe(true);
    expect(process.exitCode ?? 0).toBe(0);
  });

  it('finds what is pending, and klopt migrate puts it right', async () => {
    const url = await databases.emptyUrl();
    const onPostgres = databases.kind === 'postgres';
    const asks = `WRONG  migrations: ${migrations.length} pending: run "klopt migrate"`;
    const waits = `ok     migrations: ${migrations.length} to be applied at the next start`;
    expect(await runCommand(doctorCommand, [], url)).toContain(onPostgres ? asks : waits);
    expect(process.exitCode).toBe(onPostgres ? 1 : undefined);
    expect(await runCommand(migrateCommand, ['--status'], url)).toMatch(/pending {2}001(?:.*\n)+To apply/);
    expect(await runCommand(migrateCommand, [], url)).toMatch(/^Applied 001-shops-and-keys, /);
    expect(await runCommand(migrateCommand, ['--json'], url)).toBe('{"applied":[]}');
    expect((await report(url)).ok).toBe(true);
  });
});

test.each([
  [
    'of today',
    { date: systemClock.now().toISOString().slice(0, 10) },
    /ok {5}register: edition 2026-11-08 \(CSV\), 1 addresses/,
  ],
  [
    'long past',
    { date: '2024-01-01' },
    /WRONG {2}register: edition 2026-11-08 is \d+ days old: build a newer one/,
  ],
  [
    'of the sample',
    { sample: true },
    /ok {5}register: the fictional sample, 1 addresses: set KLOPT_REGISTER/,
  ],
])('klopt doctor looks at an edition %s', async (_, about, expected) => {
  putEdition(about);
  expect(await runCommand(doctorCommand, [], `sqlite:${folder}/klopt.sqlite`)).toMatch(expected);
});

test('klopt doctor says what to do where there is no edition', async () => {
  rmSync(process.env.KLOPT_REGISTER!);
  expect(await runCommand(doctorCommand, [], `sqlite:${folder}/klopt.sqlite`)).toMatch(
    /WRONG {2}register: The edition .* cannot be used\. There is no such file: build one with `klopt register build/,
  );
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
