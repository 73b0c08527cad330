import { type Operation, refusesBadBodies, refusesTheWrongPerson, sendAs } from '../support/checklist';
import { isDoneOncePerKey } from '../support/checklist-of-writes';
import { pathOf, released, scanned } from '../support/held-and-released';
import type { Answer, ShownShipment } from '../support/shipments-service';
import { onStage } from '../support/shipments-stage';

interface ShownEvent {
  code: string;
  effect: string;
  state: string;
  reason: string | null;
  [other: string]: unknown;
}

onStage('recordEvent', (stage) => {
  const recording: Operation = {
    method: 'POST',
    who: 'planner',
    status: 201,
    ready: async () => ({
      path: pathOf(await released(stage), '/events'),
      body: { code: 'collected', occurredAt: stage.inSeconds(1), device: 'scanner-7' },
    }),
  };
  const scan = async (shipment: Answer<ShownShipment>, body: Record<string, unknown>) => {
    const sent = { path: pathOf(shipment, '/events'), body: { occurredAt: stage.inSeconds(1), ...body } };
    return sendAs<ShownEvent>(stage, 'POST', 'planner', sent);
  };
  const now = async (shipment: Answer<ShownShipment>) =>
    (await stage.service.read('owner', pathOf(shipment))).body;

  it('keeps what a device saw, and brings the shipment into its state', async () => {
    const made = await released(stage);
    const occurredAt = stage.inSeconds(1);
    const { status, body } = await scan(made, { code: 'at_depot', occurredAt, device: 'scanner-7' });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^evt_/),
      ...{ code: 'at_depot', reason: null, effect: 'applied', state: 'at_depot', by: 'carrier' },
      ...{ device: 'scanner-7', occurredAt, receivedAt: stage.clock.now().toISOString() },
    });
    expect(await now(made)).toMatchObject({ state: 'at_depot', stateAt: occurredAt, version: 2 });
  });

  it.each([
    ['EMD', 'at_depot'],
    [' emc ', 'in_transit'],
    ['On-Board', 'on_board'],
  ])('reads the words of the trade: %s', async (code, state) => {
    expect((await scan(await released(stage), { code })).body).toMatchObject({ state, effect: 'applied' });
  });

  it('reads a time with its offset, and shows it in UTC', async () => {
    const made = await released(stage);
    const { body } = await scan(made, { code: 'collected', occurredAt: '2026-01-05T13:00:00.5+01:00' });
    expect(body.occurredAt).toBe('2026-01-05T12:00:00.500Z');
  });

  it('lets an agent scan at the desk', async () => {
    const made = await released(stage);
    const body = { code: 'at_depot', occurredAt: stage.inSeconds(1) };
    expect((await stage.service.write('agent', pathOf(made, '/events'), { body })).status).toBe(201);
  });

  describe('changes nothing by a scan that', () => {
    it('is late: older than what is known', async () => {
      const made = await released(stage);
      const before = stage.inSeconds(0);
      const known = await scanned(stage, made, 'at_depot');
      const { status, body } = await scan(made, { code: 'collected', occurredAt: before, device: 'slow' });
      expect([status, body.effect, body.state]).toEqual([201, 'late', 'at_depot']);
      expect(await now(made)).toEqual(known.body);
    });

    it('is repeated: the same code of the same device at the same time', async () => {
      const made = await released(stage);
      const seen = { code: 'at_depot', occurredAt: stage.inSeconds(1), device: 'scanner-7' };
      await scan(made, seen);
      const known = await scanned(stage, made, 'on_board');
      expect((await scan(made, seen)).body).toMatchObject({ effect: 'repeated', state: 'on_board' });
      expect((await scan(made, { ...seen, device: 'other' })).body.effect).toBe('late');
      expect(await now(made)).toEqual(known.body);
    });

    it('is repeated by a device that does not say which it is', async () => {
      const made = await released(stage);
      const seen = { code: 'at_depot', occurredAt: stage.inSeconds(1), device: null };
      const effects = [await scan(made, seen), await scan(made, seen)].map(({ body }) => body.effect);
      expect(effects).toEqual(['applied', 'repeated']);
    });

    it('is out of order: a delivery that is heard of before the van, and the van after it', async () => {
      const made = await released(stage);
      const loadedAt = stage.inSeconds(0);
      const { body: delivered } = await scan(made, { code: 'delivered' });
      expect([delivered.effect, delivered.state]).toEqual(['applied', 'delivered']);
      const { body } = await scan(made, { code: 'on_board', occurredAt: loadedAt });
      expect([body.effect, body.state]).toEqual(['late', 'delivered']);
    });

    it('is of the same second as the one before it, by scanners that tell no more', async () => {
      const made = await released(stage);
      const occurredAt = stage.inSeconds(1);
      await scan(made, { code: 'at_depot', occurredAt });
      expect((await scan(made, { code: 'on_board', occurredAt })).body.effect).toBe('applied');
    });

    it('is not possible from the state it is in', async () => {
      const made = await released(stage);
      const { body } = await scan(made, { code: 'returned' });
      expect(body).toMatchObject({ effect: 'not_possible', state: 'released' });
      expect(await now(made)).toEqual(made.body);
    });
  });

  it('believes no clock that runs ahead: what is scanned next is not late by it', async () => {
    const made = await released(stage);
    await scan(made, { code: 'at_depot', occurredAt: stage.inSeconds(86_400) });
    expect((await now(made)).stateAt).toBe(new Date(stage.clock.nowMs() - 1_000).toISOString());
    expect((await scan(made, { code: 'on_board' })).body.effect).toBe('applied');
  });

  it.each([
    ['incorrect address', 'incorrect_address'],
    ['verhuisd', 'moved'],
  ])('holds a shipment that failed for its address: %s', async (reason, failure) => {
    const made = await released(stage);
    await scanned(stage, made, 'on_board');
    const { body } = await scan(made, { code: 'EMH', reason });
    expect(body).toMatchObject({
      code: 'delivery_failed',
      reason: failure,
      effect: 'applied',
      state: 'held',
    });
    expect(await now(made)).toMatchObject({
      state: 'held',
      hold: { reason: 'delivery_failed', note: null },
      failure,
      address: made.body.address,
    });
  });

  it.each([
    ['niet thuis', 'not_at_home'],
    ['refused', 'refused'],
    ['geen toegang', 'no_access'],
    [undefined, 'other'],
  ])('leaves one that failed for another reason on its way: %s', async (reason, failure) => {
    const made = await released(stage);
    await scanned(stage, made, 'on_board');
    await scan(made, { code: 'delivery_failed', reason });
    expect(await now(made)).toMatchObject({ state: 'delivery_failed', hold: null, failure });
  });

  it('keeps a scan with a reason that is not of it, and makes nothing of the reason', async () => {
    const made = await released(stage);
    const { status, body } = await scan(made, { code: 'at_depot', reason: 'moved' });
    expect([status, body.effect, body.state]).toEqual([201, 'applied', 'at_depot']);
    expect(await now(made)).toMatchObject({ state: 'at_depot', failure: null, hold: null });
  });

  it('remembers where its customer was delivered to', async () => {
    const made = await released(stage, { customerReference: 'vera-4' });
    await scanned(stage, made, 'on_board', 'delivered');
    const { body } = await stage.service.read('owner', pathOf(made, '/known-addresses'));
    expect(body.knownAddresses).toMatchObject([
      { street: 'Lindelaan', houseNumber: 12, occasions: expect.arrayContaining(['ordered', 'delivered']) },
    ]);
  });

  it('is audited, and logs nothing of the parcel', async () => {
    const made = await released(stage);
    await scanned(stage, made, 'collected');
    const audited: unknown = await stage
      .database('audit_entries')
      .where({ subject: made.body.id, action: 'shipment.scanned' });
    const details = JSON.stringify({ code: 'collected', effect: 'applied', state: 'in_transit' });
    expect(audited).toMatchObject([{ actor: 'per_planner', details }]);
    expect(JSON.stringify(stage.service.logged)).not.toMatch(/scanner-7|Lindelaan|Vera/);
  });

  refusesTheWrongPerson(stage, recording, {
    ...{ nobody: 401, page: 403, tester: 403, owner: 403, stranger: 403 },
    colleague: 404,
  });

  refusesBadBodies(stage, recording, [
    [
      'without what it cannot do without',
      { code: undefined, occurredAt: undefined },
      [
        ['/code', 'required'],
        ['/occurredAt', 'required'],
      ],
    ],
    [
      'with words that nobody knows',
      { code: 'EMX', reason: 'hond', occurredAt: 'gisteren' },
      [
        ['/code', 'unknown_code'],
        ['/reason', 'unknown_code'],
        ['/occurredAt', 'format'],
      ],
    ],
    ['at a time without its offset', { occurredAt: '2026-01-05T12:00:00' }, [['/occurredAt', 'format']]],
    ['at a time that never was', { occurredAt: '2026-02-30T12:00:00Z' }, [['/occurredAt', 'format']]],
    [
      'with everything wrong at once',
      { code: 'x'.repeat(41), reason: 7, device: 'd'.repeat(65), state: 'lost' },
      [
        ['/code', 'too_big'],
        ['/reason', 'type'],
        ['/device', 'too_big'],
        ['/state', 'unknown_field'],
      ],
    ],
    ['by a device of half a character', { device: 'scanner \ud83d' }, [['/device', 'half_character']]],
    ['by a device without a name', { device: ' ' }, [['/device', 'too_small']]],
  ]);

  it('names every word it knows where one is unknown', async () => {
    const { body } = await sendAs(stage, 'POST', 'planner', {
      path: pathOf(await released(stage), '/events'),
      body: { code: 'EMX', occurredAt: stage.inSeconds(1) },
    });
    expect(body.errors?.[0]?.message).toMatch(/^Known are: collected, in_transit, .*damaged\.$/);
  });

  isDoneOncePerKey(stage, recording, { code: 'at_depot' });
});
