import { setTimeout as sleep } from 'node:timers/promises';
import { onEveryDatabase } from '../support/databases';
import { type DrivingService, startDriving } from '../support/driving-service';
import { aPlan, plan } from '../support/routes-service';
import { addresses } from '../support/shipments-service';

const LONG_ENOUGH_TO_WAIT_MS = 300;

onEveryDatabase('a plan and a correction of one parcel at once', (databases) => {
  let service: DrivingService;
  beforeEach(async () => (service = await startDriving(await databases.open(), { deadlineMs: 15_000 })));
  afterEach(() => service.close());

  /** Lets two come to a locked shipment one after the other; SQLite has one writer at a time as it is. */
  async function whileLocked<One, Two>(
    id: string,
    first: () => Promise<One>,
    second: () => Promise<Two>,
  ): Promise<[One, Two]> {
    if (databases.kind === 'sqlite') return Promise.all([first(), second()]);
    const gate = await service.database.transaction();
    await gate('shipments').where({ id }).select('id').forUpdate();
    const one = first();
    await sleep(LONG_ENOUGH_TO_WAIT_MS);
    const two = second();
    await sleep(LONG_ENOUGH_TO_WAIT_MS);
    await gate.commit();
    return Promise.all([one, two]);
  }

  /** Where the parcel's stop is, and where the shipment goes. */
  async function streets(routeId: string, shipmentId: string): Promise<(string | undefined)[]> {
    const [stop] = (await service.route(routeId)).stops;
    return [stop?.address.street, (await service.shipment(shipmentId)).address?.street as string];
  }

  it('never leave the stop at one address and the shipment at the other: an approval', async () => {
    const { id } = (await service.order({ address: addresses.old, depot: 'ZLV' })).body;
    const proposed = (await service.propose('owner', id, { address: addresses.noSuchNumber })).body;
    const body = { address: addresses.right };
    const [planned] = await whileLocked(
      id,
      () => plan(service, aPlan([{ shipments: [id] }])),
      () => service.decide('agent', proposed, 'approve', { body }),
    );
    const [stop, shipment] = await streets(planned.body.id, id);
    expect(stop).toBe(shipment);
  });

  it('never leave the stop at one address and the shipment at the other: an undo', async () => {
    const { id } = (await service.order({ address: addresses.old, depot: 'ZLV' })).body;
    const applied = (await service.propose('owner', id, { address: addresses.right })).body;
    expect(applied.state).toBe('applied');
    const [planned] = await whileLocked(
      id,
      () => plan(service, aPlan([{ shipments: [id] }])),
      () => service.decide('agent', applied, 'withdraw'),
    );
    const [stop, shipment] = await streets(planned.body.id, id);
    expect(stop).toBe(shipment);
  });
});
