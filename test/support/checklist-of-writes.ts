import { randomUUID } from 'node:crypto';
import { dialectOf } from '../../src/database/dialect';
import type { Database } from '../../src/database/open-database';
import { type Operation, type Ready, sendAs } from './checklist';
import { writtenIn } from './everything-in';
import type { Stage } from './shipments-stage';

/** Every write wants a key, and is done once by it; null where what it is about is all that another could differ in. */
export function isDoneOncePerKey(
  stage: Stage,
  { method, who, status, ready }: Operation,
  otherBody: Record<string, unknown> | null,
): void {
  it.each([
    ['without an Idempotency-Key', undefined, 'required'],
    ['with a blank one', '', 'too_small'],
    ['with one that is too long', 'k'.repeat(256), 'too_big'],
  ])('refuses a write %s', async (_, key, code) => {
    const sent = { ...(await ready()), headers: { 'idempotency-key': key } };
    const answer = await sendAs(stage, method, who, sent);
    expect([answer.status, answer.body.errors]).toEqual([
      400,
      [expect.objectContaining({ in: 'header', pointer: '/idempotency-key', code })],
    ]);
  });

  it('answers the same write again as it did at first, and does it once', async () => {
    const sent = await withKey(ready);
    const first = await sendAs<object>(stage, method, who, sent);
    const after = await writtenIn(stage.database);
    const again = await sendAs<object>(stage, method, who, sent);
    expect([first.status, first.headers.get('idempotent-replayed')]).toEqual([status, null]);
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([status, 'true']);
    expect([again.body, again.etag]).toEqual([first.body, first.etag]);
    expect(await writtenIn(stage.database)).toEqual(after);
  });

  it('refuses another write by the same key', async () => {
    const sent = await withKey(ready);
    await sendAs(stage, method, who, sent);
    const changed = otherBody === null ? await ready() : { body: { ...sent.body, ...otherBody } };
    const before = await writtenIn(stage.database);
    const other = await sendAs(stage, method, who, { ...sent, ...changed });
    expect([other.status, other.body.detail]).toEqual([422, expect.stringMatching(/another request/)]);
    expect(await writtenIn(stage.database)).toEqual(before);
  });

  it('refuses a write that is still under way, and says when to come back', async () => {
    const sent = await withKey(ready);
    const release = await holdUp(stage.database);
    const both = [sendAs(stage, method, who, sent), sendAs(stage, method, who, sent)] as const;
    const first = await Promise.race(both).finally(release);
    expect([first.status, first.headers.get('retry-after')]).toEqual([409, '1']);
    const statuses = (await Promise.all(both)).map((answer) => answer.status);
    expect(statuses.sort()).toEqual([status, 409].sort());
  });
}

async function withKey(ready: Operation['ready']) {
  return { ...(await ready()), headers: { 'idempotency-key': randomUUID() } };
}

/** Lets no write be finished until it is released. */
async function holdUp(database: Database): Promise<() => Promise<void>> {
  const trx = await database.transaction();
  if (dialectOf(database) === 'postgres')
    await trx.raw('LOCK TABLE idempotency_keys IN ACCESS EXCLUSIVE MODE');
  return async () => {
    await trx.rollback();
  };
}

/** Every change says what it is based on; of two only the first is made. */
export function isRefusedOnAnotherVersion(stage: Stage, operation: Operation): void {
  const { method, who, status, ready } = operation;

  it('refuses a change that does not say which state it is based on', async () => {
    const { path, body } = await ready();
    const before = await writtenIn(stage.database);
    const answer = await sendAs(stage, method, who, { path, ...(body && { body }) });
    expect([answer.status, answer.body.detail]).toEqual([428, expect.stringMatching(/If-Match/)]);
    expect(await writtenIn(stage.database)).toEqual(before);
  });

  it.each(['v1', '*', '"1"', '"v1", "v2"', '"v1-gzip"', ''])(
    'takes %j for no ETag, and says so',
    async (etag) => {
      const sent = await ready();
      const before = await writtenIn(stage.database);
      const answer = await sendAs(stage, method, who, { ...sent, etag });
      expect([answer.status, answer.body.errors]).toEqual([
        400,
        [
          {
            ...{ in: 'header', pointer: '/if-match', code: 'format' },
            message: 'Give the ETag of the latest answer as it came, as "v3", with its quotes.',
          },
        ],
      ]);
      expect(await writtenIn(stage.database)).toEqual(before);
    },
  );

  it('takes the ETag of a state that never was for another, and one that a proxy weakened for the same', async () => {
    const sent = await ready();
    const never = await sendAs(stage, method, who, { ...sent, etag: '"v99"' });
    expect([never.status, never.etag]).toEqual([412, sent.etag]);
    const weakened = await sendAs(stage, method, who, { ...sent, etag: `W/${sent.etag ?? ''}` });
    expect(weakened.status).toBe(status);
  });

  it('refuses a change where someone else was first, and gives the ETag to go on from', async () => {
    const sent = await ready();
    const shipment = { path: shipmentOf(sent), body: { driverNote: 'Achterom' } };
    const others = await sendAs(stage, 'PATCH', 'supervisor', { ...shipment, etag: sent.etag ?? '' });
    expect(others.status).toBe(200);
    const before = await writtenIn(stage.database);
    const lost = await sendAs(stage, method, who, sent);
    expect([lost.status, lost.etag]).toEqual([412, others.etag]);
    expect(await writtenIn(stage.database)).toEqual(before);
    const next = await sendAs(stage, method, who, { ...sent, etag: lost.etag });
    expect(next.status).toBe(status);
  });
}

function shipmentOf({ path }: Ready): string {
  return path.split('/').slice(0, 4).join('/');
}
