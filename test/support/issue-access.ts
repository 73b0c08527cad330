import { createPerson } from '../../src/access/create-person';
import { issueKey } from '../../src/access/issue-key';
import { systemClock as clock } from '../../src/clock';
import { migrate } from '../../src/database/migrate';
import { type Database, openDatabase } from '../../src/database/open-database';

/** By what a shop's server and a scanner's owner are let in. */
export interface Bearers {
  shop: string;
  planner: string;
}

/** Makes the tables where there are none, a shop's key and a planner's token. */
export async function prepareDatabase(databaseUrl: string): Promise<Bearers> {
  const database = await openDatabase(databaseUrl);
  try {
    await migrate(database);
    return await issueBearers(database);
  } finally {
    await database.destroy();
  }
}

async function issueBearers(database: Database): Promise<Bearers> {
  const { key } = await issueKey(database, clock, { shopName: 'Proof', kind: 'secret', mode: 'live' });
  const { token } = await createPerson(database, clock, { role: 'planner', name: 'Scanners' });
  return { shop: key, planner: token };
}
