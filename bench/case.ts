/**
 * What the page of a case costs, read and put into words: of a parcel in the van of a route of 150 stops, and of one on such a route
 * that has not left, beside five others of 150 that it may go with; on both databases, with the statements that it takes. Reference: the
 * options alone, as the API shows them. Run: npm run bench:case -- [pages]
 */
import { readCase } from '../src/cases/read-case';
import { systemClock } from '../src/clock';
import type { OptionsDependencies } from '../src/corrections/options-of';
import { showOptions } from '../src/corrections/show-options';
import { migrate } from '../src/database/migrate';
import { type Database, openDatabase } from '../src/database/open-database';
import { createPlaceOf } from '../src/routes/plans/place-of';
import { startDriving } from '../test/support/driving-service';
import { sampleEdition } from '../test/support/sample-parts';
import { people } from '../test/support/start-app';
import { asItComes, startPostgres } from '../test/support/start-postgres.mjs';
import { type Case, fullDay, OTHERS, STOPS } from './support/full-day';
import { medianOf } from './support/rounds';

const [, , pages = '100'] = process.argv;
const MOST_MS = 200;
const WARM_UP = 10;

/** Milliseconds of each reading, one after the other. */
async function timesOf(read: () => Promise<unknown>): Promise<number[]> {
  for (let index = 0; index < WARM_UP; index++) await read();
  const times: number[] = [];
  for (let index = 0; index < Number(pages); index++) {
    const startedMs = systemClock.monotonicMs();
    await read();
    times.push(systemClock.monotonicMs() - startedMs);
  }
  return times;
}

function figures(times: readonly number[]): { median: string; p99: string; isWithin: boolean } {
  const p99 = [...times].sort((one, other) => one - other)[Math.floor(times.length * 0.99)] ?? Number.NaN;
  return { median: medianOf(times).toFixed(1), p99: p99.toFixed(1), isWithin: p99 <= MOST_MS };
}

async function measure(dependencies: OptionsDependencies, name: string, of: Case): Promise<void> {
  const { database } = dependencies;
  const asked = {
    caller: people.agent,
    ...of,
    language: 'nl',
    candidate: null,
    mayBreakPromises: true,
    depot: null,
  } as const;
  let statements = 0;
  const count = () => (statements += 1);
  database.on('query', count);
  const { options } = await readCase(dependencies, asked);
  database.off('query', count);
  const open = options?.options.filter(({ allowed }) => allowed).length ?? 0;
  const page = figures(await timesOf(() => readCase(dependencies, asked)));
  const alone = figures(await timesOf(() => showOptions(dependencies, asked)));
  console.log(
    `  ${name}  median ${page.median} ms, p99 ${page.p99} ms (≤ ${MOST_MS} ms) ${page.isWithin ? 'reached' : 'SHORT'}; ` +
      `${statements} statements, ${open} of 6 options open; the options alone: median ${alone.median} ms`,
  );
}

async function measureOn(kind: string, database: Database): Promise<void> {
  console.log(`${kind}, routes of ${STOPS} stops`);
  await migrate(database);
  const service = await startDriving(database, { deadlineMs: 60_000 });
  const register = await sampleEdition();
  const placeOf = createPlaceOf(() => register);
  const { inVan, toLeave } = await fullDay(service, placeOf);
  const dependencies = { database, clock: service.clock, placeOf, askTravelTimes: null, optionCosts: {} };
  await measure(dependencies, 'in a van                  ', inVan);
  await measure(dependencies, `to leave, beside ${OTHERS} others`, toLeave);
  await service.close();
  await database.destroy();
}

async function main(): Promise<void> {
  await measureOn('SQLite', await openDatabase('sqlite::memory:'));
  const postgres = await startPostgres(asItComes);
  await measureOn('PostgreSQL', await openDatabase(postgres.url));
  await postgres.stop();
  // What the parts keep running for a service has no end of its own.
  process.exit(0);
}

void main();
