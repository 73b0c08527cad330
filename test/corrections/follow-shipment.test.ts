import { type CorrectionsService, startCorrections } from '../support/corrections-service';
import { onEveryDatabase } from '../support/databases';
import { addresses } from '../support/shipments-service';

const { old, right, mixed } = addresses;

onEveryDatabase('what a shipment’s way means for its corrections', (databases) => {
  let service: CorrectionsService;
  beforeEach(async () => (service = await startCorrections(await databases.open())));
  afterEach(() => service.close());

  it('what is open expires with the delivery, or when the order is cancelled', async () => {
    const delivered = await service.ordered({ address: old });
    await service.scan(delivered.id, 'on_board');
    const { body: open } = await service.propose('owner', delivered.id, { address: right });
    await service.scan(delivered.id, 'delivered');
    expect(await service.correction(open)).toMatchObject({
      state: 'expired',
      address: null,
      decidedBy: null,
    });

    const cancelled = await service.ordered();
    const { body: blocked } = await service.propose('owner', cancelled.id, { address: mixed });
    await service.write('owner', `/v1/shipments/${cancelled.id}/cancel`, { body: {}, etag: '"v1"' });
    expect((await service.correction(blocked)).state).toBe('expired');
  });

  it('a delivery that failed for another reason than the address says nothing about the address', async () => {
    const shipment = await service.ordered();
    const { body: applied } = await service.propose('owner', shipment.id, { address: right });
    for (const code of ['on_board', 'out_for_delivery']) await service.scan(shipment.id, code);
    await service.scan(shipment.id, 'delivery_failed', 'not_at_home');
    expect((await service.correction(applied)).state).toBe('applied');
  });

  it('nor does losing a parcel that is held for such a delivery', async () => {
    const shipment = await service.ordered({ address: old });
    const { body: first } = await service.propose('owner', shipment.id, { address: right });
    for (const code of ['on_board', 'out_for_delivery']) await service.scan(shipment.id, code);
    await service.scan(shipment.id, 'delivery_failed', 'not_at_home');
    const other = { address: { ...right, houseNumber: 14 } };
    const { body: second } = await service.propose('owner', shipment.id, other);
    await service.decide('agent', second, 'withdraw');
    expect((await service.scan(shipment.id, 'lost')).state).toBe('lost');
    expect((await service.correction(first)).state).toBe('applied');
  });
});
