import {
  type Operation,
  type Ready,
  refusesBadBodies,
  refusesTheWrongPerson,
  sendAs,
} from '../support/checklist';
import { BAD_DEVICE_EVENTS } from '../support/bad-device-events';
import { planned, timesOf } from '../support/kept-route';
import { onStage } from '../support/shipments-stage';
import type { RecordedEvents } from '../../src/routes/devices/record-device-events';
import type { Route } from '../../src/routes/route';
import { findRoute } from '../../src/routes/routes-store';
import type { Who } from '../support/shipments-service';

interface Entry {
  seq: number;
  kind: string;
  stops: { id: string; state: string }[];
  instruction: { id: string; state: string; answer: string | null; reason: string | null } | null;
}

onStage('recordDeviceEvents', (stage) => {
  const report = (device: Who, path: string, ...events: object[]) =>
    sendAs<RecordedEvents>(stage, 'POST', device, { path: `${path}/device-events`, body: { events } });
  const feedOf = async (path: string, after = 0) =>
    (await sendAs<{ changes: Entry[] }>(stage, 'GET', 'agent', { path: `${path}/changes?after=${after}` }))
      .body.changes;
  const routeNow = async ({ id }: Route) => (await findRoute(stage.database, {}, id))!;
  const ask = async (path: string, text = 'Lukt 14:30?') =>
    (await sendAs<{ id: string }>(stage, 'POST', 'agent', { path: `${path}/questions`, body: { text } })).body
      .id;
  const effects = ({ body }: { body: RecordedEvents }) => body.outcomes.map(({ effect }) => effect);

  // The device of the latest route that was made ready: whoever drives one route cannot report of another.
  let driver: Who = 'nobody';
  const ready = async (): Promise<Ready> => {
    const { device, path, route } = await planned(stage);
    driver = device;
    const event = {
      deviceSeq: 1,
      kind: 'heading',
      occurredAt: stage.inSeconds(0),
      stopId: route.stops[0]!.id,
    };
    return { path: `${path}/device-events`, body: { events: [event] } };
  };
  const operation: Operation = {
    ...{ method: 'POST', status: 200, ready },
    get who() {
      return driver;
    },
  };

  it('does what a device reports, in its order, and tells it in the feed', async () => {
    const { route, device, path } = await planned(stage);
    const [stopId] = route.stops.map(({ id }) => id);
    const at = timesOf(stage);
    const done = await report(
      device,
      path,
      { deviceSeq: 3, kind: 'completed', occurredAt: at(-40), stopId },
      { deviceSeq: 1, kind: 'heading', occurredAt: at(-60), stopId },
      { deviceSeq: 2, kind: 'arrived', occurredAt: at(-50), stopId, place: { lat: 52, lon: 5 } },
    );
    const outcomes = [1, 2, 3].map((deviceSeq) => ({ deviceSeq, effect: 'applied' }));
    expect([done.status, done.body]).toEqual([200, { outcomes, version: 4 }]);
    expect(
      (await feedOf(path, 1)).map(({ seq, kind, stops }) => [seq, kind, stops.map(({ state }) => state)]),
    ).toEqual([
      [2, 'started', ['next']],
      [3, 'stop_progressed', ['arrived']],
      [4, 'stop_progressed', ['completed']],
    ]);
    const now = await routeNow(route);
    expect([now.state, now.version, now.deviceSeenAtMs]).toEqual([
      'under_way',
      4,
      stage.clock.nowMs() - 1_000,
    ]);
    expect(now.position).toEqual({ lat: 52, lon: 5, atMs: Date.parse(at(-50)) });
    expect(now.stops[0]).toMatchObject({ arrivedAtMs: Date.parse(at(-50)), doneAtMs: Date.parse(at(-40)) });
  });

  it('does each once, however often and together with whatever it is sent', async () => {
    const { route, device, path } = await planned(stage);
    const events = route.stops.map(({ id: stopId }, index) => ({
      ...{ deviceSeq: index + 1, kind: 'completed', stopId },
      occurredAt: stage.inSeconds(index),
    }));
    expect(effects(await report(device, path, ...events.slice(0, 2)))).toEqual(['applied', 'applied']);
    const before = await routeNow(route);
    expect(effects(await report(device, path, ...events.slice(0, 2)))).toEqual(['repeated', 'repeated']);
    expect({ ...(await routeNow(route)), deviceSeenAtMs: 0 }).toEqual({ ...before, deviceSeenAtMs: 0 });
    expect(effects(await report(device, path, ...events, events[2]!))).toEqual([
      ...['repeated', 'repeated', 'applied', 'repeated'],
    ]);
  });

  it('does it once where the same is sent at the same time', async () => {
    const { route, device, path } = await planned(stage);
    const events = route.stops.map(({ id: stopId }, index) => ({
      ...{ deviceSeq: index + 1, kind: 'completed', stopId },
      occurredAt: stage.inSeconds(index),
    }));
    const all = await Promise.all([1, 2, 3, 4].map(() => report(device, path, ...events)));
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(all.flatMap(effects).filter((effect) => effect === 'applied')).toHaveLength(3);
    expect((await feedOf(path)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  it('keeps a device whose clock is wrong: ahead it is now, put back it is after what was before', async () => {
    const { route, device, path } = await planned(stage);
    const [first, second] = route.stops;
    const now = stage.clock.nowMs() + 1_000;
    await report(
      device,
      path,
      { deviceSeq: 1, kind: 'completed', occurredAt: stage.inSeconds(3_600), stopId: first!.id },
      { deviceSeq: 2, kind: 'completed', occurredAt: stage.inSeconds(-3_600), stopId: second!.id },
    );
    const done = (await routeNow(route)).stops.map(({ doneAtMs }) => doneAtMs);
    expect(done).toEqual([now, now, null]);
  });

  it('says of what can no longer be done that it is late, or not possible, and does the rest', async () => {
    const { route, device, path } = await planned(stage);
    const [first, second] = route.stops;
    const at = stage.inSeconds(0);
    const done = await report(
      device,
      path,
      { deviceSeq: 1, kind: 'completed', occurredAt: at, stopId: first!.id },
      { deviceSeq: 2, kind: 'completed', occurredAt: at, stopId: first!.id },
      { deviceSeq: 3, kind: 'heading', occurredAt: at, stopId: first!.id },
      { deviceSeq: 4, kind: 'completed', occurredAt: at, stopId: 'stp_of_another' },
      { deviceSeq: 5, kind: 'acknowledged', occurredAt: at, instructionId: 'ins_of_another' },
      { deviceSeq: 6, kind: 'failed', occurredAt: at, stopId: second!.id, reason: 'not_at_home' },
    );
    expect(effects(done)).toEqual([
      'applied',
      'late',
      'not_possible',
      'not_possible',
      'not_possible',
      'applied',
    ]);
    expect((await routeNow(route)).stops[1]).toMatchObject({ state: 'failed', failure: 'not_at_home' });
  });

  it('keeps the latest position, which is no change of the route', async () => {
    const { route, device, path } = await planned(stage);
    const at = timesOf(stage);
    const position = (deviceSeq: number, seconds: number, lat: number) => ({
      ...{ deviceSeq, kind: 'position', occurredAt: at(seconds), place: { lat, lon: 5 } },
    });
    const first = await report(
      device,
      path,
      position(1, -30, 51),
      position(2, -10, 53),
      position(3, -20, 52),
    );
    expect([effects(first), first.body.version]).toEqual([['applied', 'applied', 'late'], 1]);
    expect(effects(await report(device, path, position(2, -10, 53)))).toEqual(['repeated']);
    expect(effects(await report(device, path, position(4, -10, 54)))).toEqual(['late']);
    expect((await routeNow(route)).position).toEqual({ lat: 53, lon: 5, atMs: Date.parse(at(-10)) });
    expect((await routeNow(route)).state).toBe('planned');
  });

  it('takes in answers: yes or no to a question, or that it cannot be told', async () => {
    const { device, path } = await planned(stage);
    const [yes, refused] = [await ask(path), await ask(path)];
    const at = stage.inSeconds(0);
    const done = await report(
      device,
      path,
      { deviceSeq: 1, kind: 'acknowledged', occurredAt: at, instructionId: yes },
      { deviceSeq: 2, kind: 'answered', occurredAt: at, instructionId: yes, answer: 'yes' },
      { deviceSeq: 3, kind: 'refused', occurredAt: at, instructionId: refused, reason: 'Geen idee' },
      { deviceSeq: 4, kind: 'answered', occurredAt: at, instructionId: yes, answer: 'no' },
    );
    expect(effects(done)).toEqual(['not_possible', 'applied', 'applied', 'late']);
    const told = (await feedOf(path, 3)).map(({ kind, instruction: one }) => [kind, one?.id, one?.state]);
    expect(told).toEqual([
      ['instruction_answered', yes, 'acknowledged'],
      ['instruction_answered', refused, 'refused'],
    ]);
    const [first, second] = (await feedOf(path, 3)).map(({ instruction }) => instruction);
    expect([first?.answer, second?.reason]).toEqual(['yes', 'Geen idee']);
  });

  it('does no harm where what is answered was withdrawn meanwhile', async () => {
    const { device, path } = await planned(stage);
    const id = await ask(path);
    await sendAs(stage, 'POST', 'agent', { path: `${path}/instructions/${id}/withdraw` });
    const event = {
      deviceSeq: 1,
      kind: 'answered',
      occurredAt: stage.inSeconds(0),
      instructionId: id,
      answer: 'no',
    };
    const done = await report(device, path, event);
    expect([effects(done), done.body.version]).toEqual([['late'], 3]);
  });

  it('ends a route, and what nobody answered with it', async () => {
    const { route, device, path } = await planned(stage);
    const id = await ask(path);
    const at = stage.inSeconds(0);
    const done = await report(
      device,
      path,
      { deviceSeq: 1, kind: 'ended', occurredAt: at },
      { deviceSeq: 2, kind: 'completed', occurredAt: at, stopId: route.stops[0]!.id },
      { deviceSeq: 3, kind: 'ended', occurredAt: at },
    );
    expect(effects(done)).toEqual(['applied', 'late', 'late']);
    const told = (await feedOf(path, 2)).map(({ kind, instruction: one }) => [
      kind,
      one?.id ?? null,
      one?.state ?? null,
    ]);
    expect(told).toEqual([
      ['instruction_closed', id, 'expired'],
      ['ended', null, null],
    ]);
  });

  refusesTheWrongPerson(stage, operation, {
    ...{ nobody: 401, owner: 403, page: 403, tester: 403, stranger: 403 },
    ...{ agent: 403, colleague: 403, supervisor: 403, planner: 403 },
    'device@rte_another@dev_another': 404,
  });

  refusesBadBodies(stage, operation, BAD_DEVICE_EVENTS);

  it('takes 500 events of a device that was away for long', async () => {
    const { route, device, path } = await planned(stage);
    const events = Array.from({ length: 500 }, (_, index) => ({
      ...{ deviceSeq: index + 1, kind: 'heading', stopId: route.stops[index % 2]!.id },
      ...{ occurredAt: stage.inSeconds(index - 600), place: { lat: 52.123456, lon: 5.123456 } },
    }));
    const done = await report(device, path, ...events);
    expect([done.status, done.body.version]).toEqual([200, 501]);
  });
});
