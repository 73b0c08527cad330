import { type Operation, refusesBadBodies, refusesTheWrongPerson, sendAs } from '../support/checklist';
import { isDoneOncePerKey, isRefusedOnAnotherVersion } from '../support/checklist-of-writes';
import { heldToConfirm, heldToFix, pathOf, ready, released, scanned } from '../support/held-and-released';
import type { Answer, ShownShipment } from '../support/shipments-service';
import { onStage } from '../support/shipments-stage';

const reason = 'Nieuwbouw, zelf gezien';
const asked = { addressConfirmed: true };
const asTyped = {
  street: 'Lindelaan',
  houseNumber: 12,
  postcode: '8951AB',
  city: 'Zilverwaard',
  country: 'NL',
};

onStage('releaseShipment', (stage) => {
  const byShop: Operation = {
    method: 'POST',
    who: 'owner',
    status: 200,
    ready: () => ready(heldToConfirm(stage), '/release', asked),
  };
  const byDesk: Operation = {
    method: 'POST',
    who: 'agent',
    status: 200,
    ready: () => ready(heldToFix(stage), '/release', { reason }),
  };
  const release = async (
    who: 'owner' | 'agent',
    { body, etag }: Pick<Answer<ShownShipment>, 'body' | 'etag'>,
  ) => {
    const sent = { path: pathOf({ body }, '/release'), body: who === 'owner' ? asked : { reason }, etag };
    return sendAs<ShownShipment>(stage, 'POST', who, sent);
  };

  it('lets the shop release what its shopper was asked about, to the address as it was typed', async () => {
    const made = await heldToConfirm(stage);
    const { status, body, etag } = await release('owner', made);
    expect([status, etag]).toEqual([200, '"v2"']);
    expect(body).toMatchObject({
      state: 'released',
      hold: null,
      address: { street: 'Lindelaan', houseNumber: 9999, postcode: '8962KL', city: 'Zilverwaard' },
      stateAt: stage.clock.now().toISOString(),
    });
    const events = await stage.service.read('owner', pathOf(made, '/events'));
    expect((events.body.events as unknown[]).at(-1)).toMatchObject({
      ...{ code: 'released', state: 'released', by: 'shop', reason: null },
    });
  });

  it('lets the desk release a false alarm, with a reason that is kept', async () => {
    const made = await heldToFix(stage);
    const { status, body } = await release('agent', made);
    expect([status, body.state]).toEqual([200, 'released']);
    expect(body.address).toMatchObject(asTyped);
    const events = await stage.service.read('owner', pathOf(made, '/events'));
    expect((events.body.events as unknown[]).at(-1)).toMatchObject({
      code: 'released',
      by: 'carrier',
      reason,
    });
  });

  it('lets no shop release what contradicts itself: that takes a correction, or the desk', async () => {
    const made = await heldToFix(stage);
    const refused = await release('owner', made);
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      expect.stringMatching(/Propose a correction/),
    ]);
    expect((await stage.service.read('owner', pathOf(made))).body).toEqual(made.body);
  });

  it('lets no shop release what an agent holds, or what failed for its address', async () => {
    const first = await released(stage);
    const sent = { body: { reason: 'Klant belt' }, etag: first.etag };
    const held = await stage.service.write('agent', pathOf(first, '/hold'), sent);
    const failure = { code: 'delivery_failed', reason: 'moved' };
    const failed = await scanned(stage, await released(stage), 'on_board', failure);
    for (const one of [held, failed]) {
      expect((await release('owner', one)).status).toBe(409);
      expect((await release('agent', one)).status).toBe(200);
    }
  });

  it('lets the desk send out again what was not delivered, the shop not', async () => {
    const failure = { code: 'delivery_failed', reason: 'not_at_home' };
    const failed = await scanned(stage, await released(stage), 'on_board', failure);
    expect((await release('owner', failed)).status).toBe(409);
    expect((await release('agent', failed)).body).toMatchObject({
      state: 'released',
      address: failed.body.address,
    });
  });

  it('releases nothing that nobody could drive to', async () => {
    const made = await released(stage, { address: { city: 'Zilverwaard', street: 'Lindelaan' } });
    const { status, body } = await release('agent', made);
    expect([status, body.detail]).toEqual([422, expect.stringMatching(/not complete/)]);
  });

  it.each([
    ['released already', [], /released/],
    ['with a driver', ['on_board'], /on board/],
    ['delivered', ['on_board', 'delivered'], /delivered/],
  ])('refuses one that is %s, and says so', async (_, scans, words) => {
    const shipment = await scanned(stage, await released(stage), ...scans);
    for (const who of ['owner', 'agent'] as const) {
      const { status, body } = await release(who, shipment);
      expect([status, body.detail]).toEqual([409, expect.stringMatching(words)]);
    }
  });

  it('says of one that is over that it is over, complete or not', async () => {
    const made = await released(stage, { address: {} });
    const gone = await stage.service.write('owner', pathOf(made, '/cancel'), { body: {}, etag: made.etag });
    const { status, body } = await release('agent', gone);
    expect([status, body.detail]).toEqual([409, expect.stringMatching(/cancelled/)]);
  });

  it('remembers the address of its customer as ordered to', async () => {
    const made = await heldToConfirm(stage, { customerReference: 'vera-3' });
    await release('owner', made);
    const { body } = await stage.service.read('owner', pathOf(made, '/known-addresses'));
    expect(body.knownAddresses).toMatchObject([{ houseNumber: 9999, occasions: ['ordered'] }]);
  });

  it('remembers it once, however often it is held and released again', async () => {
    const made = await released(stage, { customerReference: 'vera-again' });
    let { etag } = made;
    for (const decision of ['/hold', '/release', '/hold', '/release'])
      ({ etag } = await stage.service.write('agent', pathOf(made, decision), { body: { reason }, etag }));
    expect(etag).toBe('"v5"');
    const known: unknown = await stage.database('known_addresses').where({ cause: made.body.id });
    expect(known).toMatchObject([{ occasion: 'ordered', at: Date.parse(made.body.createdAt as string) }]);
  });

  it('changes the address of no other shipment, not even one that is the same', async () => {
    const [one, two] = [await heldToConfirm(stage), await heldToConfirm(stage)];
    await release('owner', two);
    const before: unknown = await stage.database('addresses').orderBy('id');
    await release('owner', one);
    const after = (await stage.database('addresses').orderBy('id')) as unknown[];
    expect(after).toEqual(expect.arrayContaining(before as unknown[]));
    const shipments = stage.database('shipments').whereIn('id', [one.body.id, two.body.id]);
    expect(new Set(await shipments.pluck('address_id')).size).toBe(2);
  });

  refusesTheWrongPerson(stage, byShop, { nobody: 401, page: 403, tester: 403, planner: 403, stranger: 404 });
  refusesTheWrongPerson(stage, byDesk, { planner: 403, colleague: 404 });

  refusesBadBodies(stage, byShop, [
    ['of a shop that did not ask', { addressConfirmed: undefined }, [['/addressConfirmed', 'required']]],
    ['of a shop that asked in vain', { addressConfirmed: false }, [['/addressConfirmed', 'required']]],
    [
      'of a shop with a reason alone',
      { addressConfirmed: undefined, reason },
      [['/addressConfirmed', 'required']],
    ],
    [
      'with everything wrong at once',
      { addressConfirmed: 'yes', reason: 'x'.repeat(501), address: {} },
      [
        ['/addressConfirmed', 'type'],
        ['/reason', 'too_big'],
        ['/address', 'unknown_field'],
      ],
    ],
  ]);
  refusesBadBodies(stage, byDesk, [
    ['of the desk without a reason', { reason: undefined }, [['/reason', 'required']]],
    ['of the desk that asked', { reason: undefined, addressConfirmed: true }, [['/reason', 'required']]],
    ['of the desk with a blank reason', { reason: ' ' }, [['/reason', 'too_small']]],
  ]);

  isRefusedOnAnotherVersion(stage, byShop);
  isDoneOncePerKey(stage, byDesk, { reason: 'Iets anders' });
});
