import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import BetterSqlite from 'better-sqlite3';
import { backupCommand } from '../../src/cli/backup-command';
import { restoreCommand } from '../../src/cli/restore-command';
import { transaction } from '../../src/database/transaction';
import { runCommand } from '../support/run-command';
import { damage, shopsIn, SqliteService } from '../support/sqlite-service';

let service: SqliteService;
beforeEach(() => {
  service = new SqliteService();
});
afterEach(() => service.remove());

describe('klopt backup', () => {
  it('copies what a running service has written, to one file that only its owner may read', async () => {
    await service.start();
    await service.addShops('A', 'B');
    expect(await service.backUp()).toMatch(
      /backup\.sqlite is a backup of .*klopt\.sqlite: \d.* KB, and intact\.$/,
    );
    expect(shopsIn(service.out)).toEqual(['A', 'B']);
    expect(statSync(service.out).mode & 0o777).toBe(0o600);
    expect(service.files(/^backup/)).toEqual(['backup.sqlite']);
  });

  it('is of one moment, however much is written meanwhile', async () => {
    const database = await service.start();
    const holder = 'x'.repeat(20_000);
    const writeBoth = (number: number) =>
      transaction(database, async (trx) => {
        await trx('shops').insert({ id: `${number}`, name: `${number}`, created_at: 1 });
        await trx('leases').insert({ name: `${number}`, holder, lease_until: 1 });
      });
    for (let number = 0; number < 500; number++) await writeBoth(number);
    const copying = { ends: false };
    const backedUp = service.backUp().finally(() => Object.assign(copying, { ends: true }));
    let writes = 500;
    for (; !copying.ends; writes++) {
      await writeBoth(writes);
      await nextTurn();
    }
    await backedUp;
    const copy = new BetterSqlite(service.out, { readonly: true });
    const count = (table: string) => copy.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    expect(writes).toBeGreaterThan(501);
    expect(count('shops')).toBe(count('leases'));
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    copy.close();
  });

  it('replaces a file only when it is told to', async () => {
    await service.start();
    await service.addShops('A');
    writeFileSync(service.out, 'something else');
    await expect(service.backUp()).rejects.toThrow(/is there already: name another file, or add --force/);
    expect(readFileSync(service.out, 'utf8')).toBe('something else');
    await service.backUp('--force');
    expect(shopsIn(service.out)).toEqual(['A']);
  });

  const backUpTo = (out: string) =>
    runCommand(backupCommand, ['--out', out, '--force'], `sqlite:${service.file}`);

  it('never replaces the database itself', async () => {
    await service.start();
    await expect(backUpTo(service.file)).rejects.toThrow(/is the database itself: name another file/);
  });

  it('makes no database where there is none', async () => {
    await expect(service.backUp()).rejects.toThrow(/There is no database at .* that this user can read/);
    expect(service.files(/./)).toEqual([]);
  });

  it('says so where the backup cannot be written', async () => {
    await service.start();
    const nowhere = backUpTo(join(service.folder, 'no/backup.sqlite'));
    await expect(nowhere).rejects.toThrow(/cannot be written: is its folder there/);
  });

  it('leaves nothing behind of a database that is damaged', async () => {
    await service.start();
    await service.stop();
    damage(service.file);
    await expect(service.backUp()).rejects.toThrow(/klopt\.sqlite is damaged: use an earlier backup/);
    expect(service.files(/^backup/)).toEqual([]);
  });
});

describe.each([
  ['klopt backup', backupCommand, ['--out', 'backup.sqlite']],
  ['klopt restore', restoreCommand, ['backup.sqlite']],
])('%s', (_, command, args) => {
  it.each([
    ['PostgreSQL', 'postgres://me:geheim@db.example/klopt', /PostgreSQL, which has pg_dump.*operations\.md/],
    ['a database in memory', 'sqlite::memory:', /The database is in memory/],
  ])('says what to do with %s', async (_, url, words) => {
    await expect(runCommand(command, args, url)).rejects.toThrow(words);
  });
});
