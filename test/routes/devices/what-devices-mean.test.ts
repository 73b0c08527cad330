import { onEveryDatabase } from '../../support/databases';
import { type DrivingService, startDriving } from '../../support/driving-service';
import { at } from '../../support/routes-service';
import { addresses } from '../../support/shipments-service';

onEveryDatabase('what a device reports', (databases) => {
  let service: DrivingService;
  beforeEach(async () => (service = await startDriving(await databases.open())));
  afterEach(() => service.close());

  const order = async () => (await service.order({ address: addresses.old, depot: 'ZLV' })).body;

  it('sends no parcel out for delivery by an answer to a question before departure', async () => {
    const parcel = await order();
    const planned = await service.planRoute([parcel]);
    const device = await service.deviceOf(planned);
    const body = { text: 'Kun je voor 14:30?' };
    const asked = await service.write<{ id: string }>('agent', `/v1/routes/${planned.id}/questions`, {
      body,
    });
    await service.report(device, { kind: 'answered', instructionId: asked.body.id, answer: 'yes' });
    expect([(await service.route(planned.id)).state, (await service.shipment(parcel.id)).state]).toEqual([
      'planned',
      'released',
    ]);
    await service.report(device, { kind: 'heading', stopId: planned.stops[0]?.id });
    expect((await service.shipment(parcel.id)).state).toBe('out_for_delivery');
  });

  it('breaks a promise at a stop that was skipped, where the route ends without it', async () => {
    const window = { from: at('14:00'), until: at('15:00') };
    const planned = await service.planRoute([], { stops: [{ shipments: [(await order()).id], window }] });
    const device = await service.deviceOf(planned);
    const windowNow = async () => (await service.route(planned.id)).stops[0]?.window?.state;
    await service.report(device, { kind: 'skipped', stopId: planned.stops[0]?.id });
    expect(await windowNow()).toBe('promised');
    await service.report(device, { kind: 'ended' });
    expect(await windowNow()).toBe('missed');
  });

  it('is known of what was done before an agent ended its route, and only of that', async () => {
    const parcels = [await order(), (await service.order({ address: addresses.right, depot: 'ZLV' })).body];
    const { route, device } = await service.underWay(parcels);
    const window = {
      window_from: 0,
      window_until: service.clock.nowMs() + 3_600_000,
      window_state: 'promised',
    };
    await service.database('stops').where({ route_id: route.id }).update(window);
    const occurredAt = service.clock.now().toISOString();
    service.clock.advance(60_000);
    const { etag } = await service.read('planner', `/v1/routes/${route.id}`);
    await service.write('planner', `/v1/routes/${route.id}/end`, { etag });
    const [before, after] = route.stops.map(({ id: stopId }) => ({ kind: 'completed', stopId }));
    const told = await service.report(device, { ...before!, occurredAt }, after!);
    expect(told.body.outcomes.map(({ effect }) => effect)).toEqual(['applied', 'late']);
    const states = parcels.map(async ({ id }) => (await service.shipment(id)).state);
    expect(await Promise.all(states)).toEqual(['delivered', 'out_for_delivery']);
    const now = await service.route(route.id);
    expect([now.state, now.stops.map((stop) => stop.window?.state)]).toEqual(['ended', ['met', 'missed']]);
  });

  it("is put right where the device's clock is slow: what was handed over after it was loaded is delivered", async () => {
    const parcel = await order();
    const planned = await service.planRoute([parcel]);
    await service.scan(parcel.id, 'on_board');
    const device = await service.deviceOf(planned);
    const slow = new Date(service.clock.nowMs() - 5 * 60_000).toISOString();
    const events = [{ deviceSeq: 1, kind: 'completed', stopId: planned.stops[0]?.id, occurredAt: slow }];
    await service.write(device, `/v1/routes/${planned.id}/device-events`, { body: { sentAt: slow, events } });
    expect((await service.shipment(parcel.id)).state).toBe('delivered');
  });
});
