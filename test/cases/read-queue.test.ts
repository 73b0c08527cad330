import { readQueue, type QueueItem, type QueueRequest } from '../../src/cases/read-queue';
import { escalate } from '../../src/routes/escalation/escalation-worker';
import { followRoute } from '../../src/corrections/follow-route';
import { onEveryDatabaseTogether } from '../support/databases';
import { type DrivingService, startDriving } from '../support/driving-service';
import { addPeople } from '../support/people';
import { at } from '../support/routes-service';
import { addresses, type ShownShipment } from '../support/shipments-service';
import { people } from '../support/start-app';

onEveryDatabaseTogether("the agents' queue", (databases) => {
  let service: DrivingService;

  beforeAll(async () => {
    const database = await databases.open();
    await addPeople(database, people);
    service = await startDriving(database, { deadlineMs: 10_000 });
  });
  afterAll(() => service.close());

  const ask = (of: Partial<QueueRequest> = {}) => readQueue(service, { caller: people.agent, ...of });
  const itemOf = async ({ id, reference }: ShownShipment, of: Partial<QueueRequest> = {}) =>
    (await ask({ text: String(reference), ...of })).items.find((item) => item.shipmentId === id);
  const timeOf = (item: QueueItem | undefined) => {
    const closesAtMs = item?.closesAtMs ?? null;
    return closesAtMs === null ? null : new Date(closesAtMs).toISOString();
  };
  const utc = (time: string) => new Date(at(time)).toISOString();

  it('has a held shipment as it was typed', async () => {
    const held = await service.ordered();
    expect(await itemOf(held)).toEqual({
      ...{ id: held.id, shipmentId: held.id, shopId: 'shp_owner', depot: 'ZLV', routeId: null },
      ...{ reasons: ['held'], sinceMs: service.clock.nowMs(), taken: null, closesAtMs: null },
      lookers: [],
      shipment: {
        ...{ reference: held.reference, barcode: held.barcode, recipientName: 'Vera Verhuizer' },
        ...{ streetLine: 'Lindelaan 12', city: 'Zilverwaard', shopName: 'shp_owner' },
      },
    });
  });

  it('has nothing of a shipment that goes its way, or whose address was put right', async () => {
    const right = await service.parcel();
    expect(await itemOf(right)).toBeUndefined();
    const held = await service.ordered();
    const { body } = await service.propose('agent', held.id, { address: addresses.right });
    await service.decide('agent', body, 'approve');
    expect(await itemOf(held)).toBeUndefined();
  });

  it('has several reasons of one shipment as one item, the most urgent first', async () => {
    const held = await service.ordered();
    const sinceMs = service.clock.nowMs();
    await service.propose('owner', held.id, { address: addresses.mixedAgain });
    expect(await itemOf(held)).toMatchObject({ reasons: ['blocked', 'held'], sinceMs });
    await service.propose('agent', held.id, { address: addresses.right, source: 'email' });
    expect((await itemOf(held))?.reasons).toEqual(['proposed', 'held']);
  });

  it('has a delivery that failed, whether or not it is held for it', async () => {
    const [moved, away] = [await service.parcel(), await service.parcel()];
    await service.scan(moved.id, 'delivery_failed', 'moved');
    await service.scan(away.id, 'delivery_failed', 'not_at_home');
    expect((await itemOf(moved))?.reasons).toEqual(['delivery_failed']);
    expect((await itemOf(away))?.reasons).toEqual(['delivery_failed']);
  });

  it('shows someone of a depot what is of that depot and of none yet', async () => {
    const [ours, theirs] = [await service.ordered(), await service.ordered({ depot: 'MLH' })];
    const nobodys = await service.ordered({ depot: null });
    for (const held of [ours, nobodys]) expect(await itemOf(held)).toBeDefined();
    expect(await itemOf(theirs)).toBeUndefined();
    await service.propose('owner', theirs.id, { address: addresses.mixedAgain });
    expect(await itemOf(theirs)).toBeUndefined();
    for (const held of [ours, theirs, nobodys])
      expect(await itemOf(held, { caller: people.supervisor })).toBeDefined();
  });

  it('finds by a part of what an agent knows, and by nothing else', async () => {
    const held = await service.ordered({ recipient: { name: 'Zoë van ’t Hooft' } });
    const parts = [held.reference, held.barcode, 'zoe van t hooft', '8951ab', '8951 AB 12', 'lindelaan 12'];
    for (const text of parts) expect((await itemOf(held, { text: String(text) }))?.id).toBe(held.id);
    for (const text of ['Kerkstraat', '8962 KL', 'Zoë Verhuizer'])
      expect(await itemOf(held, { text })).toBeUndefined();
  });

  it('counts by reason what the depot and the shop leave, whatever else is asked for', async () => {
    const before = (await ask({ depot: 'ZLV' })).counts;
    await service.ordered();
    await service.ordered({ depot: 'MLH' });
    const { counts, total } = await ask({ depot: 'ZLV', reason: 'route_overdue', text: 'nothing like it' });
    expect(total).toBe(0);
    expect(counts.byReason).toEqual({ ...before.byReason, held: before.byReason.held + 1 });
    expect((await ask({ shopId: 'shp_stranger' })).counts.all).toBe(0);
  });

  it('comes in pages of fifty, each item once', async () => {
    for (let count = 0; count < 51; count += 1) await service.ordered();
    const { pages, total } = await ask();
    const walked: string[] = [];
    for (let page = 1; page <= pages; page += 1)
      walked.push(...(await ask({ page })).items.map(({ id }) => id));
    expect(new Set(walked).size).toBe(total);
    expect((await ask({ page: 999 })).page).toBe(pages);
  });

  describe('tells until when something can be done today', () => {
    it('of a parcel on a route that has not left: until it starts', async () => {
      const one = await service.parcel('old');
      await service.planRoute(['farAway', one], { startsAt: at('15:00') });
      await service.propose('agent', one.id, { address: addresses.right });
      expect(timeOf(await itemOf(one))).toBe(utc('15:00'));
    });

    it('of one that is held in the depot: until the last route of today starts', async () => {
      const held = await service.ordered();
      await service.planRoute(['farAway'], { startsAt: at('16:30') });
      expect(timeOf(await itemOf(held))).toBe(utc('16:30'));
      expect(
        timeOf(await itemOf(await service.ordered({ depot: 'MLH' }), { caller: people.supervisor })),
      ).toBe(null);
    });

    it('of one in a van: until ten minutes before its stop, as much later as the driver is', async () => {
      const [first, one] = [await service.parcel('farAway'), await service.parcel('old')];
      const stops = [
        { shipments: [first.id], plannedAt: at('13:00'), serviceMinutes: 2 },
        { shipments: [one.id], plannedAt: at('15:00') },
      ];
      const { device, route } = await service.underWay([], { stops });
      await service.propose('agent', one.id, { address: addresses.right });
      expect(timeOf(await itemOf(one))).toBe(utc('14:50'));
      service.clock.advance(Date.parse(at('13:31')) - service.clock.nowMs());
      await service.report(device, { kind: 'completed', stopId: route.stops[0]?.id });
      expect(timeOf(await itemOf(one))).toBe(new Date(Date.parse(at('15:19')) + 1_000).toISOString());
    });

    it('of one that failed and is still in the van: until ten minutes before the last stop', async () => {
      const [one, last] = [await service.parcel('old'), await service.parcel('farAway')];
      const stops = [
        { shipments: [one.id], plannedAt: at('14:00'), serviceMinutes: 2 },
        { shipments: [last.id], plannedAt: at('16:00') },
      ];
      const { device, route } = await service.underWay([], { stops });
      service.clock.advance(Date.parse(at('14:02')) - 1_000 - service.clock.nowMs());
      await service.report(device, { kind: 'failed', reason: 'moved', stopId: route.stops[0]?.id });
      const item = await itemOf(one);
      expect(item?.reasons).toEqual(['delivery_failed']);
      expect(timeOf(item)).toBe(utc('15:50'));
    });
  });

  it('has what a driver does not answer before all that can wait', async () => {
    const one = await service.parcel('old');
    await service.underWay(['farAway', one], { endsAt: at('23:00') });
    const { body } = await service.propose('agent', one.id, { address: addresses.right });
    await service.approveBy(body, 'same_route');
    expect(await itemOf(one)).toBeUndefined();
    service.clock.advance(10 * 60_000);
    await escalate({ ...service, followRoute });
    expect((await itemOf(one))?.reasons).toEqual(['unacknowledged']);
  });

  it('has a route that nobody ended, which is about no shipment', async () => {
    const { route } = await service.underWay(['farAway'], { endsAt: at('17:30') });
    service.clock.advance(Date.parse(at('17:31')) - service.clock.nowMs());
    await escalate({ ...service, followRoute });
    const asked = { reason: 'route_overdue' } as const;
    const found = (await ask(asked)).items.find(({ routeId }) => routeId === route.id);
    expect(found).toMatchObject({ shipmentId: null, shipment: null, depot: 'ZLV', closesAtMs: null });
    const { items } = await ask({ ...asked, caller: people.colleague });
    expect(items).toEqual([]);
  });
});
