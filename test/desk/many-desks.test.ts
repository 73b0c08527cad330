import { randomUUID } from 'node:crypto';
import { onEveryDatabaseTogether } from '../support/databases';
import { type EventStream, openStream } from '../support/event-stream';
import { type DrivingService, startDriving } from '../support/driving-service';
import { addPeople } from '../support/people';
import { addresses, type ShownShipment } from '../support/shipments-service';
import { people } from '../support/start-app';

const DESKS = 50;

onEveryDatabaseTogether('fifty desks that are open at once', (databases) => {
  let service: DrivingService;
  let held: ShownShipment;
  let desks: { path: string; stream: EventStream }[];

  beforeAll(async () => {
    const database = await databases.open();
    await addPeople(database, people);
    service = await startDriving(database, { deadlineMs: 10_000 });
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    held = (await service.order({ address: addresses.mixed, depot: 'ZLV', reference: randomUUID() })).body;
    const paths = ['/desk/queue', `/desk/cases/${held.id}`];
    desks = [];
    for (let index = 0; index < DESKS; index += 1) desks.push(await open(paths[index % 2] ?? ''));
    // Who has just come to a case is a change of its own.
    await settled();
  });
  afterEach(() => {
    for (const { stream } of desks) stream.close();
  });

  const cookie = 'klopt_session=agent';
  const show = async (path: string) => {
    const answer = await service.ask(path, {
      headers: { cookie, 'klopt-renewal': 'yes', 'hx-request': 'true' },
    });
    const text = await answer.text();
    return { status: answer.status, text, mark: /\?mark=([^"]*)"/.exec(text)?.[1] ?? '' };
  };
  const open = async (path: string) => {
    const { mark } = await show(path);
    const headers = { cookie, accept: 'text/event-stream' };
    return { path, stream: await openStream(`${service.url}${path}/live?mark=${mark}`, headers) };
  };
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const counts = () => desks.map(({ stream }) => stream.text().split('event: changed').length - 1);
  const settled = async () => {
    for (let before = ''; before !== String(counts());) {
      before = String(counts());
      await pause(400);
    }
  };
  const take = async () => {
    const form = new URLSearchParams({
      formToken: /name="formToken" value="([^"]*)"/.exec((await show('/desk/queue')).text)?.[1] ?? '',
    });
    const headers = { cookie, 'sec-fetch-site': 'same-origin' };
    const path = `/desk/cases/${held.id}/take`;
    const { status } = await service.ask(path, { method: 'POST', redirect: 'manual', headers, body: form });
    expect(status).toBe(303);
  };

  it('are each told once of one change, and show it when they ask all at once', async () => {
    const before = counts();
    await take();
    await settled();
    expect(counts().map((count, index) => count - (before[index] ?? 0))).toEqual(Array(DESKS).fill(1));
    const shown = await Promise.all(desks.map(({ path }) => show(path)));
    expect(shown.filter(({ status }) => status !== 200)).toEqual([]);
    const marks = new Map(desks.map(({ path }, index) => [path, shown[index]?.mark]));
    for (const [index, { path, stream }] of desks.entries()) {
      expect(shown[index]?.mark).toBe(marks.get(path));
      expect(
        stream
          .text()
          .trimEnd()
          .split('\n')
          .find((line) => line === `id: ${String(marks.get(path))}`),
      ).toBeDefined();
    }
  });

  it('are told of nothing after they have left', async () => {
    const [gone, stays] = [desks.slice(0, DESKS / 2), desks.slice(DESKS / 2)];
    for (const { stream } of gone) stream.close();
    await Promise.all(gone.map(({ stream }) => stream.ended));
    await settled();
    const before = counts();
    await take();
    await settled();
    const more = counts().map((count, index) => count - (before[index] ?? 0));
    expect(more).toEqual([...Array(gone.length).fill(0), ...Array(stays.length).fill(1)]);
  });
});
