import type { Clock } from '../../clock';
import { insertTogether } from '../../database/insert-together';
import type { Database, Transaction } from '../../database/open-database';
import { transaction } from '../../database/transaction';
import type { DeviceCaller } from '../../http/caller';
import { amsterdamInstant } from '../../amsterdam-time';
import { byOurClock, type DeviceEffect, type DeviceEvent, happenedAtMs } from './device-event';
import { deviceEventRows, type DoneEvent, readDone } from './device-events-store';
import { doDeviceEvent, type DoDependencies } from './do-device-event';
import { routeFor, routeToChange } from '../find-route';
import { judgePositions, latestPosition } from './positions';
import type { Route } from '../route';
import { keepPosition } from '../routes-store';

export interface DeviceEventsDependencies extends DoDependencies {
  database: Database;
  clock: Clock;
}

/** What became of one event, by the device's own count. */
export interface EventOutcome {
  deviceSeq: number;
  effect: DeviceEffect;
}

/** What became of what a device sent, in the order of its count, and the version of its route after it. */
export interface RecordedEvents {
  outcomes: EventOutcome[];
  version: number;
}

interface Sent {
  caller: DeviceCaller;
  routeId: string;
  events: readonly DeviceEvent[];
  /** By the device's clock; null where it did not say. */
  sentAtMs: number | null;
}

/**
 * Does what a device reports, each once, in the order in which the device counted: all of it or nothing. Positions alone
 * wait for nobody: they come every few seconds, and the latest counts however often it is sent.
 * @throws Problem not-found for a route that is not the device's
 */
export async function recordDeviceEvents(
  { database, clock, ...dependencies }: DeviceEventsDependencies,
  { caller, routeId, events: sent, sentAtMs }: Sent,
): Promise<RecordedEvents> {
  const nowMs = clock.nowMs();
  const events = byOurClock(sent, { sentAtMs, nowMs });
  const inOrder = [...events].sort((a, b) => a.deviceSeq - b.deviceSeq);
  const done = inOrder.filter(({ kind }) => kind !== 'position');
  const record = async (trx: Database, work: (route: Route) => Promise<Worked>) => {
    const find = done.length === 0 ? routeFor : routeToChange;
    const route = await find(trx, caller, routeId);
    const { outcomes, version } = await work(route);
    await keepPosition(trx, routeId, { position: latestPosition(events, nowMs), seenAtMs: nowMs });
    return { outcomes: merged(outcomes, judgePositions(route.position, inOrder, nowMs)), version };
  };
  if (done.length === 0) return record(database, ({ version }) => Promise.resolve({ outcomes: [], version }));
  const by = { ...dependencies, device: caller.keyId, nowMs };
  const all = (trx: Transaction) => record(trx, (route) => doAll(trx, route, done, by));
  return transaction(database, all, 'read committed');
}

type Worked = RecordedEvents;

async function doAll(
  trx: Transaction,
  before: Route,
  events: readonly DeviceEvent[],
  by: DoDependencies & { device: string; nowMs: number },
): Promise<Worked> {
  const earlier = await readDone(
    trx,
    by.device,
    events.map(({ deviceSeq }) => deviceSeq),
  );
  const seqs = new Set(earlier.seqs);
  const [outcomes, done]: [EventOutcome[], DoneEvent[]] = [[], []];
  // A clock that starts again says 1970: what was done on a route was done on its day.
  let [route, atMs] = [before, Math.max(earlier.latestMs, amsterdamInstant(before.day, 0, 0))];
  for (const event of events) {
    const { deviceSeq } = event;
    if (seqs.has(deviceSeq)) {
      outcomes.push({ deviceSeq, effect: 'repeated' });
      continue;
    }
    seqs.add(deviceSeq);
    atMs = happenedAtMs(event, { nowMs: by.nowMs, latestMs: atMs });
    const result = await doDeviceEvent(trx, route, event, { ...by, atMs });
    route = result.route;
    outcomes.push({ deviceSeq, effect: result.effect });
    done.push({ event, effect: result.effect, atMs });
  }
  await insertTogether(trx, [deviceEventRows({ ...by, routeId: route.id }, done)]);
  return { outcomes, version: route.version };
}

function merged(...outcomes: readonly EventOutcome[][]): EventOutcome[] {
  return outcomes.flat().sort((a, b) => a.deviceSeq - b.deviceSeq);
}
