import { startLookers } from '../../src/cases/lookers-worker';
import * as store from '../../src/cases/lookers-store';
import type { Database } from '../../src/database/open-database';
import { createLog } from '../../src/log';
import { onEveryDatabaseTogether } from '../support/databases';
import { type DrivingService, startDriving } from '../support/driving-service';
import { addPeople } from '../support/people';
import { people } from '../support/start-app';
import { steeredClock } from '../support/steered-clock';

const log = createLog('silent');

onEveryDatabaseTogether('whoever looks at a case', (databases) => {
  const clock = steeredClock();
  let database: Database;
  let service: DrivingService;
  let shipmentId: string;
  beforeAll(async () => {
    database = await databases.open();
    await addPeople(database, people);
    service = await startDriving(database);
    shipmentId = (await service.order()).body.id;
  });
  afterAll(() => service.close());
  afterEach(() => database('case_lookers').delete());

  const looking = () => store.readLookersOf(database, shipmentId, clock.nowMs());
  const until = async (names: string[]) => {
    for (let left = 100; JSON.stringify(await looking()) !== JSON.stringify(names); left -= 1) {
      if (left === 0) expect(await looking()).toEqual(names);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  it('is seen while they do, once for all their pages, and no longer', async () => {
    const lookers = startLookers({ database, clock, log });
    const [first, second] = [1, 2].map(() => lookers.enter(shipmentId, 'per_agent'));
    const third = lookers.enter(shipmentId, 'per_supervisor');
    await until(['per_agent', 'per_supervisor']);
    first?.();
    third();
    await until(['per_agent']);
    second?.();
    await until([]);
    await lookers.close();
  });

  it('is seen no more once their process has stopped', async () => {
    const lookers = startLookers({ database, clock, log });
    lookers.enter(shipmentId, 'per_agent');
    await until(['per_agent']);
    await lookers.close();
    expect(await looking()).toEqual([]);
  });

  it('is not seen for ever where their process was killed', async () => {
    const looker = { id: 'lkr_1', shipmentId, personId: 'per_agent', untilMs: clock.nowMs() + 25_000 };
    await store.addLooker(database, looker);
    expect(await store.readLookers(database, clock.nowMs())).toEqual([{ shipmentId, personId: 'per_agent' }]);
    clock.advance(20_000);
    await store.prolongLookers(database, ['lkr_1'], clock.nowMs() + 25_000);
    clock.advance(25_000);
    expect(await looking()).toEqual(['per_agent']);
    clock.advance(1);
    expect(await looking()).toEqual([]);
    await store.forgetLookersBefore(database, clock.nowMs());
    expect(await database('case_lookers')).toEqual([]);
  });

  it('hinders nobody where that cannot be kept', async () => {
    const warnings: string[] = [];
    const noted = createLog('warn', { write: (line) => warnings.push(line) });
    const lookers = startLookers({ database, clock, log: noted });
    lookers.enter('snd_of_nobody', 'per_agent');
    await lookers.close();
    expect(warnings.join()).toContain('who looks at a case was not kept');
  });
});
