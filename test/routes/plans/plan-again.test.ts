import { sendAs } from '../../support/checklist';
import { aPlan, plan, type Plan } from '../../support/routes-service';
import { onRoutesStage } from '../../support/routes-stage';

onRoutesStage('a plan that is sent again, or is wrong in much', (stage) => {
  const path = '/v1/routes';
  const send = (body: Plan) => plan(stage.service, body);

  it('carries the same plan out again where another took a parcel off the route meanwhile', async () => {
    const [a, b] = [(await stage.routes.parcel()).id, (await stage.routes.parcel()).id];
    const only = aPlan([{ shipments: [a] }], { reference: 'R-a' });
    const first = await send(only);
    await send(aPlan([{ shipments: [b] }, { shipments: [a] }], { reference: 'R-ba' }));
    await send(aPlan([{ shipments: [b] }], { reference: 'R-ba' }));
    expect((await stage.routes.route(first.body.id)).stops).toEqual([]);
    expect((await send(only)).body).toMatchObject({ id: first.body.id, stopsToDo: 1 });
  });

  it('says how many mistakes there are beside the fifty that are named', async () => {
    const stops = Array.from({ length: 60 }, () => ({ shipments: [] }));
    const { status, body } = await sendAs(stage, 'POST', 'planner', { path, body: { ...aPlan(stops) } });
    expect([status, body.errors?.length, body.detail]).toEqual([
      ...[400, 50],
      'Here are 50 mistakes; there are 10 more.',
    ]);
  });
});
