import { aPlan, plan, type Plan } from '../../support/routes-service';
import { onRoutesStage } from '../../support/routes-stage';

onRoutesStage('a plan of a depot', (stage) => {
  const send = (body: Plan) => plan(stage.service, body);

  it("makes a parcel of no depot the depot's own, which its version and the audit log tell", async () => {
    const one = (await stage.service.order({})).body;
    const own = await stage.routes.parcel('old');
    await stage.routes.planRoute([one, own]);
    const now = async (id: string) => (await stage.service.read('supervisor', `/v1/shipments/${id}`)).body;
    expect(await now(one.id)).toMatchObject({ depot: 'ZLV', version: one.version + 1 });
    expect(await now(own.id)).toMatchObject({ depot: 'ZLV', version: own.version });
    const audited = await stage
      .database('audit_entries')
      .where({ subject: one.id, action: 'shipment.changed' })
      .pluck('actor');
    expect(audited).toEqual([expect.stringMatching(/^per_/)]);
    const seen = await stage.service.read('colleague', `/v1/shipments/${one.id}`);
    expect(seen.status).toBe(404);
  });

  it('takes no parcel off a route of another depot, and says whose it is', async () => {
    const one = await stage.routes.parcel();
    const theirs = await stage.routes.planRoute([one, 'old']);
    await stage.database('shipments').where({ id: one.id }).update({ depot: 'MLH' });
    const answer = await send(aPlan([{ shipments: [one.id] }], { depot: 'MLH' }));
    expect([answer.status, answer.body.errors]).toMatchObject([
      400,
      [{ pointer: '/stops/0/shipments/0', code: 'other_depot', message: expect.stringContaining('ZLV') }],
    ]);
    expect((await stage.routes.route(theirs.id)).stops).toHaveLength(2);
  });
});
