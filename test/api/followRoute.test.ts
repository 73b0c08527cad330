import { type Operation, refusesBadQueries, refusesTheWrongPerson, sendAs } from '../support/checklist';
import { type EventStream, openStream } from '../support/event-stream';
import { planned, timesOf } from '../support/kept-route';
import type { Who } from '../support/shipments-service';
import { onStage } from '../support/shipments-stage';

onStage('followRoute', (stage) => {
  const streams: EventStream[] = [];
  afterEach(() => {
    for (const stream of streams.splice(0)) stream.close();
  });
  const follow = async (who: Who, path: string, headers: Record<string, string> = {}) => {
    const authorization = `Bearer ${who}`;
    const stream = await openStream(`${stage.service.url}${path}`, { authorization, ...headers });
    streams.push(stream);
    return stream;
  };
  const ask = (path: string, text = 'Lukt het?') =>
    sendAs(stage, 'POST', 'agent', { path: `${path}/questions`, body: { text } });
  const textsOf = ({ events }: EventStream) =>
    events.map(({ data }) => (data as { text: string | null }).text);

  it('tells what there is, and what comes, as events that bear the number of their entry', async () => {
    const { device, path } = await planned(stage);
    const stream = await follow(device, `${path}/stream`);
    await stream.reach(1);
    await ask(path);
    const [first, second] = await stream.reach(2);
    expect([first?.id, first?.event, second?.id, second?.event]).toEqual(['1', 'change', '2', 'change']);
    const fetched = await sendAs<{ changes: object[] }>(stage, 'GET', 'agent', { path: `${path}/changes` });
    const asFetched = fetched.body.changes as { instruction: object | null }[];
    // It was on its way when it was written, and had been received when it was fetched.
    expect([first?.data, second?.data]).toEqual([
      asFetched[0],
      { ...asFetched[1], instruction: { ...asFetched[1]?.instruction, receivedAt: null } },
    ]);
  });

  it('is a stream that proxies pass on, and of which clients know when to come back', async () => {
    const { device, path } = await planned(stage);
    const stream = await follow(device, `${path}/stream`);
    await stream.reach(1);
    expect(Object.fromEntries(stream.headers)).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache',
      'x-accel-buffering': 'no',
      connection: 'close',
      'x-request-id': expect.stringMatching(/^req_/),
    });
    expect(stream.text()).toMatch(/^retry: 2000\n\nid: 1\nevent: change\ndata: \{/);
  });

  it('goes on after the last event that came, or after an entry', async () => {
    const { device, path } = await planned(stage);
    for (const text of ['een?', 'twee?', 'drie?']) await ask(path, text);
    const [after, again, both] = [
      await follow(device, `${path}/stream?after=2`),
      await follow(device, `${path}/stream`, { 'last-event-id': '3' }),
      await follow(device, `${path}/stream?after=0`, { 'last-event-id': '3' }),
    ];
    await ask(path, 'vier?');
    await Promise.all([after.reach(3), again.reach(2), both.reach(2)]);
    expect([after, again, both].map(textsOf)).toEqual([
      ['twee?', 'drie?', 'vier?'],
      ['drie?', 'vier?'],
      ['drie?', 'vier?'],
    ]);
  });

  it('notes which instructions a device was sent, but not that an agent saw them', async () => {
    const { device, path } = await planned(stage);
    const agents = await follow('agent', `${path}/stream`);
    await ask(path, 'een?');
    await agents.reach(2);
    const received = () => stage.database('instructions').whereNotNull('received_at').count({ count: '*' });
    const [before] = await received();
    const devices = await follow(device, `${path}/stream?after=1`);
    await devices.reach(1);
    const noted = async () => Number((await received())[0]?.count) - Number(before?.count);
    for (let tries = 0; tries < 100 && (await noted()) === 0; tries++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await noted()).toBe(1);
  });

  it('tells everything to a device that comes back after two hours, and takes in what it did, by one request each', async () => {
    const { route, device, path } = await planned(stage);
    const before = await follow(device, `${path}/stream`);
    await before.reach(1);
    before.close();
    for (let count = 0; count < 20; count++) await ask(path, `vraag ${count}?`);
    stage.clock.advance(2 * 3_600_000);
    const at = timesOf(stage);
    const events = route.stops.map(({ id: stopId }, index) => ({
      ...{ deviceSeq: index + 1, kind: 'completed', stopId, occurredAt: at(index * 60 - 7_000) },
    }));
    const missed = await sendAs<{ changes: { seq: number }[]; more: boolean }>(stage, 'GET', device, {
      path: `${path}/changes?after=1`,
    });
    expect([missed.body.changes.map(({ seq }) => seq), missed.body.more]).toEqual([
      Array.from({ length: 20 }, (_, index) => index + 2),
      false,
    ]);
    const told = await sendAs(stage, 'POST', device, { path: `${path}/device-events`, body: { events } });
    expect(told.status).toBe(200);
    const after = await follow(device, `${path}/stream`, { 'last-event-id': '21' });
    const came = await after.reach(3);
    expect(came.map(({ id }) => id)).toEqual(['22', '23', '24']);
  });

  it('answers a HEAD with its head alone', async () => {
    const { path } = await planned(stage);
    const headers = { authorization: 'Bearer agent' };
    const answer = await stage.service.ask(`${path}/stream`, { method: 'HEAD', headers });
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      ...[200, 'text/event-stream', ''],
    ]);
  });

  const ready = async () => ({ path: `${(await planned(stage)).path}/stream` });
  const operation: Operation = { method: 'GET', who: 'agent', status: 200, ready };
  refusesTheWrongPerson(stage, operation, {
    ...{ nobody: 401, owner: 403, page: 403, tester: 403, stranger: 403 },
    ...{ colleague: 404, 'device@rte_another@dev_another': 404 },
  });
  refusesBadQueries(stage, operation, [
    ['?after=-1', [['/after', 'format']]],
    ['?after=now', [['/after', 'format']]],
    ['?limit=5', [['/limit', 'unknown_field']]],
  ]);

  it('refuses a Last-Event-ID that is none of its own', async () => {
    const { path } = await ready();
    const refused = await sendAs(stage, 'GET', 'agent', { path, headers: { 'last-event-id': 'abc' } });
    expect([refused.status, refused.body.errors]).toMatchObject([
      400,
      [{ in: 'header', pointer: '/last-event-id' }],
    ]);
  });
});
