import { onEveryDatabase } from '../support/databases';
import { type DrivingService, startDriving } from '../support/driving-service';
import { at } from '../support/routes-service';
import { addresses } from '../support/shipments-service';

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
});
