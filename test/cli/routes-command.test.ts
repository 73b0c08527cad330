import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { routesCommand } from '../../src/cli/routes-command';
import { onEveryDatabase } from '../support/databases';
import { runCommand } from '../support/run-command';
import { type ImportedRoute, type ListRow, listOf as listOn } from '../support/route-lists';
import { startRoutes } from '../support/routes-service';
import { writeSampleEdition } from '../support/sample-parts';

/** Tomorrow, since the command goes by the clock of the machine. */
const DAY = new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 10);
const dayAfter = new Date(Date.parse(DAY) + 24 * 3_600_000).toISOString().slice(0, 10);
const listOf = (rows: readonly ListRow[]) => listOn(rows.map((row) => ({ day: DAY, ...row })));

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klopt-routes-'));
  process.env.KLOPT_REGISTER = await writeSampleEdition(folder);
});
afterAll(() => {
  delete process.env.KLOPT_REGISTER;
  rmSync(folder, { recursive: true });
});
afterEach(() => {
  process.exitCode = 0;
});

onEveryDatabase('klopt routes', (databases) => {
  /** A database with two parcels, and the command on it. */
  async function start() {
    const url = await databases.url();
    const service = await startRoutes(await databases.connect(url));
    const parcels = [(await service.parcel()).id, (await service.parcel('old')).id] as const;
    await service.close();
    const klopt = (...args: string[]) => runCommand(routesCommand, args, url);
    const file = join(folder, 'day.csv');
    const importList = (list: string, ...options: string[]) => {
      writeFileSync(file, list);
      return klopt('import', file, '--language', 'en', ...options);
    };
    return { klopt, importList, parcels };
  }

  it('imports a list, and says what became of each route however often it is run', async () => {
    const { klopt, importList, parcels } = await start();
    const list = listOf(parcels.map((shipment, nth) => ({ reference: `R-${nth}`, sequence: 1, shipment })));
    expect(await importList(list)).toMatch(/^2 routes in .*\ncreated +2\nunchanged +0\n/);
    expect(await importList(list)).toMatch(/\ncreated +0\nunchanged +2\n/);
    expect(process.exitCode).not.toBe(1);
    const listed = await klopt('list', '--day', DAY, '--depot', 'zlv');
    expect(listed).toMatch(
      new RegExp(`^ROUTE +REFERENCE .*\\nrte_\\w+ +R-0 +${DAY} +ZLV +Jelle +planned +0 of 1 +1 +never\\n`),
    );
    expect(await klopt('list', '--day', dayAfter)).toMatch(/no such routes.*klopt routes import/);
  });

  it('names what is wrong by row and column, and fails', async () => {
    const { importList, parcels } = await start();
    const rows = [
      { reference: 'R-1', sequence: 1, shipment: parcels[0] },
      { reference: 'R-2', sequence: 1, shipment: '3SNOBODY' },
    ];
    const text = await importList(listOf(rows));
    expect(text).toMatch(
      new RegExp(`refused +1\\nR-2 of ZLV, ${DAY}:\\n {2}row 3, shipment: Depot ZLV knows no shipment`),
    );
    expect(process.exitCode).toBe(1);
    const { routes } = JSON.parse(await importList(listOf(rows), '--json')) as { routes: ImportedRoute[] };
    expect(routes).toMatchObject([
      { reference: 'R-1', outcome: 'unchanged', errors: [] },
      {
        reference: 'R-2',
        outcome: 'refused',
        errors: [{ row: 3, column: 'shipment', code: 'unknown_shipment' }],
      },
    ]);
  });

  it('refuses a list without its columns', async () => {
    const { importList } = await start();
    await expect(importList('a;b\n1;2')).rejects.toThrow(/day\.csv: The first row has no column reference/);
    await expect(importList('a;\0')).rejects.toThrow(/NUL character/);
  });

  it('hands out a device as a QR code, or as JSON', async () => {
    const { klopt, importList, parcels } = await start();
    const row = { reference: 'R-1', sequence: 1, shipment: parcels[0], ends_at: '18:00' };
    await importList(listOf([row]));
    const { routes } = JSON.parse(await klopt('list', '--json')) as { routes: { id: string }[] };
    const id = routes[0]?.id ?? '';
    expect(await klopt('qr', id)).toMatch(
      /[█▄▀].*For Jelle, route R-1 of \d{4}-.*\n\n {2}http:\/\/127\.0\.0\.1:3000\/driver#rte_\w+\/klopt_device_/s,
    );
    const made = JSON.parse(await klopt('qr', id, '--json')) as { token: string; url: string };
    expect(made).toMatchObject({
      id: expect.stringMatching(/^dev_/),
      expiresAt: expect.stringMatching(/T0[45]:00:00.000Z$/),
    });
    expect(made.url).toContain(made.token);
    for (let nth = 0; nth < 3; nth += 1) await klopt('qr', id);
    await expect(klopt('qr', id)).rejects.toThrow(/five devices already/);
    await expect(klopt('qr', 'rte_nix')).rejects.toThrow(/no route rte_nix.*klopt routes list/);
  });
});
