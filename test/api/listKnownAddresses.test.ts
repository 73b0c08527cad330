import { type Operation, refusesTheWrongPerson, sendAs } from '../support/checklist';
import { heldToFix, pathOf, ready, released, scanned } from '../support/held-and-released';
import { addresses, anOrder } from '../support/shipments-service';
import { onStage } from '../support/shipments-stage';

interface Known {
  knownAddresses: { street: string; role: string; occasions: string[]; firstAt: string; lastAt: string }[];
}

let customers = 0;
const someone = () => ({ customerReference: `vera-known-${(customers += 1)}` });

onStage('listKnownAddresses', (stage) => {
  const listing: Operation = {
    method: 'GET',
    who: 'agent',
    status: 200,
    ready: () => ready(released(stage, someone()), '/known-addresses'),
  };
  const known = async (shipment: Parameters<typeof pathOf>[0], who: 'owner' | 'agent' = 'owner') =>
    (await stage.service.read<Known>(who, pathOf(shipment, '/known-addresses'))).body.knownAddresses;

  it('tells where a customer ordered to, was delivered to and was corrected to, the latest first', async () => {
    const vera = someone();
    const first = await released(stage, { ...vera, address: addresses.old });
    const orderedAt = stage.clock.now().toISOString();
    await scanned(stage, first, 'on_board', 'delivered');
    const mixed = await heldToFix(stage, vera);
    const correction = { body: { address: addresses.right, source: 'customer' }, etag: mixed.etag };
    await stage.service.write('owner', pathOf(mixed, '/corrections'), correction);
    const correctedAt = stage.clock.now().toISOString();
    expect(await known(mixed, 'agent')).toEqual([
      {
        ...{ street: 'Lindelaan', houseNumber: 12, houseNumberAddition: null, postcode: '8962KL' },
        ...{ city: 'Zilverwaard', role: 'current', occasions: ['corrected'] },
        ...{ firstAt: correctedAt, lastAt: correctedAt },
      },
      {
        ...{ street: 'Kerkstraat', houseNumber: 8, houseNumberAddition: null, postcode: '8951AB' },
        ...{ city: 'Zilverwaard', role: 'previous', firstAt: orderedAt, lastAt: expect.any(String) },
        occasions: expect.arrayContaining(['ordered', 'delivered']),
      },
    ]);
  });

  it('still knows where she lives when she orders to the earlier address once more', async () => {
    const vera = someone();
    const first = await released(stage, { ...vera, address: addresses.old });
    await scanned(stage, first, 'on_board', 'delivered');
    const mixed = await heldToFix(stage, vera);
    const correction = { body: { address: addresses.right, source: 'customer' }, etag: mixed.etag };
    await stage.service.write('owner', pathOf(mixed, '/corrections'), correction);
    await released(stage, { ...vera, address: addresses.old });
    const roles = (await known(mixed)).map(({ street, role }) => [street, role]);
    expect(Object.fromEntries(roles)).toMatchObject({ Lindelaan: 'current' });
  });

  it('knows nothing of what was held, and of a customer without a name', async () => {
    expect(await known(await heldToFix(stage, someone()))).toEqual([]);
    expect(await known(await released(stage))).toEqual([]);
  });

  it('knows a customer by the name that the shop has, and no other by it', async () => {
    const vera = someone();
    await released(stage, vera);
    const other = { customerReference: vera.customerReference.toUpperCase() };
    expect(await known(await heldToFix(stage, other))).toEqual([]);
    expect(await known(await heldToFix(stage, vera))).toHaveLength(1);
  });

  it('tells a shop nothing that another shop knows, though they have the same name for someone', async () => {
    const vera = someone();
    await released(stage, { ...vera, address: addresses.old });
    const body = { ...anOrder({ address: addresses.mixed }), ...vera };
    const others = await stage.service.write('stranger', '/v1/shipments', { body });
    const answer = await stage.service.read<Known>('stranger', pathOf(others, '/known-addresses'));
    expect(answer.body.knownAddresses).toEqual([]);
  });

  it('tells at most twenty', async () => {
    const vera = someone();
    const numbers = Array.from({ length: 22 }, (_, index) => 2 + 2 * index);
    for (const houseNumber of numbers)
      await released(stage, {
        ...vera,
        address: { ...addresses.right, houseNumber },
        addressConfirmed: true,
      });
    const last = await heldToFix(stage, vera);
    expect((await known(last)).length).toBe(20);
  });

  it.each(['owner', 'agent', 'supervisor'] as const)('is there for the %s', async (who) => {
    const made = await released(stage, someone());
    const { status, body } = await stage.service.read<Known>(who, pathOf(made, '/known-addresses'));
    expect([status, body.knownAddresses.length]).toEqual([200, 1]);
  });

  refusesTheWrongPerson(stage, listing, {
    ...{ nobody: 401, page: 403, tester: 403, planner: 403 },
    ...{ stranger: 404, colleague: 404 },
  });

  it('finds nothing of a shipment that is not there, and refuses what it does not know', async () => {
    const path = '/v1/shipments/snd_1/known-addresses';
    expect((await sendAs(stage, 'GET', 'owner', { path })).status).toBe(404);
    const { status, body } = await sendAs(stage, 'GET', 'owner', { path: `${path}?limit=3` });
    expect([status, body.errors]).toEqual([
      400,
      [expect.objectContaining({ pointer: '/limit', code: 'unknown_field' })],
    ]);
  });
});
