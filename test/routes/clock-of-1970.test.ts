import type { RecordedEvents } from '../../src/routes/devices/record-device-events';
import { findRoute } from '../../src/routes/routes-store';
import { sendAs } from '../support/checklist';
import { planned } from '../support/kept-route';
import { onStage } from '../support/shipments-stage';

onStage('a phone whose clock starts again', (stage) => {
  it('takes what a device whose clock starts again in 1970 did for done on the day of the route', async () => {
    const { route, device, path } = await planned(stage);
    const [first] = route.stops;
    const events = [
      { deviceSeq: 1, kind: 'completed', occurredAt: '1970-01-01T00:03:00Z', stopId: first!.id },
    ];
    const sent = { path: `${path}/device-events`, body: { events } };
    const { body } = await sendAs<RecordedEvents>(stage, 'POST', device, sent);
    expect(body.outcomes).toEqual([{ deviceSeq: 1, effect: 'applied' }]);
    const midnight = Date.parse(`${route.day}T00:00:00+01:00`);
    expect((await findRoute(stage.database, {}, route.id))?.stops[0]).toMatchObject({
      state: 'completed',
      doneAtMs: midnight,
    });
  });
});
