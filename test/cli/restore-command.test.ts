import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { migrations } from '../../migrations/index';
import { auditCommand } from '../../src/cli/audit-command';
import { restoreCommand } from '../../src/cli/restore-command';
import { sealHours } from '../support/audit';
import { runCommand } from '../support/run-command';
import { damage, shopsIn, SqliteService } from '../support/sqlite-service';

let service: SqliteService;
beforeEach(() => {
  service = new SqliteService();
});
afterEach(() => service.remove());

const restore = (to = service.file, from = service.out) => runCommand(restoreCommand, [from], `sqlite:${to}`);
const kept = () => service.files(/before-restore-[\dTZ.-]+$/);
const keptFile = () => join(service.folder, kept()[0]!);

/** A backup of a database with shop A, to which B was added since. */
async function backUpA(): Promise<void> {
  await service.start();
  await service.addShops('A');
  await service.backUp();
  await service.addShops('B');
}

describe('klopt restore', () => {
  it('brings back what was backed up, and keeps what is there now', async () => {
    await backUpA();
    await service.stop();
    const words = await restore();
    expect(words).toMatch(
      /klopt\.sqlite is now as in .*backup\.sqlite, which is intact\.\nWhat it was before/,
    );
    expect(shopsIn(keptFile())).toEqual(['A', 'B']);
    expect(shopsIn(service.file)).toEqual(['A']);
    expect(shopsIn(service.out)).toEqual(['A']);
  });

  it('keeps what a killed service left in its write-ahead log', async () => {
    await backUpA();
    const killed = join(service.folder, 'killed.sqlite');
    for (const part of ['', '-wal']) copyFileSync(service.file + part, killed + part);
    await restore(killed);
    expect(shopsIn(keptFile())).toEqual(['A', 'B']);
    expect(existsSync(`${killed}-wal`)).toBe(false);
    expect(shopsIn(killed)).toEqual(['A']);
  });

  it('is refused while a service has the database open, even if that does nothing', async () => {
    await backUpA();
    await expect(restore()).rejects.toThrow(/is in use: stop the service, then restore again/);
    await service.stop();
    expect(shopsIn(service.file)).toEqual(['A', 'B']);
    expect(kept()).toEqual([]);
  });

  it('needs no database to be there', async () => {
    await backUpA();
    const elsewhere = join(service.folder, 'new/klopt.sqlite');
    expect(await restore(elsewhere)).not.toMatch(/What it was before/);
    expect(shopsIn(elsewhere)).toEqual(['A']);
  });

  it('puts a backup in the place of a database that is beyond reading', async () => {
    await backUpA();
    await service.stop();
    writeFileSync(service.file, 'no database any more. '.repeat(300));
    writeFileSync(`${service.file}-wal`, 'nor its log');
    expect(await restore()).toMatch(/too damaged to tell whether a service has it open/);
    expect(readFileSync(keptFile(), 'utf8')).toMatch(/^no database any more/);
    expect(existsSync(`${service.file}-wal`)).toBe(false);
    expect(shopsIn(service.file)).toEqual(['A']);
  });

  it('takes an older backup, which the next start brings up to date', async () => {
    await service.start(migrations.slice(0, 2));
    await service.addShops('A');
    await service.backUp();
    await service.stop();
    expect(await restore()).toContain(`the next start applies ${migrations[2]!.name}, `);
    expect(await (await service.start())('shops').pluck('name')).toEqual(['A']);
  });

  it('brings back an audit log that is whole, and only ever added to', async () => {
    await sealHours(await service.start(), 3);
    await service.backUp();
    await service.stop();
    expect(await restore()).toMatch(/Before the service starts: klopt audit verify$/);
    const words = await runCommand(auditCommand, ['verify'], `sqlite:${service.file}`);
    expect(words).toMatch(/The audit log is intact: 3 entries/);
    const refusal = { code: 'SQLITE_CONSTRAINT_TRIGGER' };
    await expect((await service.start())('audit_entries').delete()).rejects.toMatchObject(refusal);
  });

  it('refuses the database itself', async () => {
    await service.start();
    await expect(restore(service.file, service.file)).rejects.toThrow(/is the database itself/);
  });

  const BAD: [string, (backup: string) => void, RegExp][] = [
    ['that is not there', () => undefined, /There is no database at .*bad\.sqlite/],
    ['that is no database', (bad) => writeFileSync(bad, 'hello '.repeat(500)), /is not an SQLite database/],
    ['that is empty', (bad) => writeFileSync(bad, ''), /is a database, but not one of klopt/],
    ['of another program', (bad) => write(bad, 'CREATE TABLE t (x)'), /not one of klopt/],
    ['that is damaged', (bad) => damage(copied(bad)), /is damaged: use an earlier backup/],
    ['of a newer version', (bad) => write(copied(bad), LATER), /newer than .* klopt \(it has 999-later\)/],
  ];

  it.each(BAD)('refuses a backup %s, and leaves everything as it is', async (_, make, words) => {
    await backUpA();
    await service.stop();
    const bad = join(service.folder, 'bad.sqlite');
    make(bad);
    await expect(restore(service.file, bad)).rejects.toThrow(words);
    expect(shopsIn(service.file)).toEqual(['A', 'B']);
    expect(service.files(/part|before/)).toEqual([]);
  });
});

const LATER = "INSERT INTO migrations (name, batch) VALUES ('999-later', 2)";

function copied(path: string): string {
  copyFileSync(service.out, path);
  return path;
}

function write(path: string, sql: string): void {
  const database = new BetterSqlite(path);
  database.exec(sql);
  database.close();
}
