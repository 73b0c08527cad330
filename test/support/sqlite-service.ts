import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { backupCommand } from '../../src/cli/backup-command';
import { migrate } from '../../src/database/migrate';
import { openDatabase, type Database } from '../../src/database/open-database';
import type { NamedMigration } from '../../migrations/index';
import { runCommand } from './run-command';

/** An SQLite database in a folder of its own, and a service that has it open for as long as it runs. */
export class SqliteService {
  readonly folder = mkdtempSync(join(tmpdir(), 'klopt-backup-'));
  readonly file = join(this.folder, 'klopt.sqlite');
  /** Where its backups go. */
  readonly out = join(this.folder, 'backup.sqlite');
  private opened: Database | undefined;

  async start(known?: readonly NamedMigration[]): Promise<Database> {
    this.opened = await openDatabase(`sqlite:${this.file}`);
    await migrate(this.opened, known);
    return this.opened;
  }

  /** Writes to the running service's database. */
  async addShops(...names: string[]): Promise<void> {
    for (const name of names) await this.opened!('shops').insert({ id: name, name, created_at: 1 });
  }

  backUp(...options: string[]): Promise<string> {
    return runCommand(backupCommand, ['--out', this.out, ...options], `sqlite:${this.file}`);
  }

  /** The names of its files that match. */
  files(pattern: RegExp): string[] {
    return readdirSync(this.folder).filter((name) => pattern.test(name));
  }

  async stop(): Promise<void> {
    await this.opened?.destroy();
    this.opened = undefined;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true });
  }
}

/** The shops in a database that nobody has open. */
export function shopsIn(path: string): unknown[] {
  const database = new BetterSqlite(path, { readonly: true });
  const names = database.prepare('SELECT name FROM shops ORDER BY name').pluck().all();
  database.close();
  return names;
}

/** Writes over the second half of a file. */
export function damage(path: string): void {
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0x55, bytes.length >> 1));
}
