import { BrowserLike } from '../support/browser-like';
import { onEveryDatabaseTogether } from '../support/databases';
import { type DrivingService, startDriving } from '../support/driving-service';
import { addPeople } from '../support/people';
import { addresses } from '../support/shipments-service';
import { people } from '../support/start-app';

onEveryDatabaseTogether('releasing several that a false alarm held', (databases) => {
  let service: DrivingService;
  let ids: string[];
  let desk: BrowserLike;
  beforeAll(async () => {
    const database = await databases.open();
    await addPeople(database, people);
    service = await startDriving(database);
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    const order = () => service.order({ address: addresses.mixed, depot: 'ZLV' });
    ids = [(await order()).body.id, (await order()).body.id];
    desk = new BrowserLike(service);
    desk.setCookie('klopt_session', 'supervisor');
  });

  const send = async (key: string, shipmentIds: readonly string[], reason = 'Zelf gezien') => {
    await desk.get('/desk/queue');
    return desk.post('/desk/queue/release', { key, reason, shipmentIds });
  };
  const states = () => Promise.all(ids.map(async (id) => (await service.shipment(id)).state));

  it('releases each that was ticked, and says so', async () => {
    const { status, text } = await send('key-of-many-00001', ids);
    expect([status, text]).toEqual([200, expect.stringContaining('2 zendingen vrijgegeven')]);
    expect(await states()).toEqual(['released', 'released']);
  });

  it('does once what is sent twice', async () => {
    await send('key-of-many-00002', ids.slice(0, 1));
    expect((await send('key-of-many-00002', ids.slice(0, 1))).text).toContain('1 zending vrijgegeven');
  });

  it('names those that could not be', async () => {
    await send('key-of-many-00003', ids.slice(0, 1));
    const { text } = await send('key-of-many-00004', ids);
    expect(text).toContain('1 zending vrijgegeven');
    expect(text).toContain(`/desk/cases/${ids[0] ?? ''}`);
  });

  it('asks for what is missing', async () => {
    const { status, text } = await send('key-of-many-00005', [], '');
    expect([status, text.includes('shipmentIds'), text.includes('reason')]).toEqual([400, true, true]);
  });

  it('is offered to whoever leads the desk alone', async () => {
    expect((await desk.get('/desk/queue')).text).toContain('name="shipmentIds"');
    desk.setCookie('klopt_session', 'agent');
    expect((await desk.get('/desk/queue')).text).not.toContain('name="shipmentIds"');
  });
});
