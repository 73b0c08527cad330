import { badOrders } from '../support/bad-orders';
import { type Operation, refusesBadBodies, refusesTheWrongPerson, sendAs } from '../support/checklist';
import { isDoneOncePerKey } from '../support/checklist-of-writes';
import { addresses, anOrder } from '../support/shipments-service';
import { onStage } from '../support/shipments-stage';

const path = '/v1/shipments';
const official = {
  street: 'Lindelaan',
  houseNumber: 12,
  houseNumberAddition: null,
  postcode: '8962KL',
  city: 'Zilverwaard',
  country: 'NL',
};

onStage('registerShipment', (stage) => {
  const registering: Operation = {
    method: 'POST',
    who: 'owner',
    status: 201,
    ready: () => Promise.resolve({ path, body: anOrder() }),
  };

  it('releases what is right, to the official address, and shows all that was told', async () => {
    const told = {
      reference: 'ORD-2026-1042',
      barcode: '3SKLPT0001042',
      recipient: {
        name: 'Vera Verhuizer',
        email: 'vera@example.nl',
        phone: '+31 6 12345678',
        language: 'en',
      },
      depot: 'ZLV',
      promisedOn: '2026-11-26',
      driverNote: 'Bel stuk; graag kloppen',
    };
    const { status, body, etag } = await stage.service.order({ ...told, address: addresses.right });
    expect([status, etag]).toEqual([201, '"v1"']);
    const now = stage.clock.now().toISOString();
    expect(body).toEqual({
      ...told,
      id: expect.stringMatching(/^snd_/),
      version: 1,
      state: 'released',
      ...{ stateAt: now, createdAt: now, updatedAt: now },
      hold: null,
      failure: null,
      entry: addresses.right,
      address: official,
      check: expect.objectContaining({ verdict: 'accept', status: 'verified' }),
    });
  });

  it('makes a barcode and leaves out what was not told', async () => {
    const { body } = await stage.service.order({ recipient: { name: 'Vera' } });
    expect(body).toMatchObject({
      barcode: `KLPT${body.id.slice('snd_'.length)}`,
      recipient: { name: 'Vera', email: null, phone: null, language: 'nl' },
      ...{ depot: null, promisedOn: null, driverNote: null },
    });
  });

  it.each([
    ['fix', addresses.mixed, false],
    ['fix, confirmed or not', addresses.mixed, true],
  ])('holds what contradicts itself: %s', async (_, address, addressConfirmed) => {
    const { body } = await stage.service.order({ address, addressConfirmed });
    expect(body).toMatchObject({ state: 'held', hold: { reason: 'check_fix', note: null }, address: null });
    expect(body.check?.candidates.map((one) => one.address.postcode)).toEqual(
      expect.arrayContaining(['8962KL', '8951AB']),
    );
  });

  it('holds what leaves a question, unless the shopper was asked', async () => {
    const address = addresses.noSuchNumber;
    const asked = await stage.service.order({ address });
    expect(asked.body).toMatchObject({
      state: 'held',
      hold: { reason: 'check_confirm' },
      check: { verdict: 'confirm' },
    });
    const confirmed = await stage.service.order({ address, addressConfirmed: true });
    expect(confirmed.body).toMatchObject({
      state: 'released',
      hold: null,
      address: { street: 'Lindelaan', houseNumber: 9999, postcode: '8962KL', country: 'NL' },
    });
  });

  it('holds what is not complete, though the shopper confirmed it', async () => {
    const address = { country: 'BE', postcode: '2000', city: 'Antwerpen' };
    const { body } = await stage.service.order({ address, addressConfirmed: true });
    expect(body).toMatchObject({ state: 'held', address: null });
  });

  it('holds what is in no country that has a code, though the shopper confirmed it', async () => {
    const address = { ...addresses.right, country: '😀' };
    const { body } = await stage.service.order({ address, addressConfirmed: true });
    expect(body).toMatchObject({ state: 'held', hold: { reason: 'check_confirm' }, address: null });
  });

  it('takes the addresses that come with the order for evidence of a mix', async () => {
    const { body } = await stage.service.order({
      address: addresses.mixed,
      knownAddresses: [{ ...addresses.old, role: 'previous' }],
    });
    expect(body.check?.diagnosis).toMatchObject({ kind: 'mixed_addresses', evidence: ['known_address'] });
  });

  it('takes earlier orders of the same customer for evidence, of the same shop alone', async () => {
    const customerReference = 'vera-1';
    await stage.service.order({ customerReference, address: addresses.old });
    const kinds = await Promise.all(
      (['owner', 'stranger'] as const).map(async (who) => {
        const body = { ...anOrder({ address: addresses.mixed }), customerReference };
        return (await stage.service.write(who, path, { body })).body.check?.diagnosis.kind;
      }),
    );
    expect(kinds).toEqual(['mixed_addresses', 'mismatch']);
  });

  it('refuses a reference that the shop used before, and names the shipment', async () => {
    const first = await stage.service.order();
    const { reference } = first.body;
    const again = await sendAs(stage, 'POST', 'owner', {
      path,
      body: anOrder({ reference: String(reference) }),
    });
    expect([again.status, again.body]).toEqual([
      409,
      expect.objectContaining({
        shipmentId: first.body.id,
        detail: expect.stringMatching(/reference already/),
      }),
    ]);
  });

  it('refuses a barcode that the shop used before', async () => {
    const barcode = '3SDOUBLE01';
    await stage.service.order({ barcode });
    const again = await sendAs(stage, 'POST', 'owner', { path, body: anOrder({ barcode }) });
    expect([again.status, again.body.detail]).toEqual([409, expect.stringMatching(/barcode already/)]);
    expect(again.body).not.toHaveProperty('shipmentId');
  });

  it('lets two shops have the same reference and barcode', async () => {
    const body = anOrder({ barcode: '3SSHARED01' });
    const made = await Promise.all(
      (['owner', 'stranger'] as const).map((who) => stage.service.write(who, path, { body })),
    );
    expect(made.map(({ status }) => status)).toEqual([201, 201]);
  });

  it('refuses a depot that is none, by its field', async () => {
    const { status, body } = await sendAs(stage, 'POST', 'owner', { path, body: anOrder({ depot: 'NIX' }) });
    expect([status, body.errors]).toEqual([
      400,
      [
        expect.objectContaining({
          ...{ in: 'body', pointer: '/depot', code: 'unknown_depot' },
          message: expect.stringMatching(/leave it out/),
        }),
      ],
    ]);
  });

  it('reads what people write around it: blanks, and a depot in small letters', async () => {
    const { body } = await stage.service.order({ reference: '  ORD-BLANK ', depot: ' zlv ' });
    expect(body).toMatchObject({ reference: 'ORD-BLANK', depot: 'ZLV' });
  });

  it('says in the language asked for what is wrong with an address', async () => {
    const messages = await Promise.all(
      (['nl', 'en'] as const).map(async (language) => {
        const body = anOrder({ address: addresses.mixed });
        const answer = await stage.service.write('owner', path, { body, language });
        return (answer.body.check?.reasons[0] as { message?: string } | undefined)?.message;
      }),
    );
    expect(messages).toEqual([
      expect.stringMatching(/straat|postcode/i),
      expect.stringMatching(/street|postcode/i),
    ]);
    expect(messages[0]).not.toBe(messages[1]);
  });

  refusesTheWrongPerson(stage, registering, {
    ...{ nobody: 401, page: 403, tester: 403 },
    ...{ agent: 403, colleague: 403, supervisor: 403, planner: 403 },
  });

  refusesBadBodies(stage, registering, badOrders);

  it('refuses the one sign that no database keeps', async () => {
    const { status } = await sendAs(stage, 'POST', 'owner', {
      path,
      body: anOrder({ recipient: { name: 'Vera\u0000' } }),
    });
    expect(status).toBe(400);
  });

  it('takes characters that are whole, and leaves those of an address to its check', async () => {
    const address = { ...addresses.right, street: 'Lindelaan \ud83d' };
    const { status, body } = await stage.service.order({ driverNote: 'Bel stuk 👍', address });
    expect([status, body.driverNote, body.entry]).toEqual([201, 'Bel stuk 👍', address]);
  });

  it.each([0, -8, 100_000, 99_999_999_999])(
    'holds what has no number that a house can have: %d',
    async (houseNumber) => {
      const address = { street: 'Rue Neuve', houseNumber, postcode: '1000', city: 'Brussel', country: 'BE' };
      const { status, body } = await stage.service.order({ address, addressConfirmed: true });
      expect([status, body.state]).toEqual([201, 'held']);
    },
  );

  isDoneOncePerKey(stage, registering, { driverNote: 'Achterom' });

  it('counts a request as the same however its fields are ordered', async () => {
    const body = anOrder();
    const key = 'ordered-otherwise';
    const first = await stage.service.write('owner', path, { body, key });
    const turned = Object.fromEntries(Object.entries(body).reverse());
    const again = await stage.service.write('owner', path, { body: turned, key });
    expect([again.status, again.body]).toEqual([201, first.body]);
  });

  it('writes down what happened: the event and the audit log', async () => {
    const { body } = await stage.service.order({ address: addresses.mixed });
    const events = await stage.service.read('owner', `${path}/${body.id}/events`);
    expect(events.body.events).toMatchObject([{ code: 'registered', state: 'held', by: 'shop' }]);
    const audited: unknown = await stage.database('audit_entries').where({ subject: body.id });
    expect(audited).toMatchObject([
      {
        ...{ actor: 'key_owner', action: 'shipment.registered' },
        details: JSON.stringify({ state: 'held', verdict: 'fix' }),
      },
    ]);
  });
});
