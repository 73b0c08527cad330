import type { Database } from '../../src/database/open-database';
import { onEveryDatabaseTogether } from '../support/databases';
import { pathOf } from '../support/held-and-released';
import {
  type Answer,
  anOrder,
  type ShipmentsService,
  type ShownShipment,
  startShipments,
} from '../support/shipments-service';

type Answers = readonly Answer<ShownShipment>[];

/** Two processes on one database; on SQLite two connections to one file. */
onEveryDatabaseTogether('fifty requests at once with one key', (databases) => {
  let database: Database;
  let services: readonly [ShipmentsService, ShipmentsService];
  beforeAll(async () => {
    const url = await databases.url();
    const start = async () => startShipments(await databases.connect(url), { deadlineMs: 15_000 });
    database = await databases.connect(url);
    services = [await start(), await start()];
  });
  afterAll(() => Promise.all(services.map((service) => service.close())));

  const fifty = <Result>(ask: (number: number) => Promise<Result>) =>
    Promise.all(Array.from({ length: 50 }, (_, number) => ask(number)));
  const byOne = () => services[0];
  const byTwo = (number: number) => services[number % 2 === 0 ? 0 : 1];

  /** One was first; the others got its answer, or were told to come back. */
  function expectOneEffect(answers: Answers, status: number): Answer<ShownShipment> {
    const done = answers.filter((answer) => answer.status === status);
    const first = done.filter(({ headers }) => !headers.has('idempotent-replayed'));
    expect(first).toHaveLength(1);
    for (const { body, etag } of done) expect([body, etag]).toEqual([first[0]?.body, first[0]?.etag]);
    const others = answers.filter((answer) => answer.status !== status);
    expect(others.map(({ headers, ...other }) => [other.status, headers.get('retry-after')])).toEqual(
      others.map(() => [409, '1']),
    );
    return first[0]!;
  }

  it.each([
    ['in one process', byOne],
    ['in two', byTwo],
  ])('register one shipment, %s', async (name, by) => {
    const sent = { body: anOrder(), key: `register ${name}` };
    const { body } = expectOneEffect(
      await fifty((number) => by(number).write('owner', '/v1/shipments', sent)),
      201,
    );
    expect(await database('shipments').where({ reference: sent.body.reference })).toHaveLength(1);
    expect(await database('shipment_events').where({ shipment_id: body.id })).toHaveLength(1);
    const again = await by(1).write('owner', '/v1/shipments', sent);
    expect([again.status, again.headers.get('idempotent-replayed'), again.body]).toEqual([201, 'true', body]);
  });

  it.each([
    ['in one process', byOne],
    ['in two', byTwo],
  ])('change one shipment once, %s', async (name, by) => {
    const made = await services[0].order();
    const sent = { body: { driverNote: 'Achterom' }, etag: made.etag, key: `change ${name}` };
    const { body } = expectOneEffect(
      await fifty((number) => by(number).patch('owner', pathOf(made), sent)),
      200,
    );
    expect(body.version).toBe(2);
    expect((await services[1].read('owner', pathOf(made))).body).toEqual(body);
    expect(await database('audit_entries').where({ subject: made.body.id })).toHaveLength(2);
  });

  it('record one scan, in two processes', async () => {
    const made = await services[0].order();
    const occurredAt = new Date(Date.now() + 60_000).toISOString();
    const sent = { body: { code: 'collected', occurredAt }, key: 'scan' };
    await new Promise((resolve) => setTimeout(resolve, 2));
    const path = pathOf(made, '/events');
    const { body } = expectOneEffect(
      await fifty((number) => byTwo(number).write('planner', path, sent)),
      201,
    );
    expect(body).toMatchObject({ effect: 'applied', state: 'in_transit' });
    expect(await database('shipment_events').where({ shipment_id: made.body.id })).toHaveLength(2);
  });

  it('do one thing where they ask for two: the others are refused', async () => {
    const orders = [anOrder(), anOrder()];
    const answers = await fifty((number) =>
      byTwo(number).write('owner', '/v1/shipments', { body: orders[number % 2], key: 'two orders' }),
    );
    const statuses = new Set(answers.map(({ status }) => status));
    expect([...statuses].filter((status) => ![201, 409, 422].includes(status))).toEqual([]);
    const made = await database('shipments').whereIn(
      'reference',
      orders.map(({ reference }) => reference),
    );
    expect(made).toHaveLength(1);
  });
});

onEveryDatabaseTogether('fifty requests at once with a key each', (databases) => {
  let service: ShipmentsService;
  beforeAll(async () => (service = await startShipments(await databases.open(), { deadlineMs: 15_000 })));
  afterAll(() => service.close());

  it('register one shipment of one reference: the others are told which', async () => {
    const body = anOrder();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => service.write('owner', '/v1/shipments', { body })),
    );
    const first = answers.filter(({ status }) => status === 201);
    expect(first).toHaveLength(1);
    const others = answers.filter(({ status }) => status !== 201);
    expect(new Set(others.map((other) => `${other.status} ${String(other.body.shipmentId)}`))).toEqual(
      new Set([`409 ${String(first[0]?.body.id)}`]),
    );
  });

  it('register each order by itself: one that is refused spoils none of those that come with it', async () => {
    const [taken, free] = [anOrder(), Array.from({ length: 40 }, () => anOrder())];
    await service.write('owner', '/v1/shipments', { body: taken });
    const bodies = free.map((order, index) => {
      if (index % 4 === 1) return { ...order, depot: 'NIX' };
      return index % 4 === 2 ? { ...order, reference: taken.reference } : order;
    });
    const answers = await Promise.all(
      bodies.map((body) => service.write('owner', '/v1/shipments', { body })),
    );
    const expected = free.map((_, index) => [201, 400, 409, 201][index % 4]);
    expect(answers.map(({ status }) => status)).toEqual(expected);
  });
});
