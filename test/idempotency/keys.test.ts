import { sendAs } from '../support/checklist';
import { writtenIn } from '../support/everything-in';
import { heldToFix, pathOf, released } from '../support/held-and-released';
import { addresses, anOrder, type Who } from '../support/shipments-service';
import { onStage, type Stage } from '../support/shipments-stage';

const path = '/v1/shipments';
const keysIn = (stage: Stage) => stage.database('idempotency_keys').pluck('key');

onStage('a key', (stage) => {
  it('is not kept by a write that fails: what was wrong can be put right under it', async () => {
    const order = anOrder({ depot: 'NIX' });
    const headers = { 'idempotency-key': 'put right' };
    for (const body of [{ ...order, reference: 7 }, order, anOrder({ reference: 'x'.repeat(101) })])
      expect((await sendAs(stage, 'POST', 'owner', { path, body, headers })).status).toBe(400);
    expect(await keysIn(stage)).not.toContain('put right');
    const right = { ...order, depot: 'ZLV' };
    expect((await sendAs(stage, 'POST', 'owner', { path, body: right, headers })).status).toBe(201);
  });

  it('is not kept by a change that came too late, or at the wrong moment', async () => {
    const made = await heldToFix(stage);
    const hold = { body: { reason: 'Klant belt' }, key: 'too late' };
    const before = await writtenIn(stage.database);
    for (const [etag, status] of [
      ['"v7"', 412],
      [undefined, 428],
      [made.etag, 409],
    ] as const)
      expect((await stage.service.write('agent', pathOf(made, '/hold'), { ...hold, etag })).status).toBe(
        status,
      );
    expect(await writtenIn(stage.database)).toEqual(before);
    const release = { body: { reason: 'Bestaat' }, etag: made.etag };
    const { etag } = await stage.service.write('agent', pathOf(made, '/release'), release);
    const now = await stage.service.write('agent', pathOf(made, '/hold'), { ...hold, etag });
    expect([now.status, now.headers.get('idempotent-replayed')]).toEqual([200, null]);
  });

  it('is not kept, nor anything else, by a write that breaks in the middle', async () => {
    const made = await released(stage);
    const cancel = { body: {}, etag: made.etag, key: 'broken' };
    const before = await writtenIn(stage.database);
    await refuseEvents(stage);
    try {
      expect((await stage.service.write('owner', pathOf(made, '/cancel'), cancel)).status).toBe(500);
      expect((await stage.service.write('owner', path, { body: anOrder(), key: 'broken' })).status).toBe(500);
    } finally {
      await allowEvents(stage);
    }
    expect(await writtenIn(stage.database)).toEqual(before);
    expect((await stage.service.write('owner', pathOf(made, '/cancel'), cancel)).status).toBe(200);
  });

  it('of one caller never meets the same key of another', async () => {
    const key = 'the same';
    const body = anOrder();
    const [one, two] = [
      await stage.service.write('owner', path, { body, key }),
      await stage.service.write('stranger', path, { body, key }),
    ];
    expect([one.status, two.status, two.headers.get('idempotent-replayed')]).toEqual([201, 201, null]);
    expect(one.body.id).not.toBe(two.body.id);
    const made = await stage.service.order();
    const statuses = [];
    for (const who of ['agent', 'colleague', 'supervisor', 'owner'] as const) {
      const { etag } = await stage.service.read(who, pathOf(made));
      const sent = { body: { driverNote: 'Achterom' }, etag, key };
      statuses.push((await stage.service.patch(who, pathOf(made), sent)).status);
    }
    // The owner used it for an order.
    expect(statuses).toEqual([200, 200, 200, 422]);
  });

  it('of a shop gives its test key nothing', async () => {
    const made = await released(stage);
    const sent = { body: { driverNote: 'Achterom' }, etag: made.etag, key: 'of the shop' };
    expect((await stage.service.patch('owner', pathOf(made), sent)).status).toBe(200);
    const { status, body } = await stage.service.patch('tester', pathOf(made), sent);
    expect([status, body.id]).toEqual([403, undefined]);
  });

  it.each<[string, Who, string, Record<string, unknown>]>([
    ['of another operation', 'agent', '/cancel', { reason: 'Klant belt' }],
    ['of another body', 'agent', '/hold', { reason: 'Iets anders' }],
  ])('is refused for a write %s', async (name, who, of, body) => {
    const made = await released(stage);
    const sent = { body: { reason: 'Klant belt' }, etag: made.etag, key: name };
    const { etag } = await stage.service.write('agent', pathOf(made, '/hold'), sent);
    const other = await stage.service.write(who, pathOf(made, of), { body, etag, key: name });
    expect(other.status).toBe(422);
  });

  it('is refused for the same write of another shipment', async () => {
    const [one, two] = [await released(stage), await released(stage)];
    const sent = { body: { reason: 'Klant belt' }, etag: '"v1"', key: 'another shipment' };
    expect((await stage.service.write('agent', pathOf(one, '/hold'), sent)).status).toBe(200);
    expect((await stage.service.write('agent', pathOf(two, '/hold'), sent)).status).toBe(422);
  });

  it('gives the answer as it was, whatever happened since', async () => {
    const made = await released(stage);
    const sent = { body: { driverNote: 'Eerst' }, etag: made.etag, key: 'as it was' };
    const first = await stage.service.patch('owner', pathOf(made), sent);
    await stage.service.patch('owner', pathOf(made), { body: { driverNote: 'Later' }, etag: first.etag });
    const again = await stage.service.patch('owner', pathOf(made), sent);
    expect([again.status, again.etag, again.body]).toEqual([200, first.etag, first.body]);
    expect((await stage.service.read('owner', pathOf(made))).body.driverNote).toBe('Later');
  });

  it('is kept with no word of the request but its hash, and none of the customer but a pseudonym', async () => {
    const body = anOrder({ customerReference: 'klant-93', address: addresses.mixed });
    await stage.service.write('owner', path, { body, key: 'hashed' });
    const kept = (await stage.database('idempotency_keys').where({ key: 'hashed' }).first()) as Record<
      string,
      string
    >;
    expect(kept).toMatchObject({ owner: 'shp_owner', fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(JSON.stringify(kept)).not.toContain('klant-93');
  });
});

/** From now on no event can be written. */
async function refuseEvents({ database, databases }: Stage): Promise<void> {
  await database.raw(
    databases.kind === 'sqlite'
      ? "CREATE TRIGGER refuse BEFORE INSERT ON shipment_events BEGIN SELECT RAISE(ABORT, 'refused'); END"
      : "ALTER TABLE shipment_events ADD CONSTRAINT refuse CHECK (code = '') NOT VALID",
  );
}

async function allowEvents({ database, databases }: Stage): Promise<void> {
  await database.raw(
    databases.kind === 'sqlite'
      ? 'DROP TRIGGER refuse'
      : 'ALTER TABLE shipment_events DROP CONSTRAINT refuse',
  );
}
