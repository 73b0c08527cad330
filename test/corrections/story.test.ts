import { onEveryDatabase } from '../support/databases';
import {
  addresses,
  type ShipmentsService,
  type ShownCorrection,
  startShipments,
} from '../support/shipments-service';

/** Vera moved from Kerkstraat 8 to Lindelaan 12, and mixes the two: first one way, then the other. */
onEveryDatabase('the story', (databases) => {
  let service: ShipmentsService;
  beforeEach(async () => (service = await startShipments(await databases.open())));
  afterEach(() => service.close());

  const vera = { customerReference: 'vera-77' };

  it('of an order and a correction that are mixed each its own way, put right by one approval', async () => {
    const earlier = await service.order({ ...vera, address: addresses.old });
    expect(earlier.body.state).toBe('released');

    const order = await service.order({ ...vera, address: addresses.mixed, depot: 'ZLV' });
    expect(order.body).toMatchObject({
      state: 'held',
      hold: { reason: 'check_fix' },
      address: null,
      check: { diagnosis: { kind: 'mixed_addresses', stale: ['postcode'], evidence: ['known_address'] } },
    });
    const path = `/v1/shipments/${order.body.id}`;

    const correction = await service.write<ShownCorrection>('owner', `${path}/corrections`, {
      body: { address: addresses.mixedAgain, source: 'customer' },
      etag: order.etag,
    });
    expect(correction.body).toMatchObject({
      state: 'blocked',
      check: { verdict: 'fix', previousCheckId: expect.stringMatching(/^chk_/) as string },
    });
    const { reasons, candidates } = correction.body.check ?? { reasons: [], candidates: [] };
    expect(reasons.map(({ code }) => code)).toContain('CORRECTION_STILL_MIXED');
    expect(candidates.map(({ address }) => `${String(address.street)} ${String(address.postcode)}`)).toEqual(
      expect.arrayContaining(['Lindelaan 8962KL', 'Kerkstraat 8951AB']),
    );
    expect((await service.read('agent', path)).body.state).toBe('held');

    const known = await service.read<{ knownAddresses: { street: string }[] }>(
      'agent',
      `${path}/known-addresses`,
    );
    expect(known.body.knownAddresses.map(({ street }) => street)).toEqual(['Kerkstraat']);

    const approved = await service.write<ShownCorrection>(
      'agent',
      `${path}/corrections/${correction.body.id}/approve`,
      { body: { address: addresses.right }, etag: correction.etag },
    );
    expect(approved.body).toMatchObject({
      state: 'applied',
      address: { street: 'Lindelaan', houseNumber: 12, postcode: '8962KL' },
    });
    const now = await service.read('owner', path);
    expect(now.body).toMatchObject({
      state: 'released',
      hold: null,
      address: { street: 'Lindelaan', houseNumber: 12, postcode: '8962KL' },
      entry: addresses.mixed,
    });

    const next = await service.order({ ...vera, address: addresses.mixed });
    expect(next.body.check?.candidates[0]).toMatchObject({
      address: { street: 'Lindelaan', postcode: '8962KL' },
      knownAs: 'current',
    });
  });
});
