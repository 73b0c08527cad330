import { transaction } from '../../../src/database/transaction';
import type { RecordedEvents } from '../../../src/routes/devices/record-device-events';
import type { Window } from '../../../src/routes/route';
import { findRoute } from '../../../src/routes/routes-store';
import { pushInstruction } from '../../../src/routes/instructions/write-instruction';
import { sendAs } from '../../support/checklist';
import { aStop, planned, timesOf } from '../../support/kept-route';
import { onStage } from '../../support/shipments-stage';

const MS_PER_MINUTE = 60_000;

onStage('a redirect that is acknowledged', (stage) => {
  const redirected = async (window: Window | null, plannedAtMs: number | null) => {
    const stops = [aStop({ window, plannedAtMs, place: null }), aStop()];
    const made = await planned(stage, { state: 'under_way', stops });
    const { route } = made;
    const nothing = { shipmentId: null, correctionId: null, before: null };
    const draft = {
      kind: 'redirect',
      stopId: route.stops[0]!.id,
      text: 'Nu Lindelaan 12',
      actor: 'per_agent',
    } as const;
    const { instruction } = await transaction(stage.database, (trx) =>
      pushInstruction(trx, { before: route, after: route }, { ...nothing, ...draft }, stage.clock.nowMs()),
    );
    const report = (...events: object[]) =>
      sendAs<RecordedEvents>(stage, 'POST', made.device, {
        path: `${made.path}/device-events`,
        body: { events: events.map((event, index) => ({ deviceSeq: index + 1, ...event })) },
      });
    const windowNow = async () => (await findRoute(stage.database, {}, route.id))!.stops[0]!.window;
    return { ...made, instructionId: instruction.id, report, windowNow };
  };
  const inMinutes = (count: number) => stage.clock.nowMs() + count * MS_PER_MINUTE;
  const windowIn = (from: number, until: number, state: Window['state']): Window => ({
    ...{ fromMs: inMinutes(from), untilMs: inMinutes(until), state },
  });

  it('promises the window that was estimated, in the entry that tells of the answer', async () => {
    const window = windowIn(20, 80, 'estimated');
    const { path, instructionId, report, windowNow } = await redirected(window, inMinutes(50));
    expect(await windowNow()).toEqual(window);
    await report({ kind: 'acknowledged', occurredAt: stage.inSeconds(0), instructionId });
    expect(await windowNow()).toEqual({ ...window, state: 'promised' });
    const feed = await sendAs<{ changes: unknown[] }>(stage, 'GET', 'agent', {
      path: `${path}/changes?after=2`,
    });
    expect(feed.body.changes).toMatchObject([
      {
        ...{
          seq: 3,
          kind: 'instruction_answered',
          instruction: { id: instructionId, state: 'acknowledged' },
        },
        stops: [{ window: { state: 'promised' } }],
      },
    ]);
  });

  it('promises 60 minutes round the estimate of now where the estimated window holds no longer, or there was none', async () => {
    for (const window of [windowIn(20, 80, 'estimated'), null]) {
      const { instructionId, report, windowNow } = await redirected(window, inMinutes(180));
      await report({ kind: 'acknowledged', occurredAt: stage.inSeconds(0), instructionId });
      const now = await windowNow();
      expect([now?.state, (now?.untilMs ?? 0) - (now?.fromMs ?? 0)]).toEqual([
        'promised',
        60 * MS_PER_MINUTE,
      ]);
      expect(now?.fromMs).toBeGreaterThan(inMinutes(120));
    }
  });

  it('promises nothing where nothing tells when', async () => {
    const { instructionId, report, windowNow } = await redirected(null, null);
    const done = await report({ kind: 'acknowledged', occurredAt: stage.inSeconds(0), instructionId });
    expect([done.body.outcomes[0]?.effect, await windowNow()]).toEqual(['applied', null]);
  });

  it('promises nothing where the driver refuses', async () => {
    const window = windowIn(20, 80, 'estimated');
    const { instructionId, report, windowNow } = await redirected(window, inMinutes(50));
    await report({ kind: 'refused', occurredAt: stage.inSeconds(0), instructionId, reason: 'Te ver' });
    expect(await windowNow()).toEqual(window);
  });

  it('is kept as it happened where the device was away: acknowledged, then delivered in time', async () => {
    const window = windowIn(-55, 5, 'estimated');
    const { route, instructionId, report, windowNow } = await redirected(window, inMinutes(-30));
    const at = timesOf(stage);
    const done = await report(
      { kind: 'acknowledged', occurredAt: at(-3_000), instructionId },
      { kind: 'completed', occurredAt: at(-1_500), stopId: route.stops[0]!.id },
    );
    expect(done.body.outcomes.map(({ effect }) => effect)).toEqual(['applied', 'applied']);
    expect(await windowNow()).toEqual({ ...window, state: 'met' });
  });

  it('promises no window that is over by the time that the acknowledgement is heard', async () => {
    const { instructionId, report, windowNow } = await redirected(
      windowIn(20, 80, 'estimated'),
      inMinutes(50),
    );
    const occurredAt = stage.inSeconds(0);
    stage.clock.advance(4 * 60 * MS_PER_MINUTE);
    await report({ kind: 'acknowledged', occurredAt, instructionId });
    const now = await windowNow();
    expect([now?.state, (now?.untilMs ?? 0) - (now?.fromMs ?? 0)]).toEqual(['promised', 60 * MS_PER_MINUTE]);
    expect(now?.untilMs).toBeGreaterThan(inMinutes(0));
  });

  it('is no acknowledgement any more once it was withdrawn', async () => {
    const window = windowIn(20, 80, 'estimated');
    const { instructionId, report, windowNow } = await redirected(window, inMinutes(50));
    await stage.database('instructions').where({ id: instructionId }).update({ state: 'superseded' });
    const done = await report({ kind: 'acknowledged', occurredAt: stage.inSeconds(0), instructionId });
    expect([done.body.outcomes[0]?.effect, await windowNow()]).toEqual(['late', window]);
  });
});
