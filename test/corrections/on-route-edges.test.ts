import { etagOf } from '../../src/http/version';
import { type DrivingService, startDriving } from '../support/driving-service';
import { onEveryDatabaseTogether } from '../support/databases';
import { aPlan, at, plan, type ShownRoute } from '../support/routes-service';
import {
  addresses,
  type DeviceOf,
  type ShownCorrection,
  type ShownShipment,
} from '../support/shipments-service';

const streetsOf = ({ stops }: ShownRoute) => stops.map(({ address }) => address.street);

onEveryDatabaseTogether('a correction on a route, where things come in another order', (databases) => {
  let service: DrivingService;
  beforeAll(async () => (service = await startDriving(await databases.open())));
  afterAll(() => service.close());

  let parcel: ShownShipment;
  let device: DeviceOf;
  let route: ShownRoute;

  async function onItsWay(): Promise<ShownCorrection> {
    parcel = (await service.order({ address: addresses.old, depot: 'ZLV' })).body;
    ({ route, device } = await service.underWay(['farAway', parcel, 'elsewhere']));
    return (await service.propose('agent', parcel.id, { address: addresses.right })).body;
  }
  const now = () => service.route(route.id);
  const stopAt = async (street: string) =>
    (await now()).stops.find(({ address }) => address.street === street);
  const told = async () => (await now()).instructions[0]?.id;

  it('puts a parcel back that was to be brought back, where that is undone', async () => {
    const pushed = (await service.approveBy(await onItsWay(), 'next_day')).body;
    expect((await service.decide('agent', pushed, 'withdraw')).body.state).toBe('withdrawn');
    expect([streetsOf(await now()), (await now()).instructions]).toEqual([streetsOf(route), []]);
  });

  it('takes the place of one by which the parcel was to be brought back', async () => {
    const first = (await service.approveBy(await onItsWay(), 'next_day')).body;
    const next = (await service.propose('agent', parcel.id, { address: addresses.right })).body;
    expect((await service.approveBy(next, 'same_route')).body.state).toBe('pushed');
    expect((await service.correction(first)).state).toBe('superseded');
    expect(streetsOf(await now())).toContain('Lindelaan');
  });

  it('expires with its route where nobody saw that the parcel was to be brought back', async () => {
    const pushed = (await service.approveBy(await onItsWay(), 'next_day')).body;
    await service.report(device, { kind: 'ended' });
    expect((await service.correction(pushed)).state).toBe('expired');
  });

  it('is refused too late once the parcel was handed over', async () => {
    const pushed = (await service.approveBy(await onItsWay(), 'same_route')).body;
    const instructionId = await told();
    await service.report(device, { kind: 'completed', stopId: (await stopAt('Lindelaan'))?.id });
    expect((await now()).instructions).toEqual([]);
    const done = await now();
    await service.report(device, { kind: 'refused', instructionId, reason: 'Brug dicht' });
    expect([streetsOf(await now()), (await service.correction(pushed)).state]).toEqual([
      streetsOf(done),
      'applied',
    ]);
  });

  it('is refused too late once the depot has the parcel again', async () => {
    const pushed = (await service.approveBy(await onItsWay(), 'same_route')).body;
    const instructionId = await told();
    await service.scan(parcel.id, 'at_depot');
    await service.report(device, { kind: 'refused', instructionId, reason: 'Brug dicht' });
    expect((await service.correction(pushed)).state).toBe('applied');
    expect(streetsOf(await now())).toContain('Lindelaan');
    expect((await service.shipment(parcel.id)).address).toMatchObject({ street: 'Lindelaan' });
  });

  it('is told the driver anew where the one that had taken its place is undone', async () => {
    const first = (await service.approveBy(await onItsWay(), 'same_route')).body;
    const next = (await service.propose('agent', parcel.id, { address: addresses.elsewhere })).body;
    const second = (await service.approveBy(next, 'same_route')).body;
    expect((await service.decide('agent', second, 'withdraw')).status).toBe(200);
    expect((await service.correction(first)).state).toBe('pushed');
    expect((await now()).instructions).toMatchObject([{ kind: 'redirect', state: 'pushed' }]);
    expect(streetsOf(await now())).toContain('Lindelaan');
    await service.report(device, { kind: 'acknowledged', instructionId: await told() });
    expect((await service.correction(first)).state).toBe('acknowledged');
    expect((await stopAt('Lindelaan'))?.window?.state).toBe('promised');
  });

  it('has expired where the parcel was handed over at its old stop before the driver heard of it', async () => {
    const correction = await onItsWay();
    const occurredAt = service.clock.now().toISOString();
    const oldStop = await stopAt('Kerkstraat');
    service.clock.advance(60_000);
    const pushed = (await service.approveBy(correction, 'same_route')).body;
    const { body } = await service.report(device, { kind: 'completed', stopId: oldStop?.id, occurredAt });
    expect(body.outcomes).toMatchObject([{ effect: 'applied' }]);
    expect((await service.correction(pushed)).state).toBe('expired');
    expect(await service.shipment(parcel.id)).toMatchObject({
      state: 'delivered',
      address: { street: 'Kerkstraat' },
    });
    expect([streetsOf(await now()), (await now()).instructions]).toEqual([streetsOf(route), []]);
    const alerts = await service.read<{ alerts: { kind: string }[] }>('agent', '/v1/alerts');
    expect(alerts.body.alerts.map(({ kind }) => kind)).toContain('delivered_at_old_stop');
  });

  it('is done where the driver has been there, though nobody was at home', async () => {
    const pushed = (await service.approveBy(await onItsWay(), 'same_route')).body;
    const failed = { kind: 'failed', reason: 'not_at_home', stopId: (await stopAt('Lindelaan'))?.id };
    await service.report(device, failed, { kind: 'ended' });
    expect((await service.correction(pushed)).state).toBe('applied');
  });

  it('is undone no more where the next route is planned by it', async () => {
    const pushed = (await service.approveBy(await onItsWay(), 'same_route')).body;
    const failed = { kind: 'failed', reason: 'not_at_home', stopId: (await stopAt('Lindelaan'))?.id };
    await service.report(device, failed, { kind: 'ended' });
    const again = await service.planRoute([parcel], { reference: 'R-again' });
    expect((await service.decide('agent', await service.correction(pushed), 'withdraw')).status).toBe(409);
    expect(streetsOf(again)).toEqual(['Lindelaan']);
  });

  it('offers no driver a parcel that was left in the depot', async () => {
    const held = (await service.order({ address: addresses.old, depot: 'ZLV' })).body;
    const planned = await service.planRoute(['farAway', held]);
    const { etag } = await service.read('agent', `/v1/shipments/${held.id}`);
    await service.write('agent', `/v1/shipments/${held.id}/hold`, {
      etag,
      body: { reason: 'Blijft liggen' },
    });
    await service.report(await service.deviceOf(planned), { kind: 'started' });
    const { body } = await service.propose('agent', held.id, { address: addresses.right });
    const [sameRoute] = (await service.options(body)).options;
    expect(sameRoute).toMatchObject({ allowed: false, refusal: { code: 'not_on_board' } });
  });

  it('is of the route where the parcel will go, not of the one where it failed', async () => {
    parcel = (await service.order({ address: addresses.old, depot: 'ZLV' })).body;
    ({ route, device } = await service.underWay(['farAway', parcel]));
    await service.report(device, {
      kind: 'failed',
      reason: 'not_at_home',
      stopId: (await stopAt('Kerkstraat'))?.id,
    });
    const times = { startsAt: '2026-01-06T08:00:00+01:00', endsAt: '2026-01-06T17:00:00+01:00' };
    const next = await service.planRoute([parcel], { reference: 'R-next', day: '2026-01-06', ...times });
    const { body } = await service.propose('agent', parcel.id, { address: addresses.right });
    expect((await service.options(body)).route?.id).toBe(next.id);
    expect((await service.approveBy(body, 'same_route')).body.state).toBe('applied');
    expect(streetsOf(await service.route(next.id))).toEqual(['Lindelaan']);
  });

  it('shows the window of the stop that it joins', async () => {
    const one = await service.parcel('old');
    const window = { from: at('15:00'), until: at('17:00') };
    const stops = [await service.parcel('farAway'), one, await service.parcel('right')].map(({ id }) => ({
      shipments: [id],
    }));
    const planned = await plan(
      service,
      aPlan([...stops.slice(0, 2), { shipments: stops[2]?.shipments ?? [], window }]),
    );
    await service.report(await service.deviceOf(planned.body), { kind: 'started' });
    const { body } = await service.propose('agent', one.id, { address: addresses.right });
    const [sameRoute] = (await service.options(body)).options;
    const promised = (await service.route(planned.body.id)).stops[2]?.window;
    expect(sameRoute?.window).toMatchObject({ from: promised?.from, until: promised?.until });
  });

  it.each(['next_day', 'hold_at_depot', 'return_to_sender'])(
    'is answered 412 where the route moved on, for %s too',
    async (kind) => {
      const correction = await onItsWay();
      const option = { kind, routeVersion: (await service.options(correction)).route?.version };
      await service.report(device, { kind: 'arrived', stopId: route.stops[1]?.id });
      expect((await service.decide('agent', correction, 'approve', { body: { option } })).status).toBe(412);
    },
  );

  it('is answered 412 with fresh options where another agent approved it first', async () => {
    const correction = await onItsWay();
    const [shown] = (await service.options(correction)).options;
    const sent = { body: { option: { kind: 'same_route', routeVersion: shown?.routeVersion } } };
    expect((await service.decide('agent', correction, 'approve', sent)).status).toBe(200);
    const late = await service.decide('agent', correction, 'approve', sent);
    expect(late.status).toBe(412);
    expect(late.headers.get('etag')).toBe(etagOf((await service.correction(correction)).version));
    const { options } = late.body as unknown as { options: { kind: string; routeVersion: number }[] };
    expect(options[0]).toMatchObject({ kind: 'same_route', routeVersion: (shown?.routeVersion ?? 0) + 1 });
    expect((await service.route(route.id)).instructions).toHaveLength(1);
  });

  it('is not told again after it was tried, where the driver refuses the one that took its place', async () => {
    const first = (await service.approveBy(await onItsWay(), 'same_route')).body;
    await service.report(device, { kind: 'acknowledged', instructionId: await told() });
    const failed = { kind: 'failed', reason: 'not_at_home', stopId: (await stopAt('Lindelaan'))?.id };
    await service.report(device, failed);
    expect((await service.correction(first)).state).toBe('applied');
    const next = (await service.propose('agent', parcel.id, { address: addresses.elsewhere })).body;
    await service.approveBy(next, 'same_route');
    await service.report(device, { kind: 'refused', instructionId: await told(), reason: 'Brug dicht' });
    expect((await service.correction(first)).state).toBe('applied');
    expect((await now()).instructions).toEqual([]);
  });

  it('is proposed again by the system, not by whoever proposed it first', async () => {
    await service.approveBy(await onItsWay(), 'same_route');
    await service.report(device, { kind: 'ended' });
    const again = { shipment_id: parcel.id, state: 'proposed' };
    const ids = service.database('corrections').where(again).select('id');
    expect(await service.database('audit_entries').whereIn('subject', ids).pluck('actor')).toEqual([
      'system',
    ]);
  });
});
