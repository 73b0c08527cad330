import type { Database } from '../../src/database/open-database';
import { amendmentsEndpoints } from '../../src/register/amendments/amendments-endpoints';
import { followAmendments, type AmendmentsFollower } from '../../src/register/amendments/amendments-worker';
import { CurrentRegister } from '../../src/register/current-register';
import { parsePostcode } from '../../src/register/names/postcode';
import { createLog } from '../../src/log';
import { editionOf } from './edition-of';
import { addCallers } from './sample-parts';
import { cast, startEndpoints, type Running } from './start-app';
import { steeredClock, type SteeredClock } from './steered-clock';

const silent = createLog('silent', { write: () => undefined });

/** A small register: Kerkstraat 1 in Zilverwaard, Dorpsweg 1 in both places called Bergen. */
export const smallEdition = editionOf((sink) => {
  for (const [place, street, postcode] of [
    ['Zilverwaard', 'Kerkstraat', '8951AB'],
    ['Bergen (NH)', 'Dorpsweg', '1861AA'],
    ['Bergen (L)', 'Dorpsweg', '5854AA'],
  ] as const)
    sink.address({
      street: sink.street(sink.place(place), street),
      postcode: parsePostcode(postcode) ?? 0,
      houseNumber: 1,
      addition: '',
    });
});

/** One replica of the amendments over real HTTP, with the cast's keys in its database. */
export interface AmendmentsService extends Running {
  database: Database;
  register: CurrentRegister;
  follower: AmendmentsFollower;
  clock: SteeredClock;
}

export async function startAmendments(database: Database): Promise<AmendmentsService> {
  const clock = steeredClock();
  const register = new CurrentRegister(smallEdition, clock);
  await addCallers(database, Object.values(cast));
  const follower = await followAmendments({ database, register, clock, log: silent });
  const running = await startEndpoints(amendmentsEndpoints({ database, register, follower, clock }));
  const close = async () => {
    await running.close();
    await follower.close();
  };
  return { ...running, database, register, follower, clock, close };
}

export const newNumber = {
  kind: 'number',
  city: 'zilverwaard',
  street: 'Kerkstr.',
  postcode: '8951 ab',
  houseNumber: 3,
  reason: 'Nieuwbouw',
  expiresAt: '2026-02-01T00:00:00Z',
};
