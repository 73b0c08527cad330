import { type Operation, refusesTheWrongPerson } from '../support/checklist';
import { onRoutesStage } from '../support/routes-stage';

onRoutesStage('GET /v1/routes/{routeId}', (stage) => {
  const ready = async () => ({ path: `/v1/routes/${(await stage.routes.planRoute()).id}` });
  const showing: Operation = { method: 'GET', who: 'planner', status: 200, ready };

  it('shows a route, its stops and what the driver is to know of its parcels', async () => {
    const parcel = await stage.service.order({ depot: 'ZLV', driverNote: 'Bel stuk' });
    const { id } = await stage.routes.planRoute([parcel.body]);
    const { status, etag, body } = await stage.service.read('agent', `/v1/routes/${id}`);
    expect([status, etag]).toEqual([200, '"v1"']);
    expect(body).toMatchObject({
      ...{ id, state: 'planned', depot: 'ZLV', driver: 'Jelle', position: null, deviceSeenAt: null },
      ...{ stopsDone: 0, stopsToDo: 1, instructions: [] },
      parcels: [
        {
          ...{ shipmentId: parcel.body.id, barcode: parcel.body.barcode },
          ...{ name: 'Vera Verhuizer', note: 'Bel stuk' },
        },
      ],
    });
    expect(body.stops).toMatchObject([{ sequence: 1, shipmentIds: [parcel.body.id] }]);
  });

  it('shows the instructions that wait for an answer, and no others', async () => {
    const route = await stage.routes.planRoute();
    const of = { route_id: route.id, seq: 1, kind: 'question', actor: 'per_agent', pushed_at: 0 };
    await stage.database('instructions').insert([
      { ...of, id: `ins_waiting${route.id}`, state: 'pushed', text: 'Kunt u nog langs voor 14:30?' },
      { ...of, id: `ins_gone${route.id}`, state: 'withdrawn', text: 'Laat maar' },
    ]);
    const { instructions } = await stage.routes.route(route.id);
    expect(instructions).toMatchObject([
      { kind: 'question', state: 'pushed', text: 'Kunt u nog langs voor 14:30?', answer: null },
    ]);
  });

  it("shows a device its own route, and no other's", async () => {
    const [own, other] = [await stage.routes.planRoute(), await stage.routes.planRoute()];
    const device = await stage.routes.deviceOf(own);
    const statuses = await Promise.all(
      [own, other].map(async ({ id }) => (await stage.service.read(device, `/v1/routes/${id}`)).status),
    );
    expect(statuses).toEqual([200, 404]);
  });

  it('says when each stop will be reached as things are now, and nothing more once it has ended', async () => {
    const route = await stage.routes.planRoute(['right', 'old']);
    const [first = '', second = ''] = route.stops.map(({ estimatedAt }) => estimatedAt ?? '');
    expect(first > new Date(stage.clock.nowMs()).toISOString()).toBe(true);
    expect([second > first, String(route.estimatedEndAt) > second]).toEqual([true, true]);
    await stage.database('routes').where({ id: route.id }).update({ state: 'ended' });
    const ended = await stage.routes.route(route.id);
    expect([ended.estimatedEndAt, ended.stops[0]?.estimatedAt]).toEqual([null, null]);
  });

  it('answers 404 for one that is not there', async () => {
    expect((await stage.service.read('planner', '/v1/routes/rte_nix')).status).toBe(404);
  });

  refusesTheWrongPerson(stage, showing, {
    ...{ nobody: 401, owner: 403, stranger: 403, page: 403, tester: 403, colleague: 404 },
    'device@rte_x@dev_x': 404,
  });
});
