import { codesOf, type CorrectionsService, startCorrections } from '../support/corrections-service';
import { onEveryDatabase } from '../support/databases';
import { addresses, type ShownShipment } from '../support/shipments-service';

const { old, right, mixed, mixedAgain, noSuchNumber } = addresses;
const reason = 'Gebeld: bestaat niet';

onEveryDatabase('what was refused before is no news, and waits for an agent', (databases) => {
  let service: CorrectionsService;
  beforeEach(async () => (service = await startCorrections(await databases.open())));
  afterEach(() => service.close());

  const propose = (shipment: ShownShipment, address: object, more: object = {}) =>
    service.propose('owner', shipment.id, { address, ...more });

  it('knows a blocked entry again, though another was proposed since', async () => {
    const shipment = await service.ordered();
    const first = await propose(shipment, mixedAgain);
    await propose(shipment, { ...mixed, houseNumber: 14 });
    expect((await service.correction(first.body)).state).toBe('superseded');
    const again = await propose(shipment, mixedAgain);
    expect([again.body.state, codesOf(again.body)]).toEqual([
      'blocked',
      expect.arrayContaining(['CORRECTION_REPEATS_REJECTED']),
    ]);
  });

  it('knows a rejected entry again, and leaves it to an agent whatever the shop says', async () => {
    const shipment = await service.ordered();
    const asked = await propose(shipment, noSuchNumber);
    await service.decide('agent', asked.body, 'reject', { body: { reason } });
    const again = await propose(shipment, noSuchNumber, { addressConfirmed: true });
    expect(codesOf(again.body)).toContain('CORRECTION_REPEATS_REJECTED');
    expect(again.body).toMatchObject({ state: 'proposed', check: { verdict: 'confirm' } });
  });

  it('knows a rejected entry again though the order was never checked', async () => {
    const away = await startCorrections(service.database, { checkEntry: () => null });
    const order = await away.ordered();
    const { body: first } = await away.propose('owner', order.id, { address: right });
    await away.decide('agent', first, 'reject', { body: { reason } });
    const again = await service.propose('owner', order.id, { address: right });
    expect(again.body).toMatchObject({ state: 'proposed', check: { previousCheckId: null } });
    expect(codesOf(again.body)).toEqual(['CORRECTION_REPEATS_REJECTED']);
    await away.close();
  });

  it('an address at which nobody could deliver is refused from then on', async () => {
    const shipment = await service.ordered();
    const { body: applied } = await service.propose('owner', shipment.id, { address: right });
    for (const code of ['on_board', 'out_for_delivery']) await service.scan(shipment.id, code);
    const held = await service.scan(shipment.id, 'delivery_failed', 'incorrect_address');
    expect(held).toMatchObject({ state: 'held', hold: { reason: 'delivery_failed' } });
    expect((await service.correction(applied)).state).toBe('undeliverable');
    const repeat = async () => {
      const again = await service.propose('owner', shipment.id, { address: right, addressConfirmed: true });
      return [again.body.state, codesOf(again.body)];
    };
    expect(await repeat()).toEqual(['proposed', ['CORRECTION_REPEATS_REJECTED']]);
    expect((await service.propose('owner', shipment.id, { address: old })).body.state).toBe('applied');
    expect(await repeat()).toEqual(['proposed', ['CORRECTION_REPEATS_REJECTED']]);
  });

  it('so is the order’s own, and that which an agent chose', async () => {
    const failed = async ({ id }: ShownShipment) => {
      for (const code of ['on_board', 'out_for_delivery']) await service.scan(id, code);
      await service.scan(id, 'delivery_failed', 'moved');
    };
    const shipment = await service.ordered({ address: old });
    await failed(shipment);
    expect((await service.propose('owner', shipment.id, { address: right })).body.state).toBe('applied');
    await failed(shipment);
    const { body } = await service.propose('owner', shipment.id, { address: noSuchNumber });
    await service.decide('agent', body, 'approve', { body: { address: { ...right, houseNumber: 14 } } });
    await failed(shipment);
    for (const address of [old, right, { ...right, houseNumber: 14 }]) {
      const again = await service.propose('owner', shipment.id, { address });
      expect([again.body.state, codesOf(again.body)]).toEqual(['proposed', ['CORRECTION_REPEATS_REJECTED']]);
    }
  });
});
