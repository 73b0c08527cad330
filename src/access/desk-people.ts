import type { Database } from '../database/open-database';
import { listDeskPeople } from './people-store';

/** Someone who works, or worked, at the desk. */
export interface DeskPerson {
  id: string;
  name: string;
  /** The depot whose work they do; null for all depots. */
  depot: string | null;
  hasEnded: boolean;
}

/** Everyone of the desk, by name: the agents, and the supervisors who lead them; also those who have ended. */
export async function deskPeople(database: Database): Promise<DeskPerson[]> {
  const people = await listDeskPeople(database);
  return people.map(({ id, name, depot, endedAtMs }) => ({ id, name, depot, hasEnded: endedAtMs !== null }));
}
