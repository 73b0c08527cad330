import { FORM_TOKEN, formTokenOf } from '../../src/http/pages';
import { onEveryDatabaseTogether } from '../support/databases';
import { OpenDesk } from '../support/desk/open-desk';
import { type DrivingService, startDriving } from '../support/driving-service';
import { addPeople } from '../support/people';
import { addresses, type ShownShipment } from '../support/shipments-service';
import { people } from '../support/start-app';

const DESKS = 50;
/** Longer than the pause between two looks at what is shown. */
const QUIET_MS = 400;

onEveryDatabaseTogether('fifty desks that are open at once', (databases) => {
  let service: DrivingService;
  let held: ShownShipment;
  let desks: OpenDesk[];

  beforeAll(async () => {
    const database = await databases.open();
    await addPeople(database, people);
    service = await startDriving(database, { deadlineMs: 10_000 });
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    held = (await service.order({ address: addresses.mixed, depot: 'ZLV' })).body;
    desks = [];
    for (let index = 0; index < DESKS; index += 1) {
      const path = index % 2 === 0 ? '/desk/queue' : `/desk/cases/${held.id}`;
      desks.push(await OpenDesk.open(service.url, 'agent', path));
    }
    // That somebody has come to a case is a change of its own.
    await quiet();
  });
  afterEach(() => {
    for (const desk of desks) desk.leave();
  });

  const pause = () => new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  const until = async (holds: () => boolean) => {
    for (let left = 25; !holds() && left > 0; left -= 1) await pause();
  };
  const seen = () => desks.map(({ told, shown }) => `${told.length} ${shown.length}`).join();
  const quiet = async () => {
    for (let before = ''; before !== seen() || desks.some(({ isAsking }) => isAsking);) {
      before = seen();
      await pause();
    }
  };
  /** How often each of them is told while somebody takes the case, until those who stay were told and all is quiet. */
  const toldOfTaking = async (staying = DESKS) => {
    const before = desks.map(({ told }) => told.length);
    const more = () => desks.map(({ told }, index) => told.length - (before[index] ?? 0));
    const { status } = await service.ask(`/desk/cases/${held.id}/take`, {
      ...{ method: 'POST', redirect: 'manual' },
      headers: { cookie: 'klopt_session=agent', 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ [FORM_TOKEN]: formTokenOf('agent') }),
    });
    expect(status).toBe(303);
    await until(() => !more().slice(0, staying).includes(0));
    await quiet();
    return more();
  };
  const times = (count: number, told: number) => Array.from({ length: count }, () => told);

  it('are each told once of one change, and show it after all asked at once', async () => {
    expect(await toldOfTaking()).toEqual(times(DESKS, 1));
    for (const { told, shown } of desks) expect(shown.at(-1)?.mark).toBe(told.at(-1)?.mark);
    expect(desks.flatMap(({ failures }) => failures)).toEqual([]);
  });

  it('are told of nothing once they have left', async () => {
    for (const desk of desks.slice(DESKS / 2)) desk.leave();
    await quiet();
    expect(await toldOfTaking(DESKS / 2)).toEqual([...times(DESKS / 2, 1), ...times(DESKS / 2, 0)]);
  });
});
