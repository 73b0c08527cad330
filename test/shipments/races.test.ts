import { onEveryDatabase } from '../support/databases';
import { raceForOneKey, raceForOneShipment } from '../support/races/race';
import { type ShipmentsService, startShipments } from '../support/shipments-service';

// Small runs of `npm run prove:races`.
onEveryDatabase('of those who come at once', (databases) => {
  /** PostgreSQL has a service for each of two pools, as of two processes; a file of SQLite has one process. */
  async function startServices() {
    const url = await databases.url();
    const pools = databases.kind === 'sqlite' ? 1 : 2;
    const services: ShipmentsService[] = [];
    for (let pool = 0; pool < pools; pool += 1)
      services.push(await startShipments(await databases.connect(url)));
    return {
      course: { urls: services.map((service) => service.url), bearer: 'owner' },
      close: () => Promise.all(services.map((service) => service.close())),
    };
  }

  it('two who change one shipment, one wins and the other is told, each time', async () => {
    const { course, close } = await startServices();
    expect(await raceForOneShipment(course, 15)).toEqual([]);
    await close();
  }, 60_000);

  it('fifty with one idempotency key, one has an effect', async () => {
    const { course, close } = await startServices();
    expect(await raceForOneKey(course, 2)).toEqual([]);
    await close();
  }, 60_000);
});
