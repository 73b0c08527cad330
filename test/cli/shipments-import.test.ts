import { once } from 'node:events';
import { onEveryDatabase } from '../support/databases';
import {
  day,
  finished,
  header,
  importFolder,
  right,
  shipmentsOf,
  shopOn,
  startKlopt,
} from '../support/shipments-import';

let folder: ReturnType<typeof importFolder>;
beforeAll(() => (folder = importFolder()));
afterAll(() => folder.remove());
beforeEach(() => (process.exitCode = 0));
afterAll(() => (process.exitCode = 0));

onEveryDatabase('klopt shipments import', (databases) => {
  it('registers each row as the API would, and tells what became of them', async () => {
    const { database, words, run } = await shopOn(databases, folder);
    expect(await run(day)).toMatchObject({
      ...{ shop: 'Boekhandel', out: null, rows: 2, registered: 2, released: 1 },
      ...{ held: { check_fix: 1 }, reasons: { POSTCODE_STREET_MISMATCH: 1 } },
      ...{ alreadyThere: 0, rejected: [] },
    });
    expect(process.exitCode).toBe(0);
    expect(await shipmentsOf(database)).toMatchObject([
      {
        ...{
          reference: 'A-1',
          state: 'released',
          shop_id: 'shp_Boekhandel',
          recipient_name: 'Vera Verhuizer',
        },
        ...{
          recipient_email: 'vera@example.nl',
          recipient_phone: '+31 6 12345678',
          promised_on: '2026-11-26',
        },
        customer: expect.stringMatching(/^[\w-]{43}$/),
      },
      { reference: 'A-2', state: 'held', hold_reason: 'check_fix', customer: null, promised_on: null },
    ]);
    const again = await words(folder.write('day.csv', day));
    expect(again).toMatch(/^2 rows in .*\nregistered +0\n {2}released +0\nalready there +2\nrejected +0$/);
  });

  it('registers nothing twice, whoever registered it, and finishes what was left', async () => {
    const { database, run } = await shopOn(databases, folder);
    await run([header, right].join('\n'));
    expect(await run(day)).toMatchObject({ registered: 1, alreadyThere: 1, rejected: [] });
    await database('idempotency_keys').delete();
    expect(await run(day)).toMatchObject({ registered: 0, alreadyThere: 2, rejected: [] });
    const tables = ['shipments', 'shipment_checks', 'shipment_events', 'idempotency_keys', 'addresses'];
    const counts = await Promise.all(tables.map((table) => database(table)));
    expect(counts.map(({ length }) => length)).toEqual([2, 2, 2, 0, 1]);
  });

  it('tells by line where a reference or a barcode was taken by something else', async () => {
    const { database, run } = await shopOn(databases, folder);
    const list = (...rows: string[]) => ['referentie,barcode,naam,adres,taal,depot', ...rows].join('\n');
    await run(list('A-1,3SABC0001,Vera,"Lindelaan 12, 8962KL Zilverwaard",NL,'));
    const changed = await run(
      list(
        'A-1,3SABC0001,Vera,"Kerkstraat 12, 8951AB Zilverwaard",Engels,zlv',
        '"A-2",3SABC0001,Bram,"Lindelaan 12\n8962KL Zilverwaard",,',
        'A-3,,Cor,Lindelaan 12 8962KL Zilverwaard,,XXX',
      ),
      ...['--language', 'en'],
    );
    expect(process.exitCode).toBe(1);
    expect(changed.rejected).toEqual([
      { line: 2, reason: 'taal, address, depot: Registered already, with something else here.' },
      { line: 3, reason: 'There is a shipment with this barcode already.' },
      { line: 5, reason: expect.stringMatching(/^depot: There is no such depot/) },
    ]);
    expect(await shipmentsOf(database)).toMatchObject([{ reference: 'A-1', depot: null, version: 1 }]);
    expect(await database('addresses')).toHaveLength(1);
  });

  it('goes on where it was killed, and registers every row once', async () => {
    const { url, database } = await shopOn(databases, folder);
    const rows = Array.from({ length: 400 }, (_, at) =>
      right.replace('A-1', `A-${at}`).replace(';77;', `;${at};`),
    );
    const path = folder.write('killed.csv', [header, ...rows].join('\n'));
    const killed = startKlopt(['shipments', 'import', path, '--shop', 'Boekhandel'], url);
    const closed = once(killed, 'close');
    while ((await shipmentsOf(database)).length < 20) await new Promise((resolve) => setTimeout(resolve, 5));
    killed.kill('SIGKILL');
    await closed;
    const before = (await shipmentsOf(database)).length;
    const { code, output } = await finished(
      startKlopt(['shipments', 'import', path, '--shop', 'Boekhandel', '--json'], url),
    );
    expect([code, before < 400]).toEqual([0, true]);
    expect(JSON.parse(output)).toMatchObject({
      registered: 400 - before,
      alreadyThere: before,
      rejected: [],
    });
    for (const table of ['shipments', 'shipment_checks', 'shipment_events', 'known_addresses', 'addresses'])
      expect(await database(table)).toHaveLength(400);
    expect(new Set((await shipmentsOf(database)).map(({ reference }) => reference)).size).toBe(400);
  }, 120_000);
});
