import { createDepot } from '../../src/access/create-depot';
import { createPerson } from '../../src/access/create-person';
import { issueKey } from '../../src/access/issue-key';
import { systemClock as clock } from '../../src/clock';
import { migrate } from '../../src/database/migrate';
import { type Database, openDatabase } from '../../src/database/open-database';

/** By what a shop's server, a scanner's owner and an agent of the depot are let in. */
export interface Bearers {
  shop: string;
  planner: string;
  agent: string;
}

/** The only depot there is. */
export const DEPOT = 'ZLV';

/** Makes the tables where there are none, a depot, and what its people and a shop are let in by. */
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
  await createDepot(database, clock, { code: DEPOT, name: 'Zilverwaard' });
  const agent = await createPerson(database, clock, { role: 'agent', name: 'Anouk', depot: DEPOT });
  return { shop: key, planner: token, agent: agent.token };
}
