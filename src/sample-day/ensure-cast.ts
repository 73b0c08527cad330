import { createDepot, DepotRefused } from '../access/create-depot';
import { createPerson, type IssuedToken } from '../access/create-person';
import { issueKey } from '../access/issue-key';
import { personNamed } from '../access/named-person';
import { PersonRefused } from '../access/person-refused';
import { scopesOfRole } from '../access/roles';
import { issuePassword } from '../access/set-password';
import { workingKey } from '../access/working-key';
import type { Clock } from '../clock';
import type { Database } from '../database/open-database';
import type { PersonCaller, ShopCaller } from '../http/caller';
import { type CastPerson, type CastShop, depots, people, shops } from './cast';

type Person = IssuedToken['person'];

/** A shop of the sample's; its key only where it was made just now. */
export interface ShopAtWork {
  shop: CastShop;
  caller: ShopCaller;
  key: string | null;
}

/** One of the sample's people; their token and password only where they were made just now. */
export interface PersonAtWork {
  person: Person;
  caller: PersonCaller;
  token: string | null;
  /** By which they sign in to the desk; null for the planning system, too. */
  password: string | null;
}

export interface CastAtWork {
  shops: ShopAtWork[];
  people: PersonAtWork[];
}

/** Makes the depots, people and shops that are not there yet. */
export async function ensureCast(database: Database, clock: Clock): Promise<CastAtWork> {
  for (const depot of depots) await ensureDepot(database, clock, depot);
  const cast: CastAtWork = { shops: [], people: [] };
  for (const person of people) cast.people.push(await ensurePerson(database, clock, person));
  for (const shop of shops) cast.shops.push(await ensureShop(database, clock, shop));
  return cast;
}

async function ensureDepot(
  database: Database,
  clock: Clock,
  { code, name, place: { lat, lon } }: (typeof depots)[number],
): Promise<void> {
  try {
    await createDepot(database, clock, { code, name, at: `${lat},${lon}` });
  } catch (error) {
    if (!(error instanceof DepotRefused)) throw error;
  }
}

async function ensurePerson(database: Database, clock: Clock, of: CastPerson): Promise<PersonAtWork> {
  try {
    const { person, token } = await createPerson(database, clock, of);
    const password = of.role === 'planner' ? null : await passwordFor(database, clock, person);
    return { person, caller: callerOf(person), token, password };
  } catch (error) {
    if (!(error instanceof PersonRefused)) throw error;
    const person = await personNamed(database, { role: of.role, idOrName: of.name });
    return { person, caller: callerOf(person), token: null, password: null };
  }
}

async function passwordFor(database: Database, clock: Clock, { role, id }: Person): Promise<string> {
  return (await issuePassword(database, clock, { role, idOrName: id })).password;
}

function callerOf({ id, role, depot }: Person): PersonCaller {
  return { kind: 'person', personId: id, keyId: id, role, depot, scopes: new Set(scopesOfRole[role]) };
}

async function ensureShop(database: Database, clock: Clock, shop: CastShop): Promise<ShopAtWork> {
  const stored = await workingKey(database, shop.name);
  if (stored) return { shop, caller: callerBy(stored), key: null };
  const issued = await issueKey(database, clock, { shopName: shop.name, kind: 'secret', mode: 'live' });
  return { shop, caller: callerBy(issued.stored), key: issued.key };
}

function callerBy({ shopId, id, scopes }: Awaited<ReturnType<typeof issueKey>>['stored']): ShopCaller {
  return { kind: 'secret', shopId, keyId: id, test: false, scopes: new Set(scopes) };
}
