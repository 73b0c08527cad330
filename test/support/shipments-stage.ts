import type { AppDependencies } from '../../src/app';
import type { Database } from '../../src/database/open-database';
import { onEveryDatabaseTogether, type TestDatabases } from './databases';
import { type ShipmentsService, startShipments } from './shipments-service';
import { steeredClock, type SteeredClock } from './steered-clock';

/** One service on one database, on which all tests of a description play; each registers shipments of its own. */
export interface Stage {
  service: ShipmentsService;
  database: Database;
  databases: TestDatabases;
  /** Stands still until it is moved; a second passes before every request. */
  clock: SteeredClock;
  /** An instant so many seconds from now, as a device would write it. */
  inSeconds: (seconds: number) => string;
}

/** Describes the same behaviour on SQLite and on PostgreSQL. The stage is there once the tests run. */
export function onStage(
  name: string,
  describeOne: (stage: Stage) => void,
  overrides: Partial<AppDependencies> = {},
): void {
  onEveryDatabaseTogether(name, (databases) => {
    const stage = { databases } as Stage;
    beforeAll(async () => {
      const [database, clock] = [await databases.open(), steeredClock()];
      const service = timely(
        await startShipments(database, { clock, deadlineMs: 10_000, ...overrides }),
        clock,
      );
      const inSeconds = (seconds: number) => new Date(clock.nowMs() + seconds * 1_000).toISOString();
      Object.assign(stage, { service, database, clock, inSeconds });
    });
    afterAll(() => stage.service.close());
    describeOne(stage);
  });
}

const REQUESTS: readonly (string | symbol)[] = ['ask', 'read', 'write', 'patch', 'order'];

/** No two requests come at the same time. */
function timely(service: ShipmentsService, clock: SteeredClock): ShipmentsService {
  return new Proxy(service, {
    get(target, name) {
      if (REQUESTS.includes(name)) clock.advance(1_000);
      return Reflect.get(target, name) as unknown;
    },
  });
}
