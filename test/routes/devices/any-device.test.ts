import fc from 'fast-check';
import { transaction } from '../../../src/database/transaction';
import type { Database } from '../../../src/database/open-database';
import type { DeviceCaller } from '../../../src/http/caller';
import type { DeviceEvent } from '../../../src/routes/devices/device-event';
import { recordDeviceEvents } from '../../../src/routes/devices/record-device-events';
import type { Route } from '../../../src/routes/route';
import { listChanges } from '../../../src/routes/route-changes-store';
import { findRoute } from '../../../src/routes/routes-store';
import { pushInstruction } from '../../../src/routes/instructions/write-instruction';
import { onEveryDatabaseTogether } from '../../support/databases';
import { addDevice, aRoute, aStop, keepRoute } from '../../support/kept-route';
import { steeredClock } from '../../support/steered-clock';

const clock = steeredClock();
const NOW = clock.nowMs();
const STOPS = 4;
const QUESTIONS = 2;

/** What a device did, its stops and instructions by their places. */
interface Doing {
  what: DeviceEvent['kind'];
  which: number;
  minutesAgo: number;
  yes: boolean;
}

const doing: fc.Arbitrary<Doing> = fc.record({
  what: fc.constantFrom(
    ...(['started', 'position', 'heading', 'arrived', 'completed', 'failed', 'skipped'] as const),
    ...(['heading', 'arrived', 'completed', 'acknowledged', 'refused', 'answered'] as const),
  ),
  which: fc.nat(STOPS),
  // A clock may be put back, or run ahead.
  minutesAgo: fc.integer({ min: -30, max: 120 }),
  yes: fc.boolean(),
});
/** How far each request reaches, and from how far back it begins again. */
const sends = fc.array(fc.record({ more: fc.nat(5), back: fc.nat(8) }), { maxLength: 8 });

onEveryDatabaseTogether('any device, resending in any batches', (databases) => {
  let database: Database;
  beforeAll(async () => (database = await databases.open()));

  const start = async () => {
    const stops = Array.from({ length: STOPS }, () => aStop({ window: windowNow() }));
    let route = await keepRoute(database, aRoute({ stops, state: 'planned' }, NOW));
    const questions: string[] = [];
    for (let count = 0; count < QUESTIONS; count++) {
      const before = route;
      const asked = await transaction(database, (trx) =>
        pushInstruction(trx, { before, after: before }, question, NOW),
      );
      route = asked.route;
      questions.push(asked.instruction.id);
    }
    const device = (await addDevice(database, route.id)).split('@')[2]!;
    return { route, questions, device };
  };
  type Started = Awaited<ReturnType<typeof start>>;

  const send = ({ route, device }: Started, events: DeviceEvent[]) => {
    const caller: DeviceCaller = {
      kind: 'device',
      routeId: route.id,
      keyId: device,
      scopes: new Set(['driving']),
    };
    const dependencies = { database, clock, followRoute: (_trx: unknown, as: Route) => Promise.resolve(as) };
    return recordDeviceEvents(dependencies, { caller, routeId: route.id, events, sentAtMs: null });
  };
  const resultOf = async ({ route, questions }: Started) => {
    const now = (await findRoute(database, {}, route.id))!;
    const feed = await listChanges(database, route.id, { after: 0, limit: 500 });
    const answers = await database('instructions')
      .whereIn('id', questions)
      .orderBy('seq')
      .select('state', 'answer', 'answered_at');
    const place = new Map(route.stops.map(({ id }, index) => [id, index]));
    return {
      ...{ state: now.state, version: now.version, position: now.position, answers: answers as unknown[] },
      stops: now.stops.map(({ id: _, shipmentIds: __, ...stop }) => stop),
      feed: feed.map(({ seq, kind, content }) => [
        seq,
        kind,
        content.stops.map(({ id, state }) => [place.get(id), state]),
      ]),
    };
  };

  it('gives the same route as once, in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(doing, { minLength: 1, maxLength: 14 }), sends, async (doings, batches) => {
        const [once, often] = [await start(), await start()];
        await send(once, doings.map(eventsOf(once)));
        const events = doings.map(eventsOf(often));
        let reached = 0;
        for (const { more, back } of batches) {
          const batch = events.slice(Math.max(0, reached - back), reached + more);
          reached = Math.min(events.length, reached + more);
          if (batch.length > 0) await send(often, batch);
        }
        await send(often, events);
        await send(often, events.slice(0, 3));
        expect(await resultOf(often)).toEqual(await resultOf(once));
      }),
      { numRuns: databases.kind === 'sqlite' ? 60 : 20 },
    );
  });
});

const nothing = { shipmentId: null, stopId: null, correctionId: null, before: null };
const question = { kind: 'question', text: 'Lukt het?', actor: 'per_agent', ...nothing } as const;

function windowNow() {
  return { fromMs: NOW - 60 * 60_000, untilMs: NOW - 30 * 60_000, state: 'promised' } as const;
}

function eventsOf({ route, questions }: { route: Route; questions: string[] }) {
  return ({ what, which, minutesAgo, yes }: Doing, index: number): DeviceEvent => {
    const stop = { stopId: route.stops[which]?.id ?? 'stp_of_another', reason: 'other' };
    const instruction = {
      ...{ instructionId: questions[which % QUESTIONS]!, answer: yes ? 'yes' : 'no', reason: 'Nee' },
    };
    const isAnswer = ['acknowledged', 'refused', 'answered'].includes(what);
    return {
      ...{ kind: what, deviceSeq: index + 1, occurredAtMs: NOW - minutesAgo * 60_000 },
      place: what === 'position' || yes ? { lat: 50 + index / 100, lon: 5 } : null,
      ...(isAnswer ? instruction : what === 'started' || what === 'position' ? {} : stop),
    } as DeviceEvent;
  };
}
