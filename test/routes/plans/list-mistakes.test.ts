import { listOf, type ListRow, sendList } from '../../support/route-lists';
import { onRoutesStage } from '../../support/routes-stage';

onRoutesStage('a list of routes in which something is wrong', (stage) => {
  const send = (rows: readonly ListRow[]) => sendList(stage, listOf(rows));
  const sendText = (body: string) => {
    const headers = { authorization: 'Bearer planner', 'content-type': 'text/csv', 'accept-language': 'en' };
    return stage.service.ask('/v1/route-imports', { method: 'POST', headers, body });
  };

  it('takes 1 and 01 for one stop, and names rows and columns as the list does', async () => {
    const { id } = await stage.routes.parcel();
    const rows = [1, '01'].map((sequence) => ({ reference: 'L-01', sequence, shipment: id }));
    const [imported] = await sendList(stage, listOf(rows).replace('shipment', 'Zending'));
    const message = 'This shipment stands at row 2 already.';
    expect(imported?.errors).toEqual([{ row: 3, column: 'Zending', code: 'twice', message }]);
    const other = (await stage.routes.parcel()).id;
    const [planned] = await send(rows.map((row, nth) => (nth === 0 ? row : { ...row, shipment: other })));
    const { stops } = await stage.routes.route(String(planned?.routeId));
    expect(stops.map(({ shipmentIds }) => shipmentIds)).toEqual([[id, other].sort()]);
  });

  it('refuses a list with a quote that is never closed, by its row', async () => {
    const [header = '', ...rows] = listOf(
      ['L-q1', 'L-q2', 'L-q3'].map((reference) => ({ reference, sequence: 1, shipment: 'x' })),
    ).split('\n');
    const answer = await sendText(
      [header, ...rows.map((row, nth) => (nth === 1 ? row.replace('Jelle', '"Jelle') : row))].join('\n'),
    );
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('mark in row 3')]);
  });

  it('names a row that has more or fewer cells than the first', async () => {
    const [header = '', row = ''] = listOf([{ reference: 'L-w', sequence: 1, shipment: 'x' }]).split('\n');
    const imported = await sendList(stage, [header, `${row};more`, `${row};`, row.slice(0, -1)].join('\n'));
    expect(imported[0]?.errors).toEqual([
      expect.objectContaining({ row: 2, code: 'cells', message: 'This row has 16 cells, the first row 15.' }),
      expect.objectContaining({ row: 4, code: 'cells', message: 'This row has 14 cells, the first row 15.' }),
    ]);
  });

  it('names a parcel that stands on two routes, on both, and plans neither', async () => {
    const [shared, own] = [await stage.routes.parcel(), await stage.routes.parcel()];
    const imported = await send([
      { reference: 'L-s1', sequence: 1, shipment: shared.id },
      { reference: 'L-s2', sequence: 1, shipment: own.id },
      { reference: 'L-s2', sequence: 2, shipment: shared.id },
    ]);
    const error = { column: 'shipment', code: 'on_two_routes' };
    expect(imported.map(({ outcome, errors }) => ({ outcome, errors }))).toMatchObject([
      {
        outcome: 'refused',
        errors: [{ ...error, row: 2, message: expect.stringContaining('row 4') }],
      },
      {
        outcome: 'refused',
        errors: [{ ...error, row: 4, message: expect.stringContaining('row 2') }],
      },
    ]);
  });

  it('names fifty mistakes of a route and how many more there are, and none of what no van could hold', async () => {
    const wrong = (reference: string, rows: number) =>
      Array.from({ length: rows }, () => ({ reference, sequence: 'x', shipment: `3S${reference}` }));
    const [many, far] = await send([...wrong('L-wrong', 60), ...wrong('L-far', 1_001)]);
    expect(many?.errors).toHaveLength(51);
    expect(many?.errors.at(-1)).toMatchObject({
      code: 'more',
      message: 'And 11 more mistakes in this route.',
    });
    expect(far?.errors).toMatchObject([
      { code: 'too_many_shipments', message: expect.stringContaining('has 1001') },
    ]);
  });

  it('answers others while it refuses one route after the other', async () => {
    const rows = Array.from({ length: 1_000 }, (_, nth) => ({ reference: `L-${nth}`, sequence: 'x' }));
    const imported = send(rows).then(() => 'imported');
    const other = stage.service.ask('/v1/register').then(() => 'another');
    expect(await Promise.race([imported, other])).toBe('another');
    await imported;
  });
});
