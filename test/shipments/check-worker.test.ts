import type { Checked } from '../../src/checks/address-checker';
import type { Database } from '../../src/database/open-database';
import { createLog } from '../../src/log';
import { type CheckEntry, createCheckEntry } from '../../src/shipments/check-entry';
import { startCheckWorker } from '../../src/shipments/check-worker';
import type { ShipmentFollower } from '../../src/shipments/shipment-follower';
import { onEveryDatabase } from '../support/databases';
import { addresses, type ShipmentsService, startShipments } from '../support/shipments-service';
import { steeredClock } from '../support/steered-clock';
import { openSampleParts } from '../support/sample-parts';

// The worker looks once, when it is told to stop, and not every second.
jest.mock('../../src/every', () => ({ every: (_pauseMs: number, stop: unknown) => ({ stop }) }));

const lines: string[] = [];
const log = createLog('debug', { write: (line) => lines.push(line) });
beforeEach(() => lines.splice(0));

onEveryDatabase('what was registered while the register was away', (databases) => {
  const clock = steeredClock();
  let database: Database;
  let service: ShipmentsService;
  let parts: Awaited<ReturnType<typeof openSampleParts>>;
  let isAway = true;
  let checkEntry: CheckEntry;

  beforeEach(async () => {
    isAway = true;
    checkEntry = (asked) => (isAway ? null : parts.parts.checkEntry(asked));
    database = await databases.open();
    service = await startShipments(database, { clock, checkEntry: (asked) => checkEntry(asked) });
    parts = await openSampleParts([], database);
  });
  afterEach(async () => {
    await parts.close();
    await service.close();
  });

  /** A worker that looks whenever it is told to stop. */
  function start(followed: string[] = []) {
    const followShipment: ShipmentFollower = (_trx, shipment) => {
      followed.push(shipment.state);
      return Promise.resolve(shipment);
    };
    return startCheckWorker({
      ...{ database, clock, log, followShipment },
      checkEntry: (asked) => checkEntry(asked),
    });
  }

  /** One look of the worker. */
  async function look(followed: string[] = []): Promise<void> {
    clock.advance(60_000);
    await start(followed).stop();
  }

  async function registerMany(count: number, address: Record<string, unknown>): Promise<void> {
    const orders = Array.from({ length: count }, () => service.order({ address }));
    await Promise.all(orders);
  }

  it('waits, and shows that it was not checked', async () => {
    const { status, body } = await service.order({ address: addresses.mixed });
    expect([status, body.state]).toEqual([201, 'registered']);
    expect(body).toMatchObject({ hold: null, address: null, check: null });
  });

  it('is checked as soon as it can be, and released or held as it would have been', async () => {
    const vera = { customerReference: 'vera-5' };
    const right = await service.order({ ...vera, address: addresses.old });
    clock.advance(1_000);
    const mixed = await service.order({ ...vera, address: addresses.mixed });
    clock.advance(1_000);
    const asked = await service.order({ address: addresses.noSuchNumber, addressConfirmed: true });
    const made = [right, mixed, asked];
    isAway = false;
    const followed: string[] = [];
    await look(followed);
    const now = await Promise.all(made.map(({ body }) => service.read('owner', `/v1/shipments/${body.id}`)));
    expect(now.map(({ body }) => [body.state, body.hold?.reason, body.check?.verdict, body.version])).toEqual(
      [
        ['released', undefined, 'accept', 2],
        ['held', 'check_fix', 'fix', 2],
        ['released', undefined, 'confirm', 2],
      ],
    );
    expect(now[1]?.body.check?.diagnosis).toMatchObject({ kind: 'mixed_addresses' });
    expect(followed).toEqual(['released', 'held', 'released']);
    const { body } = await service.read('owner', `/v1/shipments/${right.body.id}/events`);
    expect(body.events).toMatchObject([
      { code: 'registered', state: 'registered' },
      { code: 'released', state: 'released', by: 'system', reason: 'checked' },
    ]);
  });

  it('stays as it is while the register is away', async () => {
    const { body } = await service.order();
    await look();
    expect((await service.read('owner', `/v1/shipments/${body.id}`)).body).toEqual(body);
  });

  it('is left alone where someone decided in the meantime', async () => {
    const kept = await service.order();
    clock.advance(1_000);
    const last = await service.order();
    const cancelled = await service.write('owner', `/v1/shipments/${kept.body.id}/cancel`, {
      body: {},
      etag: kept.etag,
    });
    isAway = false;
    await look();
    expect((await service.read('owner', `/v1/shipments/${last.body.id}`)).body.state).toBe('released');
    expect((await service.read('owner', `/v1/shipments/${kept.body.id}`)).body).toEqual(cancelled.body);
  });

  it('may be released by the desk unchecked, by its shop not', async () => {
    const { body, etag } = await service.order({ depot: 'ZLV' });
    const path = `/v1/shipments/${body.id}/release`;
    const byShop = await service.write('owner', path, { body: { addressConfirmed: true }, etag });
    expect(byShop.status).toBe(409);
    const byDesk = await service.write('agent', path, { body: { reason: 'Zelf gezien' }, etag });
    expect(byDesk.body).toMatchObject({
      state: 'released',
      address: { street: 'Lindelaan', houseNumber: 12 },
    });
  });

  it.each<[string, () => null]>([
    ['cannot be checked', () => null],
    [
      'breaks what checks it',
      () => {
        throw new Error('broken at Kerkstraat');
      },
    ],
  ])('waits by itself where it %s: those behind it are checked', async (_, fail) => {
    const first = await service.order({ address: addresses.old });
    clock.advance(1_000);
    const next = await service.order();
    checkEntry = (asked) => (asked.entry.street === 'Kerkstraat' ? fail() : parts.parts.checkEntry(asked));
    await look();
    const now = [first, next].map(({ body }) => service.read('owner', `/v1/shipments/${body.id}`));
    expect((await Promise.all(now)).map(({ body }) => body.state)).toEqual(['registered', 'released']);
    expect(lines.join()).not.toMatch(/kerkstraat/i);
  });

  it('waits for no others that cannot be checked, however many they are', async () => {
    const broken = { ...addresses.old, houseNumber: 1 };
    await registerMany(120, broken);
    clock.advance(1_000);
    const { body } = await service.order();
    let tries = 0;
    checkEntry = (asked) =>
      asked.entry.houseNumber === 1 ? ((tries += 1), null) : parts.parts.checkEntry(asked);
    const worker = start();
    await worker.stop();
    expect((await service.read('owner', `/v1/shipments/${body.id}`)).body.state).toBe('released');
    await worker.stop();
    expect(tries).toBe(120);
    clock.advance(60_000);
    await worker.stop();
    expect(tries).toBe(240);
  });

  it('is tried once a look while the register is away, and all of it is checked when it is back', async () => {
    await registerMany(120, addresses.right);
    let tries = 0;
    checkEntry = (asked) => {
      tries += 1;
      return isAway ? null : parts.parts.checkEntry(asked);
    };
    const worker = start();
    await worker.stop();
    await worker.stop();
    // One shipment a look, and whether it is the register.
    expect(tries).toBe(4);
    isAway = false;
    await worker.stop();
    expect(await database('shipments').where({ state: 'registered' })).toEqual([]);
  });

  it('is checked once by two workers', async () => {
    const { body } = await service.order();
    isAway = false;
    await Promise.all([look(), look()]);
    expect((await service.read('owner', `/v1/shipments/${body.id}`)).body.version).toBe(2);
    expect(await database('shipment_checks').where({ shipment_id: body.id })).toHaveLength(1);
  });
});

describe('the check of an entry', () => {
  const asked = { entry: addresses.right, known: [] };
  const checked = {} as Checked;
  const messages = () => lines.map((line) => (JSON.parse(line) as { msg: string }).msg);

  it('is null where it fails, and that is logged without the entry', () => {
    const checkEntry = createCheckEntry(({ address }) => {
      if (address.street === undefined) return checked;
      throw new Error('broken at Lindelaan');
    }, log);
    expect(checkEntry(asked)).toBeNull();
    expect(messages()).toEqual(['an address could not be checked and waits']);
    expect(lines.join()).not.toContain('Lindelaan');
  });

  it('tells once that the register is away, and once that it is back, however much is asked', () => {
    let isAway = true;
    const checkEntry = createCheckEntry(() => {
      if (isAway) throw new Error('no register');
      return checked;
    }, log);
    const twice = () => [checkEntry(asked), checkEntry(asked)];
    expect(twice()).toEqual([null, null]);
    isAway = false;
    expect(twice()).toEqual([checked, checked]);
    isAway = true;
    expect(twice()).toEqual([null, null]);
    const away = 'the register is away: addresses that could not be checked wait';
    expect(messages()).toEqual([away, 'the register is back: addresses are checked again', away]);
  });
});
