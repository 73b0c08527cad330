import { type Operation, refusesBadBodies, refusesTheWrongPerson, sendAs } from '../support/checklist';
import { badPlans } from '../support/bad-plans';
import { isDoneOncePerKey } from '../support/checklist-of-writes';
import { writtenIn } from '../support/everything-in';
import { heldToFix, released, scanned } from '../support/held-and-released';
import { aPlan, at, plan, type Plan, type ShownRoute } from '../support/routes-service';
import { onRoutesStage, type RoutesStage } from '../support/routes-stage';

const path = '/v1/routes';

onRoutesStage('POST /v1/routes', (stage) => {
  const ready = async () => {
    const { id } = await stage.routes.parcel();
    return { path, body: { ...aPlan([{ shipments: [id] }]) } };
  };
  const planning: Operation = { method: 'POST', who: 'planner', status: 201, ready };
  const send = (body: Plan) => plan(stage.service, body);
  const versionsOf = async ({ id }: Pick<ShownRoute, 'id'>) =>
    stage.database('route_changes').where({ route_id: id }).orderBy('seq').select('seq', 'kind');

  it('plans a route with its stops in their sequence, and answers where it stands', async () => {
    const [one, other] = [await stage.routes.parcel(), await stage.routes.parcel('old')];
    const window = { from: at('09:00'), until: at('10:00') };
    const stops = [
      { shipments: [other.id], serviceMinutes: 3.5, plannedAt: at('09:20'), window },
      {
        shipments: [String(one.barcode)],
        place: { lat: 53.1, lon: 6.1 },
        window: { ...window, promised: false },
      },
    ];
    const answer = await send(aPlan(stops, { reference: 'R-first' }));
    expect([answer.status, answer.etag]).toEqual([201, '"v1"']);
    expect(answer.body).toMatchObject({ reference: 'R-first', state: 'planned', version: 1, stopsToDo: 2 });
    const route = await stage.routes.route(answer.body.id);
    expect(route).toMatchObject({ startsAt: '2026-01-05T07:00:00.000Z', start: { lat: 53, lon: 6 } });
    expect(route.stops).toMatchObject([
      {
        ...{ sequence: 1, state: 'planned', shipmentIds: [other.id], serviceMinutes: 3.5 },
        address: { street: 'Kerkstraat', houseNumber: 8 },
        window: { from: '2026-01-05T08:00:00.000Z', until: '2026-01-05T09:00:00.000Z', state: 'promised' },
        plannedAt: '2026-01-05T08:20:00.000Z',
      },
      { sequence: 2, serviceMinutes: 2, place: { lat: 53.1, lon: 6.1 }, window: { state: 'estimated' } },
    ]);
    // The sample knows where it is.
    expect(route.stops[0]?.place).toEqual({ lat: expect.any(Number), lon: expect.any(Number) });
    expect(await versionsOf(route)).toEqual([{ seq: 1, kind: 'planned' }]);
  });

  it('changes nothing by the same plan again, not even when the route has left', async () => {
    const body = (await ready()).body;
    const first = await send(body);
    await stage.database('routes').where({ id: first.body.id }).update({ state: 'under_way' });
    const before = await withoutKeys(stage);
    const again = await send(body);
    expect([again.status, again.body.id, again.etag]).toEqual([200, first.body.id, '"v1"']);
    expect(await withoutKeys(stage)).toEqual(before);
  });

  it('plans a route anew: what stays keeps its id and its promise, and the feed tells it', async () => {
    const parcels = [await stage.routes.parcel(), await stage.routes.parcel('old')] as const;
    const [one, other] = parcels.map(({ id }) => ({ shipments: [id] })) as [
      { shipments: string[] },
      { shipments: string[] },
    ];
    const window = { from: at('09:00'), until: at('10:00') };
    const first = await stage.routes.planRoute([], aPlan([{ ...one, window }, other]));
    const { reference } = first;
    const answer = await send(aPlan([other, one], { reference, driver: 'Sietske' }));
    expect([answer.status, answer.etag]).toEqual([200, '"v2"']);
    const second = await stage.routes.route(first.id);
    expect(second.stops.map(({ id }) => id)).toEqual(first.stops.map(({ id }) => id).reverse());
    expect(second).toMatchObject({
      driver: 'Sietske',
      stops: [{ window: null }, { window: { state: 'promised' } }],
    });
    expect(await versionsOf(first)).toEqual([
      { seq: 1, kind: 'planned' },
      { seq: 2, kind: 'planned' },
    ]);
  });

  it('gives a stop that is new an id of its own, and lets go of what is no longer planned', async () => {
    const first = await stage.routes.planRoute(['right', 'old']);
    const kept = first.stops[0]!;
    const fresh = await stage.routes.parcel('old');
    await send(
      aPlan([{ shipments: kept.shipmentIds }, { shipments: [fresh.id] }], { reference: first.reference }),
    );
    const { stops } = await stage.routes.route(first.id);
    expect(stops.map(({ id }) => id)).toEqual([kept.id, expect.not.stringContaining(first.stops[1]!.id)]);
    expect(stops[1]?.shipmentIds).toEqual([fresh.id]);
  });

  it.each(['under_way', 'ended'])('refuses another plan for a route that is %s', async (state) => {
    const route = await stage.routes.planRoute();
    await stage.database('routes').where({ id: route.id }).update({ state });
    const { body } = await ready();
    const answer = await sendAs(stage, 'POST', 'planner', {
      path,
      body: { ...body, reference: route.reference },
    });
    expect([answer.status, answer.body.detail]).toEqual([
      409,
      expect.stringMatching(/^The route is (under way|ended)/),
    ]);
  });

  it('takes a parcel off another route that has not left, which its feed tells', async () => {
    const [one, other] = [await stage.routes.parcel(), await stage.routes.parcel('old')];
    const earlier = await stage.routes.planRoute([one, other]);
    const later = await stage.routes.planRoute([one]);
    const left = await stage.routes.route(earlier.id);
    expect([left.version, left.stops.map(({ shipmentIds }) => shipmentIds)]).toEqual([2, [[other.id]]]);
    expect(later.stops.map(({ shipmentIds }) => shipmentIds)).toEqual([[one.id]]);
    expect((await versionsOf(earlier)).at(-1)).toEqual({ seq: 2, kind: 'stops_changed' });
  });

  it('leaves the others of a stop there', async () => {
    const [one, other] = [await stage.routes.parcel(), await stage.routes.parcel()];
    const earlier = await stage.routes.planRoute([[one, other]]);
    await stage.routes.planRoute([one]);
    const { stops } = await stage.routes.route(earlier.id);
    expect(stops).toMatchObject([{ id: earlier.stops[0]?.id, shipmentIds: [other.id] }]);
  });

  it('plans a parcel again that could not be handed over on a route that still goes on', async () => {
    const one = await stage.routes.parcel();
    const earlier = await stage.routes.planRoute([one]);
    await stage.database('routes').where({ id: earlier.id }).update({ state: 'under_way' });
    await stage.database('stops').where({ route_id: earlier.id }).update({ state: 'failed' });
    const later = await stage.routes.planRoute([one]);
    expect(later.stops[0]?.shipmentIds).toEqual([one.id]);
    expect((await stage.routes.route(earlier.id)).stops).toHaveLength(1);
  });

  it('names every parcel that cannot go, at once and by where it stands', async () => {
    const { service } = stage;
    const [one, other] = [await stage.routes.parcel(), await stage.routes.parcel('old')];
    const [held, gone] = [await heldToFix(stage), await scanned(stage, await released(stage), 'delivered')];
    const [elsewhere, underWay] = [await service.order({ depot: 'MLH' }), await stage.routes.parcel()];
    const leaving = await stage.routes.planRoute([underWay]);
    await stage.database('routes').where({ id: leaving.id }).update({ state: 'under_way' });
    const stops = [
      { shipments: ['3SNOBODY', elsewhere.body.id] },
      { shipments: [held.body.id, gone.body.id] },
      { shipments: [one.id, other.id, String(one.barcode)] },
      { shipments: [underWay.id] },
    ];
    const before = await writtenIn(stage.database);
    const answer = await sendAs(stage, 'POST', 'planner', { path, body: { ...aPlan(stops) } });
    const errors = answer.body.errors ?? [];
    expect([answer.status, errors.map(({ pointer, code }) => [pointer, code]).sort()]).toEqual([
      400,
      [
        ['/stops/0/shipments/0', 'unknown_shipment'],
        ['/stops/0/shipments/1', 'unknown_shipment'],
        ['/stops/1/shipments/0', 'may_not_leave'],
        ['/stops/1/shipments/1', 'may_not_leave'],
        ['/stops/2/shipments/1', 'other_address'],
        ['/stops/2/shipments/2', 'twice'],
        ['/stops/3/shipments/0', 'under_way'],
      ],
    ]);
    expect(errors.map(({ message }) => message).join(' ')).toMatch(/is held.*is delivered/s);
    expect(errors.find(({ code }) => code === 'under_way')?.message).toContain(leaving.id);
    expect(await writtenIn(stage.database)).toEqual(before);
  });

  it('asks for the id of a parcel whose barcode two shops have', async () => {
    const barcode = '3SSHARED77';
    for (const who of ['owner', 'stranger'] as const)
      await stage.service.write(who, '/v1/shipments', {
        body: { ...(await orderOf(stage)), barcode, reference: `SHARED-${who}` },
      });
    const answer = await sendAs(stage, 'POST', 'planner', {
      path,
      body: { ...aPlan([{ shipments: [barcode] }]) },
    });
    expect(answer.body.errors).toMatchObject([{ pointer: '/stops/0/shipments/0', code: 'ambiguous' }]);
  });

  it('refuses a depot that is none', async () => {
    const { body } = await ready();
    const answer = await sendAs(stage, 'POST', 'planner', { path, body: { ...body, depot: 'NIX' } });
    expect([answer.status, answer.body.errors]).toEqual([
      400,
      [expect.objectContaining({ pointer: '/depot', code: 'unknown_depot' })],
    ]);
  });

  it('takes a route of 300 stops, in a body of more than 64 KB', async () => {
    const stops = Array.from({ length: 300 }, (_, index) => ({
      shipments: [`3SNOBODY-OF-A-LONG-NAME-${index}`],
      window: { from: at('09:00'), until: at('10:00'), promised: true },
      plannedAt: at('09:30'),
      place: { lat: 53.123456, lon: 6.123456 },
    }));
    const body = aPlan(stops);
    expect(JSON.stringify(body).length).toBeGreaterThan(64 * 1024);
    const answer = await sendAs(stage, 'POST', 'planner', { path, body: { ...body } });
    expect([answer.status, answer.body.errors?.length]).toEqual([400, 300]);
  });

  it('makes one route of two plans for it at once, and puts a parcel on one of two routes', async () => {
    const [one, other] = [await stage.routes.parcel(), await stage.routes.parcel('old')];
    const bodies = [
      aPlan([{ shipments: [one.id] }], { reference: 'R-race' }),
      aPlan([{ shipments: [one.id] }, { shipments: [other.id] }], { reference: 'R-race' }),
      aPlan([{ shipments: [other.id] }], { reference: 'R-other' }),
    ];
    const answers = await Promise.all(bodies.map(send));
    expect(answers.map(({ status }) => status).filter((status) => status >= 400)).toEqual([]);
    const rows: { shipment_id: string }[] = await stage
      .database('stop_shipments')
      .whereIn('shipment_id', [one.id, other.id])
      .select('shipment_id');
    expect(rows.map(({ shipment_id }) => shipment_id).sort()).toEqual([one.id, other.id].sort());
    expect(await stage.database('routes').where({ reference: 'R-race' })).toHaveLength(1);
  });

  refusesTheWrongPerson(stage, planning, {
    ...{ nobody: 401, owner: 403, stranger: 403, page: 403, tester: 403 },
    ...{ agent: 403, colleague: 403, supervisor: 403, 'device@rte_x@dev_x': 403 },
  });
  refusesBadBodies(stage, planning, badPlans);
  isDoneOncePerKey(stage, planning, { driver: 'Sietske' });
});

async function orderOf({ service }: RoutesStage): Promise<Record<string, unknown>> {
  const { entry, recipient } = (await service.order({ depot: 'ZLV' })).body;
  return { address: entry, recipient, depot: 'ZLV' };
}

/** Everything but what every write leaves. */
async function withoutKeys({ database }: RoutesStage): Promise<Record<string, unknown[]>> {
  return { ...(await writtenIn(database)), idempotency_keys: [] };
}
