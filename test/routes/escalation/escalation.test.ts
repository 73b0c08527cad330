import { createLog } from '../../../src/log';
import { transaction } from '../../../src/database/transaction';
import type { Database } from '../../../src/database/open-database';
import { isOverdue, stopsAtRisk } from '../../../src/routes/escalation/escalation';
import { escalate, startEscalationWorker } from '../../../src/routes/escalation/escalation-worker';
import type { Route, Stop, Window } from '../../../src/routes/route';
import { findInstruction } from '../../../src/routes/instructions/instructions-store';
import { findRoute } from '../../../src/routes/routes-store';
import type { StopState } from '../../../src/routes/states';
import { moveInstruction, pushInstruction } from '../../../src/routes/instructions/write-instruction';
import { writeRoute } from '../../../src/routes/write-route';
import { onEveryDatabase } from '../../support/databases';
import { aRoute, aStop, keepRoute } from '../../support/kept-route';
import { steeredClock, type SteeredClock } from '../../support/steered-clock';

const NOON = Date.UTC(2026, 0, 5, 12);
const minutes = (count: number) => NOON + count * 60_000;

describe('an instruction that is not answered', () => {
  it.each([
    ['at first, however near the stop is', 0.9, 5, false],
    ['after a minute, with an hour left', 1, 60, true],
    ['after a minute, with more than an hour left', 1, 61, false],
    ['where the stop is late already', 2, -5, true],
    ['after less than ten minutes, for no stop', 9.9, null, false],
    ['after ten minutes, for no stop', 10, null, true],
    ['after ten minutes, however far the stop is', 10, 300, true],
  ] as [string, number, number | null, boolean][])('is overdue %s: %p', (...[, waited, left, expected]) => {
    const arrivalMs = left === null ? null : minutes(left);
    expect(isOverdue({ pushedAtMs: minutes(-waited) }, arrivalMs, NOON)).toBe(expected);
  });
});

const promisedUntil = (count: number, state: Window['state'] = 'promised'): Window => ({
  ...{ fromMs: minutes(count - 60), untilMs: minutes(count), state },
});

describe('a promise', () => {
  it.each([
    ['the estimate is within it', 'planned', promisedUntil(30), 29, false],
    ['the estimate is after it', 'planned', promisedUntil(30), 31, true],
    ['it is over, and nothing can be estimated', 'next', promisedUntil(-1), null, true],
    ['it is not over, and nothing can be estimated', 'next', promisedUntil(1), null, false],
    ['it was only an estimate', 'planned', promisedUntil(30, 'estimated'), 90, false],
    ['there is none', 'planned', null, 90, false],
    ['the stop is done', 'completed', promisedUntil(-30), null, false],
    ['the stop was skipped, and the promise is missed', 'skipped', promisedUntil(-1), null, true],
    ['the stop was skipped, and there is time to come back', 'skipped', promisedUntil(30), null, false],
    ['the driver arrived in time', 'arrived', promisedUntil(-5), -10, false],
    ['the driver arrived too late', 'arrived', promisedUntil(-20), -10, true],
  ] as [string, StopState, Window | null, number | null, boolean][])(
    'is at risk, or not, where %s',
    (...[, state, window, at, expected]) => {
      const arrivedAtMs = state === 'arrived' && at !== null ? minutes(at) : null;
      const stop = aStop({ id: 'stop', state, window, arrivedAtMs });
      const arrivals = new Map([['stop', at === null ? null : minutes(at)]]);
      expect(stopsAtRisk({ stops: [stop] }, arrivals, NOON)).toEqual(expected ? [stop] : []);
    },
  );
});

const followRoute = (_trx: unknown, as: Route) => Promise.resolve(as);

onEveryDatabase('the agents', (databases) => {
  let database: Database;
  let clock: SteeredClock;
  beforeEach(async () => {
    [database, clock] = [await databases.open(), steeredClock()];
  });

  const look = () => escalate({ database, clock, followRoute });
  const alerts = async (): Promise<{ kind: string; subject: string; is_open: boolean }[]> => {
    const rows = await database('alerts').orderBy('id').select('kind', 'subject', 'closed_at');
    return rows.map(({ kind, subject, closed_at }) => ({ kind, subject, is_open: closed_at === null }));
  };
  const keep = (of: Partial<Route> = {}) => keepRoute(database, aRoute(of, clock.nowMs()));
  const push = (route: Route, stopId: string | null = null) =>
    transaction(database, async (trx) => {
      const nothing = { shipmentId: null, correctionId: null, text: null, before: null };
      const draft = { kind: 'redirect', stopId, ...nothing, actor: 'per_agent' } as const;
      return (await pushInstruction(trx, { before: route, after: route }, draft, clock.nowMs())).instruction
        .id;
    });
  const answer = ({ id }: Route, instructionId: string) =>
    transaction(database, async (trx) => {
      const before = (await findRoute(trx, {}, id))!;
      const instruction = (await findInstruction(trx, id, instructionId))!;
      const told = { state: 'acknowledged', actor: 'dev_1' } as const;
      await moveInstruction(trx, { before, after: before, instruction }, told, clock.nowMs());
    });
  const change = ({ id }: Route, to: (route: Route) => Route) =>
    transaction(database, async (trx) => {
      const before = (await findRoute(trx, {}, id))!;
      await writeRoute(
        trx,
        { before, after: to(before) },
        { kind: 'stop_progressed', actor: 'dev_1' },
        clock.nowMs(),
      );
    });
  const withStop = (of: Partial<Stop>) => (route: Route) => ({
    ...route,
    stops: route.stops.map((stop, index) => (index === 0 ? { ...stop, ...of } : stop)),
  });

  it('are alerted once to a driver who has not answered for ten minutes, until the driver does', async () => {
    const route = await keep();
    const subject = await push(route);
    clock.advance(9 * 60_000);
    await look();
    expect(await alerts()).toEqual([]);
    clock.advance(60_000);
    await look();
    await look();
    expect(await alerts()).toEqual([{ kind: 'instruction_unacknowledged', subject, is_open: true }]);
    await answer(route, subject);
    expect(await alerts()).toEqual([{ kind: 'instruction_unacknowledged', subject, is_open: false }]);
    await look();
    expect(await alerts()).toHaveLength(1);
  });

  it('are alerted after a minute where the stop is near', async () => {
    const stops = [
      aStop({ plannedAtMs: minutes(40), place: null }),
      aStop({ plannedAtMs: minutes(300), place: null }),
    ];
    const [near, far] = [
      await keep({ stops }),
      await keep({ stops: stops.map((stop) => ({ ...aStop(), ...stop, id: aStop().id })) }),
    ];
    const subject = await push(near, near.stops[0]!.id);
    await push(far, far.stops[1]!.id);
    clock.advance(60_000);
    await look();
    expect((await alerts()).map((alert) => alert.subject)).toEqual([subject]);
  });

  it('are not alerted again to what one of them has closed', async () => {
    const [route, stopRoute] = [
      await keep(),
      await keep({ state: 'under_way', stops: [aStop({ window: promisedUntil(-1) })] }),
    ];
    await push(route);
    clock.advance(10 * 60_000);
    await look();
    await database('alerts').update({ closed_at: clock.nowMs(), closed_by: 'per_agent' });
    await look();
    expect(await alerts()).toEqual([
      { kind: 'instruction_unacknowledged', subject: expect.any(String), is_open: false },
      { kind: 'window_at_risk', subject: stopRoute.stops[0]!.id, is_open: false },
    ]);
  });

  it('are alerted to a promise that is about to be broken, as long as it is, and again when it is again', async () => {
    const route = await keep({ state: 'under_way', stops: [aStop({ window: promisedUntil(30) })] });
    const { id: subject, place } = route.stops[0]!;
    const kind = 'window_at_risk';
    const near = { lat: place!.lat + 0.01, lon: place!.lon, atMs: clock.nowMs() };
    const far = { lat: place!.lat + 1, lon: place!.lon, atMs: clock.nowMs() };
    await change(route, (before) => ({ ...before, position: near }));
    await look();
    expect(await alerts()).toEqual([]);
    await change(route, (before) => ({ ...before, position: far }));
    await look();
    await look();
    expect(await alerts()).toEqual([{ kind, subject, is_open: true }]);
    await change(route, (before) => ({ ...before, position: near }));
    await look();
    expect(await alerts()).toEqual([{ kind, subject, is_open: false }]);
    await change(route, (before) => ({ ...before, position: far }));
    await look();
    expect((await alerts()).map(({ is_open }) => is_open)).toEqual([false, true]);
    await change(route, withStop({ state: 'completed', doneAtMs: clock.nowMs() }));
    await look();
    expect((await alerts()).map(({ is_open }) => is_open)).toEqual([false, false]);
  });

  it('are alerted to a promise at a stop that was skipped', async () => {
    const window = promisedUntil(-1);
    const route = await keep({ state: 'under_way', stops: [aStop({ window, state: 'skipped' }), aStop()] });
    await look();
    expect((await alerts()).map(({ subject }) => subject)).toEqual([route.stops[0]!.id]);
  });

  it('promise nothing by it: every window stays as it was', async () => {
    const stops = [aStop({ window: promisedUntil(-1) }), aStop({ window: promisedUntil(90, 'estimated') })];
    const route = await keep({ state: 'under_way', stops });
    await push(route, route.stops[1]!.id);
    clock.advance(20 * 60_000);
    await look();
    expect(await alerts()).toHaveLength(2);
    const now = (await findRoute(database, {}, route.id))!;
    expect(now.stops.map(({ window }) => window)).toEqual(stops.map(({ window }) => window));
  });

  it('are alerted by one of several replicas, once', async () => {
    const route = await keep();
    const subject = await push(route);
    clock.advance(10 * 60_000);
    await Promise.all([look(), look(), look()]);
    expect(await alerts()).toEqual([{ kind: 'instruction_unacknowledged', subject, is_open: true }]);
    const log = createLog('silent', { write: () => undefined });
    const workers = [1, 2].map(() => startEscalationWorker({ database, clock, log, followRoute }));
    await Promise.all(workers.map((worker) => worker.stop()));
  });
});
