import { writtenIn } from '../support/everything-in';
import { heldToFix } from '../support/held-and-released';
import { type ImportedRoute, listOf, sendList, type ListRow } from '../support/route-lists';
import type { ShownRoute } from '../support/routes-service';
import { onRoutesStage } from '../support/routes-stage';
import type { Who } from '../support/shipments-service';

onRoutesStage('POST /v1/route-imports', (stage) => {
  const send = (rows: readonly ListRow[], form?: Parameters<typeof listOf>[1]) =>
    sendList(stage, listOf(rows, form));
  const outcomesOf = (imported: readonly ImportedRoute[]) =>
    imported.map(({ reference, outcome }) => [reference, outcome]);

  it('plans each route of a list, a stop for each sequence number, and tells what became of it', async () => {
    const [one, two, three] = [
      await stage.routes.parcel(),
      await stage.routes.parcel(),
      await stage.routes.parcel('old'),
    ];
    const imported = await send([
      { reference: 'L-1', sequence: 2, shipment: three.id, window_from: '13:30', window_until: '14:30' },
      { reference: 'L-2', sequence: 1, shipment: (await stage.routes.parcel()).id },
      { reference: 'L-1', sequence: 1, shipment: one.id, service_minutes: '3,5', planned_at: '9:05' },
      { reference: 'L-1', sequence: 1, shipment: String(two.barcode), lat: '53,1', lon: '6,1' },
    ]);
    expect(outcomesOf(imported)).toEqual([
      ['L-1', 'created'],
      ['L-2', 'created'],
    ]);
    const route = await stage.routes.route(String(imported[0]?.routeId));
    expect(route).toMatchObject({
      ...{ reference: 'L-1', driver: 'Jelle', startsAt: '2026-01-05T07:00:00.000Z', version: 1 },
      stops: [
        {
          shipmentIds: [one.id, two.id].sort(),
          ...{ serviceMinutes: 3.5, plannedAt: '2026-01-05T08:05:00.000Z', place: { lat: 53.1, lon: 6.1 } },
        },
        {
          shipmentIds: [three.id],
          window: { from: '2026-01-05T12:30:00.000Z', until: '2026-01-05T13:30:00.000Z', state: 'promised' },
        },
      ],
    });
  });

  it('changes nothing where the same list is run again, and carries out what is new in it', async () => {
    const [one, other] = [await stage.routes.parcel(), await stage.routes.parcel()];
    const rows = [
      { reference: 'L-again', sequence: 1, shipment: one.id },
      { reference: 'L-too', sequence: 1, shipment: other.id },
    ];
    await send(rows);
    const before = await writtenIn(stage.database);
    expect(outcomesOf(await send(rows, { delimiter: ',' }))).toEqual([
      ['L-again', 'unchanged'],
      ['L-too', 'unchanged'],
    ]);
    expect(await writtenIn(stage.database)).toEqual(before);
    const moved = rows.map((row) => (row.reference === 'L-too' ? { ...row, driver: 'Sietske' } : row));
    expect(outcomesOf(await send(moved))).toEqual([
      ['L-again', 'unchanged'],
      ['L-too', 'replaced'],
    ]);
  });

  it('is the same plan as the one that comes as JSON', async () => {
    const { id } = await stage.routes.parcel();
    const [imported] = await send([{ reference: 'L-same', sequence: 1, shipment: id }]);
    const { day } = await stage.routes.route(String(imported?.routeId));
    const body = {
      ...{ reference: 'L-same', day, depot: 'ZLV', driver: 'Jelle', vehicle: 'V-1' },
      ...{ startsAt: `${day}T08:00:00+01:00`, endsAt: `${day}T17:00:00+01:00`, stops: [{ shipments: [id] }] },
    };
    const again = await stage.service.write<ShownRoute>('planner', '/v1/routes', { body });
    expect([again.status, again.body.version]).toEqual([200, 1]);
  });

  it('names everything that is wrong with a route by its row, and plans the others', async () => {
    const held = await heldToFix(stage);
    const { id } = await stage.routes.parcel();
    const imported = await send([
      { reference: 'L-good', sequence: 1, shipment: id },
      { reference: 'L-bad', sequence: 1, shipment: held.body.id },
      { reference: 'L-bad', sequence: 'x', shipment: '3SNONE', vehicle: 'V-2', window_from: 'noon' },
      { reference: 'L-nobody', sequence: 1, shipment: '3SNOBODY' },
      { reference: 'L-day', day: '31-02-2026', sequence: 1, shipment: '3SNO' },
    ]);
    expect(outcomesOf(imported)).toEqual([
      ['L-good', 'created'],
      ['L-bad', 'refused'],
      ['L-nobody', 'refused'],
      ['L-day', 'refused'],
    ]);
    const errorsOf = (at: number) => imported[at]?.errors.map(({ row, column, code }) => [row, column, code]);
    expect(errorsOf(1)).toEqual(
      expect.arrayContaining([
        [4, 'vehicle', 'disagrees'],
        [4, 'sequence', 'format'],
        [4, 'window_from', 'format'],
      ]),
    );
    expect(errorsOf(2)).toEqual([[5, 'shipment', 'unknown_shipment']]);
    expect(errorsOf(3)).toContainEqual([6, 'day', 'format']);
    expect(imported[2]).toMatchObject({ routeId: null, version: null });
  });

  it('reads the names of columns in Dutch, a day as Dutch spreadsheets write it, and a mark of UTF-8', async () => {
    const { id } = await stage.routes.parcel();
    const list = [
      'Route;Datum;Depot;Chauffeur;Kenteken;Begintijd;Eindtijd;Volgorde;Barcode;Stoptijd;Tijdvak van;Tijdvak tot',
      `L-nl;5-1-2026;zlv;Jelle;V-1;08:00;17:00;1;${id};2;13:30;14:30`,
      ';;;;;;;;;;;',
    ];
    const [imported] = await sendList(stage, `\uFEFF${list.join('\r\n')}\r\n`);
    expect(imported).toMatchObject({
      reference: 'L-nl',
      day: '2026-01-05',
      depot: 'ZLV',
      outcome: 'created',
    });
  });

  it.each([
    ['that is empty', '', /empty/],
    ['with a NUL', listOf([{ reference: 'L\0' }]), /NUL character/],
    ['without rows', listOf([]), /no rows/],
    ['with two columns for one thing', listOf([]).replace('vehicle', 'Bezorger'), /same: driver, Bezorger/],
    [
      'with a mistyped column',
      listOf([]).replace('window_from', 'windw_from'),
      /windw_from. Did you mean window_from/,
    ],
    ['without its columns', 'route;shipment\nL-1;3S', /no column day, depot, driver/],
  ])('refuses a list %s', async (_, list, words) => {
    const answer = await sendCsv(list);
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringMatching(words)]);
  });

  it('refuses a list that is not UTF-8, or is none at all', async () => {
    expect((await sendCsv(Buffer.from([0x52, 0xe9]))).status).toBe(400);
    expect((await sendCsv('{}', 'application/json')).status).toBe(415);
    expect((await sendCsv('', 'text/csv; charset=iso-8859-1')).status).toBe(415);
    expect((await sendCsv('', 'text/csv; charset="UTF-8"')).status).toBe(400);
  });

  it.each([
    ['rows', () => 'x\n'.repeat(150_002)],
    ['routes', () => listOf(Array.from({ length: 5_001 }, (_, nth) => ({ reference: `L-${nth}` })))],
  ])('asks to split a list of too many %s', async (what, list) => {
    const answer = await sendCsv(list());
    const words = new RegExp(`at most \\d+ ${what}; split it`);
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringMatching(words)]);
  });

  it('refuses a list that is too long', async () => {
    const answer = await sendCsv(Buffer.alloc(17 * 1024 * 1024, 'a'));
    expect(answer.status).toBe(413);
  });

  it.each(['owner', 'agent', 'supervisor', 'device@rte_x@dev_x', 'nobody'] as const)(
    'refuses the wrong person: %s',
    async (who) => {
      const before = await writtenIn(stage.database);
      const answer = await sendCsv(
        listOf([{ reference: 'L-1', sequence: 1, shipment: 'x' }]),
        'text/csv',
        who,
      );
      expect(answer.status).toBe(who === 'nobody' ? 401 : 403);
      expect(await writtenIn(stage.database)).toEqual(before);
    },
  );

  function sendCsv(
    body: string | Uint8Array<ArrayBuffer>,
    type = 'text/csv',
    who: Who = 'planner',
  ): Promise<Response> {
    const headers = { authorization: `Bearer ${who}`, 'content-type': type, 'accept-language': 'en' };
    return stage.service.ask('/v1/route-imports', { method: 'POST', headers, body });
  }
});
