import { randomUUID } from 'node:crypto';
import { createPerson } from '../../src/access/create-person';
import { openSession } from '../../src/access/open-session';
import { systemClock as clock } from '../../src/clock';
import { openDatabase } from '../../src/database/open-database';
import type { PersonCaller } from '../../src/http/caller';
import { type Ask, askService } from '../../test/support/ask-service';
import { propose } from '../../test/support/fleet/redirect';
import { leave, sendOut } from '../../test/support/fleet/send-out';
import { type Bearers, DEPOT } from '../../test/support/issue-access';
import { hers } from '../../test/support/story/stage';

/** Somebody at the desk, signed in. */
export interface AtDesk {
  caller: PersonCaller;
  sessionToken: string;
}

/** Agents of the depot, each with a session as signing in gives it. */
export async function seatAgents(databaseUrl: string, count: number): Promise<AtDesk[]> {
  const database = await openDatabase(databaseUrl);
  const seated: AtDesk[] = [];
  for (let number = 1; number <= count; number += 1) {
    const request = { role: 'agent', name: `Agent ${number}`, depot: DEPOT } as const;
    const { person } = await createPerson(database, clock, request);
    const sessionToken = await openSession(database, { personId: person.id, stage: 'in' }, clock.nowMs());
    const { id: personId, role, depot } = person;
    const caller = { kind: 'person', personId, keyId: personId, role, depot } as const;
    seated.push({ sessionToken, caller: { ...caller, scopes: new Set(['desk']) } });
  }
  await database.destroy();
  return seated;
}

/** A fifth of what waits is in vans, as on a day. */
const IN_VANS = 0.2;
const VANS = 20;
/** Of a van's stops so many are corrected. */
const CORRECTED = 2 / 3;
const AT_ONCE = 20;

/** Fills the queue by the API: orders that are held, and corrections of parcels in vans. Gives the held ones' ids. */
export async function fillQueue(url: string, bearers: Bearers, open: number): Promise<string[]> {
  const ask: Ask = (request) => askService(url, request);
  const ofVan = Math.round((open * IN_VANS) / VANS);
  for (let van = 0; van < VANS; van += 1) await sendCorrected(ask, bearers, ofVan);
  const held = open - ofVan * VANS;
  const ids: string[] = [];
  while (ids.length < held) {
    const portion = Math.min(AT_ONCE, held - ids.length);
    ids.push(...(await Promise.all(Array.from({ length: portion }, () => order(ask, bearers)))));
  }
  return ids;
}

async function sendCorrected(ask: Ask, bearers: Bearers, corrected: number): Promise<void> {
  const van = await sendOut(ask, bearers, Math.ceil(corrected / CORRECTED));
  await leave(ask, van);
  const agent = { ask, bearer: bearers.agent };
  for (const parcel of van.parcels.slice(0, corrected)) await propose(agent, parcel, hers.mixedAgain);
}

/** To a mix of two addresses, so that it is held. */
async function order(ask: Ask, { shop: bearer }: Bearers): Promise<string> {
  const of = { reference: randomUUID(), recipient: { name: 'Vera Verhuizer' }, address: hers.mixed };
  const body = { ...of, depot: DEPOT };
  const answer = await ask<{ id: string; state: string }>({
    method: 'POST',
    path: '/v1/shipments',
    bearer,
    body,
  });
  if (answer.body.state !== 'held') throw new Error(`An order was answered ${JSON.stringify(answer)}`);
  return answer.body.id;
}
