import { itKeepsToTheChecklist } from '../support/corrections-checklist';
import { codesOf, type CorrectionsService, startCorrections } from '../support/corrections-service';
import { onEveryDatabase } from '../support/databases';
import { addresses, type ShownShipment } from '../support/shipments-service';

const { old, right, mixed, mixedAgain, noSuchNumber } = addresses;
const official = { street: 'Lindelaan', houseNumber: 12, postcode: '8962KL' };
const vera = { customerReference: 'vera-77' };

onEveryDatabase('proposeCorrection', (databases) => {
  let service: CorrectionsService;
  beforeEach(async () => (service = await startCorrections(await databases.open())));
  afterEach(() => service.close());

  const correct = (shipment: ShownShipment, address: object, more: object = {}) =>
    service.propose('owner', shipment.id, { address, ...more });

  it.each(['shop', 'customer'])(
    'applies what a %s says and is right, and the held leaves',
    async (source) => {
      const shipment = await service.ordered();
      expect(shipment).toMatchObject({ state: 'held', hold: { reason: 'check_fix' }, address: null });
      const { status, body, etag } = await correct(shipment, right, { source });
      expect(status).toBe(201);
      expect(body).toMatchObject({
        id: expect.stringMatching(/^cor_/) as string,
        ...{ shipmentId: shipment.id, state: 'applied', source, entry: right, address: official },
        ...{ proposedBy: 'shop', decidedBy: 'shop', reason: null, supersededBy: null },
        check: { verdict: 'accept', previousCheckId: (shipment.check as { id?: string } | null)?.id },
      });
      expect(etag).toBe(`"v${body.version}"`);
      const now = await service.shipment(shipment.id);
      expect(now).toMatchObject({ state: 'released', hold: null, address: official, entry: mixed });
      expect(now.check).toEqual(body.check);
    },
  );

  it('gives every address a row of its own, which says whose it is, and keeps the one before', async () => {
    const shipment = await service.ordered({ address: old });
    const [before] = await service.database('addresses');
    await correct(shipment, right);
    const after = await service.database('addresses').orderBy('id');
    expect(after).toHaveLength(2);
    expect(after).toContainEqual(before);
    expect(after).toMatchObject([{ shipment_id: shipment.id }, { shipment_id: shipment.id }]);
    await correct(shipment, { ...right, street: 'LINDELAAN' });
    expect(await service.database('addresses').orderBy('id')).toEqual(after);
  });

  it('blocks what is mixed again the other way around, with both readings', async () => {
    const shipment = await service.ordered();
    const { body } = await correct(shipment, mixedAgain, { source: 'customer' });
    expect(body).toMatchObject({ state: 'blocked', address: null, decidedBy: null });
    expect(codesOf(body)).toContain('CORRECTION_STILL_MIXED');
    expect(body.check?.diagnosis).toMatchObject({ kind: 'mixed_addresses', evidence: ['previous_entry'] });
    const read = body.check?.candidates.map(
      ({ address }) => `${String(address.street)} ${String(address.postcode)}`,
    );
    expect(read).toEqual(expect.arrayContaining(['Lindelaan 8962KL', 'Kerkstraat 8951AB']));
    expect((await service.shipment(shipment.id)).state).toBe('held');
  });

  it('knows the order’s own entry again', async () => {
    const { body } = await correct(await service.ordered(), { ...mixed, street: 'lindelaan ' });
    expect([body.state, codesOf(body)]).toEqual([
      'blocked',
      ['POSTCODE_STREET_MISMATCH', 'CORRECTION_REPEATS_REJECTED'],
    ]);
  });

  it('asks about an address where the customer used to live, unless that was asked', async () => {
    await correct(await service.ordered({ ...vera, address: old }), right);
    const shipment = await service.ordered({ ...vera, address: mixed });
    const back = await correct(shipment, old);
    expect(back.body).toMatchObject({ state: 'proposed', check: { verdict: 'accept' } });
    expect(codesOf(back.body)).toEqual(['MATCHES_PREVIOUS_ADDRESS']);
    expect((await service.shipment(shipment.id)).state).toBe('held');
    const confirmed = await correct(shipment, old, { addressConfirmed: true });
    expect(confirmed.body).toMatchObject({ state: 'applied', address: { street: 'Kerkstraat' } });
  });

  it('asks about what the register cannot tell, unless that was asked', async () => {
    const shipment = await service.ordered();
    const asked = await correct(shipment, noSuchNumber);
    expect(asked.body).toMatchObject({ state: 'proposed', address: null, check: { verdict: 'confirm' } });
    const confirmed = await correct(shipment, noSuchNumber, { addressConfirmed: true });
    expect(confirmed.body).toMatchObject({ state: 'applied', address: { houseNumber: 9999 } });
    expect(await service.shipment(shipment.id)).toMatchObject({
      ...{ state: 'released', address: { street: 'Lindelaan', houseNumber: 9999, postcode: '8962KL' } },
    });
  });

  it('lets what came by e-mail wait, however right and whatever was confirmed', async () => {
    const shipment = await service.ordered();
    const body = { address: right, source: 'email', addressConfirmed: true };
    const mailed = await service.propose('agent', shipment.id, body);
    expect(mailed.body).toMatchObject({ state: 'proposed', source: 'email', check: { verdict: 'accept' } });
    expect((await service.shipment(shipment.id)).state).toBe('held');
  });

  it('is the agent’s own where nothing else is said, the shop’s where a shop asks', async () => {
    const shipment = await service.ordered();
    const { body } = await service.propose('agent', shipment.id, { address: right });
    expect(body).toMatchObject({
      state: 'applied',
      source: 'agent',
      ...{ proposedBy: 'carrier', decidedBy: 'carrier' },
    });
    expect((await correct(shipment, old)).body).toMatchObject({ source: 'shop', proposedBy: 'shop' });
  });

  it('does not let anyone speak for someone else', async () => {
    const { id } = await service.ordered();
    for (const [who, source, allowed] of [
      ['owner', 'agent', 'shop, customer'],
      ['owner', 'email', 'shop, customer'],
      ['agent', 'shop', 'agent, customer, email'],
    ] as const) {
      const { status, body } = await service.propose(who, id, { address: right, source });
      const message = `Kies uit: ${allowed}.`;
      expect(status).toBe(400);
      expect(body.errors).toEqual([{ in: 'body', pointer: '/source', code: 'not_yours', message }]);
    }
  });

  it('waits where a driver has the parcel', async () => {
    const { id } = await service.ordered({ address: old });
    for (const state of ['on_board', 'out_for_delivery']) {
      await service.scan(id, state);
      const { body } = await service.propose('owner', id, { address: right, addressConfirmed: true });
      expect(body).toMatchObject({ state: 'proposed', address: null, check: { verdict: 'accept' } });
      expect(await service.shipment(id)).toMatchObject({ state, address: { street: 'Kerkstraat' } });
    }
  });

  it('is too late for one that is over or on its way back, and says so', async () => {
    for (const state of ['delivered', 'returning', 'returned', 'lost', 'damaged', 'cancelled']) {
      const order = await service.ordered({ address: old });
      const codes = state === 'delivered' ? ['on_board', state] : ['at_depot', 'returning', state];
      if (state === 'cancelled')
        await service.write('owner', `/v1/shipments/${order.id}/cancel`, { body: {}, etag: '"v1"' });
      else for (const code of codes) await service.scan(order.id, code);
      expect((await service.shipment(order.id)).state).toBe(state);
      const { status, body } = await correct(order, right);
      expect([status, body.detail]).toEqual([
        409,
        expect.stringMatching(/^De zending is .*daarom kan dit nu niet/),
      ]);
    }
    expect(await service.database('corrections')).toEqual([]);
  });

  it('supersedes what was still to be decided', async () => {
    const shipment = await service.ordered();
    const open = await correct(shipment, noSuchNumber);
    const blocked = await correct(shipment, mixedAgain);
    const applied = await correct(shipment, right);
    expect(await service.correction(open.body)).toMatchObject({
      state: 'superseded',
      supersededBy: applied.body.id,
    });
    expect(await service.correction(blocked.body)).toMatchObject({
      ...{ state: 'superseded', supersededBy: applied.body.id },
    });
  });

  it('leaves what is in effect until another takes its place', async () => {
    const shipment = await service.ordered();
    const first = await correct(shipment, right);
    const blocked = await correct(shipment, mixedAgain);
    expect(blocked.body.state).toBe('blocked');
    expect((await service.correction(first.body)).state).toBe('applied');
    const second = await correct(shipment, old);
    expect(second.body.state).toBe('applied');
    const superseded = { state: 'superseded', supersededBy: second.body.id, address: official };
    expect(await service.correction(first.body)).toMatchObject(superseded);
    expect(await service.shipment(shipment.id)).toMatchObject({ address: { street: 'Kerkstraat' } });
  });

  it('names the check before it, from the order’s to the one in effect', async () => {
    const shipment = await service.ordered();
    const blocked = await correct(shipment, mixedAgain);
    const applied = await correct(shipment, right);
    const next = await correct(shipment, old);
    const idOf = (shown: { check: unknown }) => (shown.check as { id: string }).id;
    expect([blocked, applied, next].map(({ body }) => body.check?.previousCheckId)).toEqual([
      ...[idOf(shipment), idOf(shipment), idOf(applied.body)],
    ]);
  });

  it('names every mistake at once, in the reader’s language', async () => {
    const { id } = await service.ordered();
    const body = {
      address: { ...right, street: 1, city: [], stret: 'x' },
      source: 'driver',
      addressConfirmed: 'yes',
      note: 1,
    };
    const ofLanguage = async (language: 'nl' | 'en') =>
      (await service.propose('owner', id, body, { language })).body.errors;
    const [nl, en] = [await ofLanguage('nl'), await ofLanguage('en')];
    expect(nl.map(({ pointer, code }) => [pointer, code]).sort()).toEqual([
      ['/address/city', 'type'],
      ['/address/street', 'type'],
      ['/address/stret', 'unknown_field'],
      ['/addressConfirmed', 'type'],
      ['/note', 'unknown_field'],
      ['/source', 'not_allowed'],
    ]);
    expect(nl.map(({ message }) => message)).not.toEqual(en.map(({ message }) => message));
    expect((await service.propose('owner', id, {})).body.errors).toMatchObject([
      { pointer: '/address', code: 'required' },
    ]);
  });

  it('speaks Dutch and English', async () => {
    const shipment = await service.ordered();
    const told = async (language: 'nl' | 'en') => {
      const { body } = await service.propose('owner', shipment.id, { address: mixedAgain }, { language });
      return (body.check?.reasons as { message: string }[] | undefined)?.[0]?.message;
    };
    expect(await told('nl')).toBe('De postcode en de straat horen niet bij elkaar.');
    expect(await told('en')).toBe('The postcode and the street do not belong together.');
  });

  itKeepsToTheChecklist(() => service, {
    ...{ who: 'owner', without: [], status: 201 },
    ready: async (of) => {
      const { id, version } = await of.ordered();
      const path = `/v1/shipments/${id}/corrections`;
      return { path, body: { address: right }, otherBody: { address: old }, version };
    },
  });

  it('does not know a shipment that is not there', async () => {
    const path = '/v1/shipments/snd_01KA2J6W3Z5Y8Q7R9S0T1V2W3X/corrections';
    expect((await service.write('owner', path, { body: { address: right }, etag: '"v1"' })).status).toBe(404);
  });
});
