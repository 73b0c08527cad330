import type { Database } from '../../src/database/open-database';
import { onEveryDatabaseTogether } from '../support/databases';
import { pathOf } from '../support/held-and-released';
import {
  type Answer,
  type ShipmentsService,
  type ShownShipment,
  startShipments,
} from '../support/shipments-service';

const ROUNDS = 100;

/** Two processes on one database; on SQLite two connections to one file. */
onEveryDatabaseTogether('two people who change one shipment at once', (databases) => {
  let services: readonly [ShipmentsService, ShipmentsService];
  let database: Database;
  beforeAll(async () => {
    const url = await databases.url();
    const start = async () => startShipments(await databases.connect(url), { deadlineMs: 10_000 });
    database = await databases.connect(url);
    services = [await start(), await start()];
  });
  afterAll(() => Promise.all(services.map((service) => service.close())));

  it(`never both win, and no change is lost, ${ROUNDS} times over`, async () => {
    let shipment = await services[0].order({ depot: 'ZLV' });
    const won: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const answers = await Promise.all([
        change(services[0], 'owner', shipment, `owner ${round}`),
        change(services[1], 'agent', shipment, `agent ${round}`),
      ]);
      const [winner, other] = answers.toSorted((a, b) => a.status - b.status) as [Changed, Changed];
      expect([winner.status, other.status]).toEqual([200, 412]);
      expect(winner.body.version).toBe(round + 2);
      expect([winner.etag, other.etag]).toEqual([`"v${round + 2}"`, `"v${round + 2}"`]);
      shipment = await services[round % 2 === 0 ? 0 : 1].read('owner', pathOf(shipment));
      expect(shipment.body).toEqual(winner.body);
      won.push(String(winner.body.driverNote));
    }
    expect(new Set(won).size).toBe(ROUNDS);
    const audited = await database('audit_entries').where({
      subject: shipment.body.id,
      action: 'shipment.changed',
    });
    expect(audited).toHaveLength(ROUNDS);
  });

  it('whatever each of them decides', async () => {
    for (let round = 0; round < 10; round += 1) {
      const made = await services[0].order({ depot: 'ZLV' });
      const answers = await Promise.all([
        services[0].write('owner', pathOf(made, '/cancel'), { body: {}, etag: made.etag }),
        services[1].write('agent', pathOf(made, '/hold'), {
          body: { reason: 'Klant belt' },
          etag: made.etag,
        }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
      const winner = answers.find(({ status }) => status === 200);
      expect((await services[0].read('owner', pathOf(made))).body).toEqual(winner?.body);
      const events = await services[0].read('owner', pathOf(made, '/events'));
      expect(events.body.events).toMatchObject([{ code: 'registered' }, { state: winner?.body.state }]);
    }
  });

  it('or a scan that comes between, which is kept in any case', async () => {
    for (let round = 0; round < 10; round += 1) {
      const made = await services[0].order({ depot: 'ZLV' });
      const occurredAt = new Date(Date.now() + 60_000).toISOString();
      await new Promise((resolve) => setTimeout(resolve, 2));
      const [changed, scanned] = await Promise.all([
        change(services[0], 'owner', made, 'Achterom'),
        services[1].write('planner', pathOf(made, '/events'), { body: { code: 'at_depot', occurredAt } }),
      ]);
      expect([200, 412]).toContain(changed.status);
      expect(scanned.status).toBe(201);
      const now = await services[0].read('owner', pathOf(made));
      expect(now.body).toMatchObject({
        state: 'at_depot',
        version: changed.status === 200 ? 3 : 2,
        driverNote: changed.status === 200 ? 'Achterom' : null,
      });
    }
  });
});

type Changed = Answer<ShownShipment>;

function change(
  service: ShipmentsService,
  who: 'owner' | 'agent',
  { body, etag }: Changed,
  driverNote: string,
): Promise<Changed> {
  return service.patch(who, pathOf({ body }), { body: { driverNote }, etag });
}
