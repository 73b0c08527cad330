import { openDatabase, type Database } from '../../src/database/open-database';

/** The pools that a test opens, to be closed when it is over. */
export class OpenedDatabases {
  private readonly opened: Database[] = [];

  keep(database: Database): Database {
    this.opened.push(database);
    return database;
  }

  async connect(url: string): Promise<Database> {
    return this.keep(await openDatabase(url));
  }

  async close(): Promise<void> {
    for (const database of this.opened.splice(0)) await database.destroy();
  }
}
