import fc from 'fast-check';
import { insertTogether } from '../../src/database/insert-together';
import type { Database } from '../../src/database/open-database';
import { transaction } from '../../src/database/transaction';
import { writeTogether } from '../../src/database/write-together';
import { HOLD_REASONS, type Shipment } from '../../src/shipments/shipment';
import { addressRow, shipmentRow } from '../../src/shipments/shipment-rows-store';
import {
  findShipment,
  listShipments,
  listUnchecked,
  type Reach,
  type ShipmentFilter,
  shipmentUpdate,
} from '../../src/shipments/shipments-store';
import { SHIPMENT_STATES } from '../../src/shipments/states';
import { anAddress, aShipment } from '../support/a-shipment';
import { onEveryDatabaseTogether } from '../support/databases';
import { addCallers } from '../support/sample-parts';
import { addDepots } from '../support/shipments-service';
import { cast } from '../support/start-app';

const states = SHIPMENT_STATES.slice(0, 3);
const depots = ['ZLV', 'MLH'];
const days = ['2026-11-26', '2026-11-27'];
const idOf = (number: number) => `snd_${String(number).padStart(26, '0')}`;

const anyShipments = fc
  .array(
    fc.record({
      shopId: fc.constantFrom('shp_owner', 'shp_stranger'),
      state: fc.constantFrom(...states),
      hold: fc.option(fc.constantFrom(...HOLD_REASONS).map((reason) => ({ reason, note: 'x' }))),
      depot: fc.option(fc.constantFrom(...depots)),
      promisedOn: fc.option(fc.constantFrom(...days)),
    }),
    { minLength: 150, maxLength: 150 },
  )
  .map((all) =>
    all.map((of, number) =>
      aShipment({
        ...of,
        // Only what is held has a reason for it.
        hold: of.state === 'held' ? of.hold : null,
        id: idOf(number),
        reference: `ORD-${number}`,
        barcode: `3S-${number % 75}-${of.shopId}-${number}`,
        addressId: null,
        address: null,
      }),
    ),
  );
const sometimes = <Value>(...values: readonly Value[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined, freq: 2 });
const anyReach: fc.Arbitrary<Reach> = fc.constantFrom(
  { shopId: 'shp_owner' },
  { shopId: 'shp_stranger' },
  { depot: 'ZLV' },
  { depot: 'MLH' },
  {},
);
const anyFilter: fc.Arbitrary<ShipmentFilter> = fc.record({
  state: sometimes(...states),
  holdReason: sometimes(...HOLD_REASONS),
  depot: sometimes(...depots, 'NIX'),
  promisedOn: sometimes(...days),
  reference: fc.option(
    fc.nat(160).map((number) => `ORD-${number}`),
    { nil: undefined, freq: 1 },
  ),
  barcode: fc.constant(undefined),
  beforeId: fc.option(fc.nat(160).map(idOf), { nil: undefined, freq: 2 }),
  limit: fc.integer({ min: 1, max: 160 }),
});

/** What is asked for, one sentence each. */
function naively(all: readonly Shipment[], reach: Reach, filter: ShipmentFilter): string[] {
  return all
    .filter(({ shopId }) => reach.shopId === undefined || shopId === reach.shopId)
    .filter(({ depot }) => reach.depot === undefined || depot === reach.depot || depot === null)
    .filter(({ state }) => filter.state === undefined || state === filter.state)
    .filter(({ hold }) => filter.holdReason === undefined || hold?.reason === filter.holdReason)
    .filter(({ depot }) => filter.depot === undefined || depot === filter.depot)
    .filter(({ promisedOn }) => filter.promisedOn === undefined || promisedOn === filter.promisedOn)
    .filter(({ reference }) => filter.reference === undefined || reference === filter.reference)
    .filter(({ id }) => filter.beforeId === undefined || id < filter.beforeId)
    .map(({ id }) => id)
    .sort()
    .reverse()
    .slice(0, filter.limit);
}

onEveryDatabaseTogether('shipments in the database', (databases) => {
  let database: Database;
  const [all = []] = fc.sample(anyShipments, { numRuns: 1 });

  beforeAll(async () => {
    database = await databases.open();
    await addCallers(database, Object.values(cast));
    await addDepots(database);
    for (const shipment of all) await insertTogether(database, [shipmentRow(shipment)]);
  });

  it('are listed as a filter over all of them would', async () => {
    await fc.assert(
      fc.asyncProperty(anyReach, anyFilter, async (reach, filter) => {
        const found = await listShipments(database, reach, filter);
        expect(found.map(({ id }) => id)).toEqual(naively(all, reach, filter));
      }),
      { numRuns: 150 },
    );
  });

  it('are walked once each, page by page of any size', async () => {
    await fc.assert(
      fc.asyncProperty(anyReach, fc.integer({ min: 5, max: 60 }), async (reach, limit) => {
        const walked: string[] = [];
        for (let beforeId: string | undefined, more = true; more; beforeId = walked.at(-1)) {
          const page = await listShipments(database, reach, { limit, beforeId });
          walked.push(...page.map(({ id }) => id));
          more = page.length === limit;
        }
        expect(walked).toEqual(naively(all, reach, { limit: all.length }));
      }),
      { numRuns: 15 },
    );
  });

  it('are found within reach, and there alone', async () => {
    await fc.assert(
      fc.asyncProperty(anyReach, fc.nat(160), async (reach, number) => {
        const found = await findShipment(database, reach, idOf(number));
        const expected = naively(all, reach, { limit: all.length }).includes(idOf(number));
        expect(found).toEqual(expected ? all[number] : undefined);
      }),
      { numRuns: 60 },
    );
  });

  it('wait for their check, the oldest first', async () => {
    const waiting = all.filter(({ state }) => state === 'registered').map(({ id }) => id);
    const found = await listUnchecked(database, { afterId: '', limit: 10 });
    expect(found.map(({ id }) => id)).toEqual(waiting.slice(0, 10));
    const behind = await listUnchecked(database, { afterId: waiting[9] ?? '', limit: 10 });
    expect(behind.map(({ id }) => id)).toEqual(waiting.slice(10, 20));
  });

  it('come back as they were written, in every part', async () => {
    const whole = aShipment({
      ...{ id: 'snd_whole', reference: 'whole', barcode: '3SWHOLE', state: 'held', stateAtMs: 5 },
      ...{
        hold: { reason: 'agent', note: 'Klant belt' },
        failure: 'moved',
        hasLeft: true,
        customer: 'hash',
        isConfirmed: true,
      },
      recipient: { name: 'Vera', email: 'vera@example.nl', phone: '0612345678', language: 'en' },
      ...{ depot: 'ZLV', promisedOn: '2026-11-26', driverNote: 'Bel stuk' },
      entry: { addressLine: 'Lindelaan 12 bis', houseNumber: null },
      ...{ addressId: 'adr_whole', address: { ...anAddress, houseNumberAddition: 'bis', postcode: null } },
      ...{ createdAtMs: 1_800_000_000_000, updatedAtMs: 1_800_000_000_001 },
    });
    const address = addressRow('snd_whole', 'adr_whole', whole.address ?? anAddress);
    await insertTogether(database, [address, shipmentRow(whole)]);
    expect(await findShipment(database, {}, 'snd_whole')).toEqual(whole);
  });

  it('are written over the version they were changed from, and over no other', async () => {
    const of = {
      id: 'snd_version',
      reference: 'version',
      barcode: '3SVERSION',
      addressId: null,
      address: null,
    };
    await insertTogether(database, [shipmentRow(aShipment(of))]);
    const changed = aShipment({ ...of, version: 2, driverNote: 'first' });
    const write = (from: number, after: Shipment) =>
      transaction(database, (trx) => writeTogether(trx, [shipmentUpdate({ version: from }, after)]));
    await write(1, changed);
    await expect(write(1, { ...changed, driverNote: 'second' })).rejects.toThrow('precondition-failed');
    await expect(write(3, { ...changed, version: 4 })).rejects.toThrow('precondition-failed');
    expect(await findShipment(database, {}, 'snd_version')).toEqual(changed);
  });
});
