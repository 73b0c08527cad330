import { itKeepsToTheChecklist } from '../support/corrections-checklist';
import { type CorrectionsService, startCorrections } from '../support/corrections-service';
import { onEveryDatabase } from '../support/databases';
import { addresses, type ShownCorrection } from '../support/shipments-service';

const { old, right, mixed, mixedAgain, noSuchNumber } = addresses;
const official = { street: 'Lindelaan', houseNumber: 12, postcode: '8962KL' };
const why = 'Gebeld: nieuwbouw, zij woont daar sinds gisteren';

onEveryDatabase('approveCorrection', (databases) => {
  let service: CorrectionsService;
  beforeEach(async () => (service = await startCorrections(await databases.open())));
  afterEach(() => service.close());

  const proposed = async (
    address: object,
    ordered: Record<string, unknown> = mixed,
  ): Promise<ShownCorrection> => {
    const { id } = await service.ordered({ address: ordered });
    return (await service.propose('owner', id, { address })).body;
  };
  const approve = (correction: ShownCorrection, body: object = {}, language: 'nl' | 'en' = 'nl') =>
    service.decide('agent', correction, 'approve', { body, language });
  const shipmentOf = ({ shipmentId }: ShownCorrection) => service.shipment(String(shipmentId));

  it('applies what was proposed, and the held leaves', async () => {
    const correction = await proposed(noSuchNumber);
    expect(correction.state).toBe('proposed');
    const { status, body, etag } = await approve(correction);
    const address = { street: 'Lindelaan', houseNumber: 9999 };
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: correction.id, state: 'applied', address, reason: null });
    expect(body).toMatchObject({ proposedBy: 'shop', decidedBy: 'carrier', check: correction.check });
    expect(etag).toBe(`"v${body.version}"`);
    expect(await shipmentOf(correction)).toMatchObject({ state: 'released', hold: null, address });
  });

  it('takes a candidate in the place of what was blocked, without a reason', async () => {
    const correction = await proposed(mixedAgain);
    const { body } = await approve(correction, { address: correction.check?.candidates[0]?.address });
    expect(body).toMatchObject({ state: 'applied', reason: null, entry: mixedAgain, address: official });
    // The check is that of the entry; the shipment's is that of where it goes.
    expect(body.check).toEqual(correction.check);
    expect((await shipmentOf(correction)).check).toMatchObject({ verdict: 'accept' });
  });

  it('takes what was blocked with a reason only, which is kept and shown', async () => {
    const correction = await proposed(mixedAgain);
    for (const [language, message] of [
      ['nl', 'Deze correctie is tegengehouden: zeg waarom zij toch klopt. Het wordt bewaard.'],
      ['en', 'This correction was blocked: say why it is right all the same. It is kept.'],
    ] as const) {
      const { status, body } = await approve(correction, {}, language);
      const error = { in: 'body', pointer: '/reason', code: 'required', message };
      expect([status, body.errors]).toEqual([400, [error]]);
    }
    const { body } = await approve(correction, { reason: ` ${why} ` });
    expect(body).toMatchObject({
      state: 'applied',
      reason: why,
      address: { street: 'Kerkstraat', postcode: '8962KL' },
    });
    const shown = await service.read<ShownCorrection>(
      'owner',
      `/v1/shipments/${String(body.shipmentId)}/corrections/${body.id}`,
    );
    expect(shown.body.reason).toBe(why);
  });

  it('checks another address as strictly', async () => {
    const correction = await proposed(noSuchNumber);
    expect((await approve(correction, { address: mixedAgain })).body.errors).toMatchObject([
      { pointer: '/reason' },
    ]);
    expect((await approve(correction, { address: mixedAgain, reason: why })).body).toMatchObject({
      ...{ state: 'applied', reason: why, address: { street: 'Kerkstraat', postcode: '8962KL' } },
    });
  });

  it('takes no address that nobody could drive to', async () => {
    const correction = await proposed({ street: 'Lindelaan', city: 'Zilverwaard' });
    expect(correction.state).toBe('blocked');
    for (const body of [{ reason: why }, { reason: why, address: { postcode: '8962KL' } }, {}]) {
      const { status, body: problem } = await approve(correction, body);
      expect([status, problem.errors]).toMatchObject([
        400,
        [{ in: 'body', pointer: '/address', code: 'incomplete' }],
      ]);
    }
    expect((await shipmentOf(correction)).state).toBe('held');
  });

  it('checks what could not be checked when it was proposed', async () => {
    const away = await startCorrections(service.database, { checkEntry: () => null });
    const order = await service.ordered();
    const { body: correction } = await away.propose('owner', order.id, { address: right });
    expect(correction).toMatchObject({ state: 'proposed', check: null, address: null });
    expect(await service.shipment(order.id)).toEqual(order);

    const { status, body: problem } = await away.decide('agent', correction, 'approve', { body: {} });
    expect([status, problem.errors]).toMatchObject([400, [{ pointer: '/reason' }]]);
    const { body } = await approve(correction);
    expect(body).toMatchObject({
      state: 'applied',
      address: official,
      check: { verdict: 'accept', previousCheckId: (order.check as { id?: string } | null)?.id },
    });
    await away.close();
  });

  it('lets a reason stand in for a check while the register is away', async () => {
    const away = await startCorrections(service.database, { checkEntry: () => null });
    const order = await away.ordered();
    expect(order).toMatchObject({ state: 'registered', check: null });
    const { body: correction } = await away.propose('owner', order.id, { address: right });
    const { body } = await away.decide('agent', correction, 'approve', { body: { reason: why } });
    expect(body).toMatchObject({ state: 'applied', check: null, reason: why, address: official });
    expect(await away.shipment(order.id)).toMatchObject({
      state: 'released',
      check: null,
      address: official,
    });
    await away.close();
  });

  it('waits as long as a driver has the parcel, and says so', async () => {
    const correction = await proposed(noSuchNumber, old);
    const id = String(correction.shipmentId);
    for (const [state, nl, en] of [
      ['on_board', 'geladen bij de bezorger', 'on board of the van'],
      ['out_for_delivery', 'onderweg met de bezorger', 'out for delivery'],
    ] as const) {
      await service.scan(id, state);
      const [dutch, english] = [await approve(correction), await approve(correction, {}, 'en')];
      expect([dutch.status, dutch.body.detail]).toEqual([
        409,
        `De zending is ${nl}; daarom kan dit nu niet.`,
      ]);
      expect(english.body.detail).toBe(`The shipment is ${en}; that is why this cannot be done now.`);
    }
    expect((await service.correction(correction)).state).toBe('proposed');
    await service.scan(id, 'at_depot');
    expect((await approve(correction)).body.state).toBe('applied');
    expect(await service.shipment(id)).toMatchObject({ state: 'at_depot', address: { houseNumber: 9999 } });
  });

  it('is for what is still to be decided, whatever else is missing', async () => {
    const blocked = await proposed(mixedAgain);
    const rejected = await service.decide('agent', blocked, 'reject', { body: { reason: why } });
    const { status, body } = await approve(rejected.body);
    expect([status, body.detail]).toEqual([409, 'De correctie is afgewezen; daarom kan dit niet meer.']);
    const applied = await proposed(right);
    const again = await approve(applied, {}, 'en');
    expect(again.body.detail).toBe('The correction is applied; that is why this can no longer be done.');
  });

  it('leaves one in effect: that before it is superseded', async () => {
    const first = await proposed(right);
    const { body: second } = await service.propose('owner', String(first.shipmentId), {
      address: noSuchNumber,
    });
    expect((await service.correction(first)).state).toBe('applied');
    await approve(second);
    expect(await service.correction(first)).toMatchObject({ state: 'superseded', supersededBy: second.id });
    await expect(
      service.database('corrections').where({ id: first.id }).update({ state: 'approved' }),
    ).rejects.toHaveProperty('message', expect.stringMatching(/unique/i));
  });

  it('is told in the audit log in the order in which it was done', async () => {
    const correction = await proposed(noSuchNumber);
    await approve(correction);
    const subjects = [correction.id, String(correction.shipmentId)];
    const entries = service.database('audit_entries').whereIn('subject', subjects).orderBy('id');
    expect(await entries.pluck<string[]>('action')).toEqual([
      ...['shipment.registered', 'correction.proposed'],
      ...['correction.approved', 'shipment.readdressed', 'correction.applied'],
    ]);
  });

  it('names every mistake at once', async () => {
    const correction = await proposed(mixedAgain);
    const { status, body } = await approve(correction, {
      address: { street: 1, no: 1 },
      reason: ' ',
      note: 1,
    });
    expect(status).toBe(400);
    expect(body.errors.map(({ pointer, code }) => [pointer, code]).sort()).toEqual([
      ['/address/no', 'unknown_field'],
      ['/address/street', 'type'],
      ['/note', 'unknown_field'],
      ['/reason', 'too_small'],
    ]);
  });

  it('does not know the correction of another shipment', async () => {
    const [one, other] = [await proposed(noSuchNumber), await proposed(noSuchNumber)];
    const crossed = { ...one, shipmentId: other.shipmentId };
    expect((await approve(crossed)).status).toBe(404);
  });

  itKeepsToTheChecklist(() => service, {
    ...{ who: 'agent', without: ['owner', 'stranger'], status: 200 },
    ready: async () => {
      const { id, shipmentId, version } = await proposed(noSuchNumber);
      const path = `/v1/shipments/${String(shipmentId)}/corrections/${id}/approve`;
      return { path, body: {}, otherBody: { address: right }, version };
    },
  });
});
