import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { explainDatabaseError, isDatabaseUnavailable } from '../../src/database/database-error';
import { databaseName, databaseTimeMs } from '../../src/database/describe-database';
import { openDatabase } from '../../src/database/open-database';
import { onEveryDatabase } from '../support/databases';

const folder = mkdtempSync(join(tmpdir(), 'klopt-open-'));
const inFolder = (name: string) => join(folder, name);

afterAll(() => rmSync(folder, { recursive: true }));

describe('an SQLite database', () => {
  it('is made where there is none, in a folder for its owner only, safe against power cuts', async () => {
    const file = inFolder('new/deep/klopt.sqlite');
    const database = await openDatabase(`sqlite:${file}`);
    const pragma = async (name: string): Promise<unknown> =>
      Object.values((await database.raw<object[]>(`PRAGMA ${name}`))[0]!)[0];
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await pragma('synchronous')).toBe(2);
    expect(await pragma('foreign_keys')).toBe(1);
    expect(await pragma('secure_delete')).toBe(1);
    expect(statSync(inFolder('new/deep')).mode & 0o777).toBe(0o700);
    await database.destroy();
  });

  it('is as safe again when its file is opened again', async () => {
    for (let opening = 0; opening < 3; opening += 1) {
      const database = await openDatabase(`sqlite:${inFolder('again.sqlite')}`);
      expect(await database.raw('PRAGMA synchronous')).toEqual([{ synchronous: 2 }]);
      await database.destroy();
      database.initialize();
      expect(await database.raw('PRAGMA synchronous')).toEqual([{ synchronous: 2 }]);
      await database.destroy();
    }
  });

  it.each([
    [
      'a file where its folder should be',
      '/dev/null/klopt.sqlite',
      /cannot be opened: may this user read and write/,
    ],
    ['a folder in its place', folder, /cannot be opened/],
  ])('that has %s is refused in a sentence', async (_, file, sentence) => {
    await expect(openDatabase(`sqlite:${file}`)).rejects.toThrow(sentence);
  });

  it('that is something else is refused in a sentence', async () => {
    writeFileSync(inFolder('letter.txt'), 'Dear database,\n'.repeat(100));
    await expect(openDatabase(`sqlite:${inFolder('letter.txt')}`)).rejects.toThrow(
      /is not an SQLite database/,
    );
  });

  it('that is read-only is refused in a sentence', () => {
    new BetterSqlite(inFolder('fixed.sqlite')).exec('CREATE TABLE a (b)').close();
    // Opened so, as file rights do not hold back root.
    const connection = new BetterSqlite(inFolder('fixed.sqlite'), { readonly: true });
    let refusal: unknown;
    try {
      connection.exec('INSERT INTO a VALUES (1)');
    } catch (error) {
      refusal = explainDatabaseError(error, 'fixed.sqlite');
    }
    connection.close();
    expect(refusal).toMatchObject({
      message: expect.stringMatching(/^The database fixed.sqlite is read-only: give/),
    });
  });
});

describe('a PostgreSQL database', () => {
  const url = new URL(process.env.KLOPT_TEST_POSTGRES!);
  const at = (change: Partial<URL>) => Object.assign(new URL(url), change).href;

  it.each([
    ['nothing listens', at({ port: '1' }), /No PostgreSQL answers at 127.0.0.1:1/],
    ['the password is wrong', at({ password: 'geheim' }), /refuses the user or password/],
    [
      'there is no such database',
      at({ pathname: '/nowhere' }),
      /There is no database 127.*nowhere.*create it/,
    ],
  ])('is refused in a sentence without password where %s', async (_, wrong, sentence) => {
    const refusal = await openDatabase(wrong).catch((error: unknown) => error as Error);
    expect(refusal).toMatchObject({ message: expect.stringMatching(sentence) });
    expect(String(refusal)).not.toMatch(/geheim|klopt:/);
    expect(isDatabaseUnavailable(refusal)).toBe(true);
  });

  it.each([
    ['whose disk is full', '53100'],
    ['that refuses too many transactions at once', '40001'],
  ])('%s cannot be used now', (_, code) => {
    expect(isDatabaseUnavailable(Object.assign(new Error('refused'), { code }))).toBe(true);
  });

  it('is named without user and password', () => {
    expect(databaseName('postgres://me:geheim@db.example/klopt')).toBe('db.example:5432/klopt');
  });
});

it.each(['', 'sqlite:', 'mysql://a/b', 'postgres:///'])('is not opened from the URL %p', async (url) => {
  await expect(openDatabase(url)).rejects.toThrow();
});

onEveryDatabase('a database', (databases) => {
  it('has the time', async () => {
    expect(Math.abs((await databaseTimeMs(await databases.open())) - Date.now())).toBeLessThan(2_000);
  });

  it('gives large numbers as numbers', async () => {
    const database = await databases.open();
    await database('shops').insert({ id: 's', name: 'S', created_at: 4_000_000_000_000 });
    expect(await database('shops').pluck('created_at')).toEqual([4_000_000_000_000]);
  });

  it('tells a wrong query from a database that is away', async () => {
    const database = await databases.open();
    const wrong = await database('nothing').catch((error: unknown) => error);
    expect(isDatabaseUnavailable(wrong)).toBe(false);
  });
});
