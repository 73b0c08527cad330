import { itKeepsToTheChecklist } from '../support/corrections-checklist';
import { type CorrectionsService, startCorrections } from '../support/corrections-service';
import { onEveryDatabase } from '../support/databases';
import { addresses, type ShownCorrection, type ShownShipment, type Who } from '../support/shipments-service';

const { old, right, mixed, noSuchNumber } = addresses;
const vera = { customerReference: 'vera-77' };

interface Known {
  knownAddresses: { street: string; houseNumber: number; role: string }[];
}

onEveryDatabase('withdrawCorrection', (databases) => {
  let service: CorrectionsService;
  beforeEach(async () => (service = await startCorrections(await databases.open())));
  afterEach(() => service.close());

  const propose = async (shipment: ShownShipment, address: object, who: Who = 'owner') =>
    (await service.propose(who, shipment.id, { address })).body;
  const withdraw = (correction: ShownCorrection, who: Who = 'agent', language: 'nl' | 'en' = 'nl') =>
    service.decide(who, correction, 'withdraw', { language });
  const known = async ({ id }: ShownShipment) => {
    const path = `/v1/shipments/${id}/known-addresses`;
    const { body } = await service.read<Known>('agent', path);
    return body.knownAddresses.map(({ street, houseNumber, role }) => [`${street} ${houseNumber}`, role]);
  };
  /** A shipment but for what every change changes. */
  const settled = (shipment: ShownShipment) => ({ ...shipment, version: 0, updatedAt: '', stateAt: '' });

  it.each(['owner', 'agent', 'supervisor'] as const)('lets the %s take back what is open', async (who) => {
    const shipment = await service.ordered();
    const { status, body, etag } = await withdraw(await propose(shipment, noSuchNumber), who);
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'withdrawn', decidedBy: who === 'owner' ? 'shop' : 'carrier' });
    expect(etag).toBe(`"v${body.version}"`);
    expect(await service.shipment(shipment.id)).toEqual(shipment);
  });

  it('leaves to the carrier what the carrier proposed', async () => {
    const correction = await propose(await service.ordered(), noSuchNumber, 'agent');
    const [nl, en] = [await withdraw(correction, 'owner'), await withdraw(correction, 'owner', 'en')];
    expect([nl.status, nl.body.detail]).toEqual([403, expect.stringContaining('komt van de vervoerder')]);
    expect(en.body.detail).toContain('is from the carrier');
    expect((await withdraw(correction, 'supervisor')).body.state).toBe('withdrawn');
  });

  it('does not let a shop undo what was applied, and says what it can do', async () => {
    const shipment = await service.ordered();
    const applied = await propose(shipment, right);
    const [nl, en] = [await withdraw(applied, 'owner'), await withdraw(applied, 'owner', 'en')];
    expect([nl.status, nl.body.detail]).toEqual([
      403,
      expect.stringContaining('Stel zo nodig een andere voor.'),
    ]);
    expect(en.body.detail).toContain('only the carrier undoes it');
    expect((await service.correction(applied)).state).toBe('applied');
  });

  it('undoes for the desk: what was held is held again, for the same reason', async () => {
    const shipment = await service.ordered();
    const { body } = await withdraw(await propose(shipment, right));
    expect(body).toMatchObject({ state: 'withdrawn', decidedBy: 'carrier' });
    expect(settled(await service.shipment(shipment.id))).toEqual(settled(shipment));
  });

  it('undoes for the desk: what had left goes where it went before', async () => {
    const shipment = await service.ordered({ address: old });
    const addressesBefore = await service.database('addresses');
    const first = await propose(shipment, right);
    const corrected = await service.shipment(shipment.id);
    const second = await propose(shipment, { ...right, houseNumber: 14 });
    await withdraw(second);
    expect(settled(await service.shipment(shipment.id))).toEqual(settled(corrected));
    expect(await service.correction(first)).toMatchObject({ state: 'applied', supersededBy: null });
    expect(await service.database('addresses')).toEqual(expect.arrayContaining(addressesBefore));

    const other = await service.ordered({ address: old });
    await withdraw(await propose(other, right));
    expect(settled(await service.shipment(other.id))).toEqual(settled(other));
  });

  it('forgets the address with what is undone', async () => {
    await service.ordered({ ...vera, address: old });
    const shipment = await service.ordered({ ...vera, address: mixed });
    const applied = await propose(shipment, right);
    expect(await known(shipment)).toEqual([
      ['Lindelaan 12', 'current'],
      ['Kerkstraat 8', 'previous'],
    ]);
    await withdraw(applied);
    expect(await known(shipment)).toEqual([['Kerkstraat 8', 'unknown']]);
  });

  it('brings back what the undone correction had taken the place of, step by step, with its known address', async () => {
    const shipment = await service.ordered({ ...vera, address: old });
    const corrections: ShownCorrection[] = [];
    for (const houseNumber of [12, 14, 16])
      corrections.push(await propose(shipment, { ...right, houseNumber }));
    const seen = async () => {
      const states = await Promise.all(corrections.map((one) => service.correction(one)));
      return [states.map(({ state }) => state), await known(shipment)];
    };
    const undoLatest = async (which: number) => withdraw(await service.correction(corrections[which]!));
    expect(await seen()).toEqual([
      ['superseded', 'superseded', 'applied'],
      [
        ['Lindelaan 16', 'current'],
        ['Kerkstraat 8', 'previous'],
      ],
    ]);
    await undoLatest(2);
    expect(await seen()).toEqual([
      ['superseded', 'applied', 'withdrawn'],
      [
        ['Lindelaan 14', 'current'],
        ['Kerkstraat 8', 'previous'],
      ],
    ]);
    await undoLatest(1);
    expect((await seen())[0]).toEqual(['applied', 'withdrawn', 'withdrawn']);
    await undoLatest(0);
    expect(await seen()).toEqual([['withdrawn', 'withdrawn', 'withdrawn'], [['Kerkstraat 8', 'unknown']]]);
    expect(await service.shipment(shipment.id)).toMatchObject({ address: { street: 'Kerkstraat' } });
  });

  it('makes no earlier address of one that another shipment was corrected to in between', async () => {
    const shipment = await service.ordered({ ...vera, address: old });
    await propose(shipment, right);
    const undone = await propose(shipment, { ...right, houseNumber: 14 });
    await propose(await service.ordered({ ...vera, address: old }), { ...right, houseNumber: 16 });
    await withdraw(undone);
    expect(await known(shipment)).toMatchObject([
      ['Lindelaan 16', 'current'],
      ['Kerkstraat 8', 'previous'],
      ['Lindelaan 12', 'previous'],
    ]);
  });

  it('brings back no proposal that was still to be decided', async () => {
    const shipment = await service.ordered({ address: old });
    const open = await propose(shipment, noSuchNumber);
    await withdraw(await propose(shipment, right));
    expect((await service.correction(open)).state).toBe('superseded');
  });

  it('undoes in the depot, with what was seen of the parcel since', async () => {
    const shipment = await service.ordered({ address: old });
    const applied = await propose(shipment, right);
    for (const code of ['at_depot', 'on_board', 'out_for_delivery']) await service.scan(shipment.id, code);
    await service.scan(shipment.id, 'delivery_failed', 'not_at_home');
    await withdraw(applied);
    expect(await service.shipment(shipment.id)).toMatchObject({
      ...{ state: 'delivery_failed', failure: 'not_at_home', address: { street: 'Kerkstraat' } },
    });
  });

  it('is too late once a driver has the parcel, and when it was delivered', async () => {
    const shipment = await service.ordered();
    const applied = await propose(shipment, right);
    for (const [code, nl, en] of [
      ['on_board', 'geladen bij de bezorger', 'on board of the van'],
      ['out_for_delivery', 'onderweg met de bezorger', 'out for delivery'],
      ['delivered', 'bezorgd', 'delivered'],
    ] as const) {
      await service.scan(shipment.id, code);
      const [dutch, english] = [await withdraw(applied), await withdraw(applied, 'agent', 'en')];
      expect([dutch.status, dutch.body.detail]).toEqual([
        409,
        `De zending is ${nl}; daarom kan dit nu niet.`,
      ]);
      expect(english.body.detail).toBe(`The shipment is ${en}; that is why this cannot be done now.`);
    }
    expect((await service.correction(applied)).state).toBe('applied');
  });

  it('is for what is open or in effect', async () => {
    const { body: withdrawn } = await withdraw(await propose(await service.ordered(), noSuchNumber));
    const { status, body } = await withdraw(withdrawn, 'owner');
    expect([status, body.detail]).toEqual([409, 'De correctie is ingetrokken; daarom kan dit niet meer.']);
  });

  itKeepsToTheChecklist(() => service, {
    ...{ who: 'owner', without: [], status: 200 },
    ready: async () => {
      const { id, shipmentId, version } = await propose(await service.ordered(), noSuchNumber);
      return { path: `/v1/shipments/${String(shipmentId)}/corrections/${id}/withdraw`, version };
    },
  });
});
