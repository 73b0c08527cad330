import { type Operation, refusesBadQueries, refusesTheWrongPerson, sendAs } from '../support/checklist';
import { planned } from '../support/kept-route';
import type { Who } from '../support/shipments-service';
import { onRoutesStage } from '../support/routes-stage';

interface Page {
  changes: {
    seq: number;
    kind: string;
    text: string | null;
    sequence: string[] | null;
    stops: { id: string; shipmentIds: string[] }[];
    instruction: { id: string; state: string; receivedAt: string | null } | null;
    parcels: { shipmentId: string; barcode: string; name: string; note: string | null }[];
  }[];
  version: number;
  more: boolean;
}

onRoutesStage('listRouteChanges', (stage) => {
  const ready = async () => ({ path: `${(await planned(stage)).path}/changes` });
  const operation: Operation = { method: 'GET', who: 'agent', status: 200, ready };
  const changes = async (who: Who, path: string, query = '') =>
    (await sendAs<Page>(stage, 'GET', who, { path: `${path}/changes${query}` })).body;
  const ask = async (path: string, text: string) =>
    (await sendAs<{ id: string }>(stage, 'POST', 'agent', { path: `${path}/questions`, body: { text } })).body
      .id;

  it('tells a route from its plan on, with all that a driver needs to know of its parcels', async () => {
    const shipment = await stage.routes.parcel();
    const route = await stage.routes.planRoute([shipment]);
    const device = await stage.routes.deviceOf(route);
    const { changes: all, ...page } = await changes(device, `/v1/routes/${route.id}`);
    expect(page).toEqual({ version: 1, more: false });
    expect(all).toEqual([
      {
        ...{ seq: 1, kind: 'planned', text: null, instruction: null, at: expect.any(String) },
        sequence: route.stops.map(({ id }) => id),
        stops: route.stops.map(({ sequence: _, estimatedAt: __, ...stop }) => stop),
        parcels: [{ shipmentId: shipment.id, barcode: shipment.barcode, name: 'Vera Verhuizer', note: null }],
      },
    ]);
  });

  it('tells what comes after an entry, some at a time, without a gap', async () => {
    const { path } = await planned(stage);
    for (const text of ['een?', 'twee?', 'drie?']) await ask(path, text);
    const first = await changes('agent', path, '?after=1&limit=2');
    expect([first.changes.map(({ seq, text }) => [seq, text]), first.version, first.more]).toEqual([
      [
        [2, 'een?'],
        [3, 'twee?'],
      ],
      ...[4, true],
    ]);
    const rest = await changes('agent', path, '?after=3&limit=2');
    expect([rest.changes.map(({ seq }) => seq), rest.more]).toEqual([[4], false]);
    for (const after of [4, 999_999_999])
      expect(await changes('agent', path, `?after=${after}`)).toEqual({
        changes: [],
        version: 4,
        more: false,
      });
  });

  it('tells the state that an instruction has now, in the entry that pushed it as well', async () => {
    const { path } = await planned(stage);
    const id = await ask(path, 'Lukt het?');
    await sendAs(stage, 'POST', 'agent', { path: `${path}/instructions/${id}/withdraw` });
    const { changes: told } = await changes('agent', path, '?after=1');
    expect(told.map(({ kind, instruction }) => [kind, instruction?.id, instruction?.state])).toEqual([
      ['question_asked', id, 'withdrawn'],
      ['instruction_closed', id, 'withdrawn'],
    ]);
  });

  it('notes what a device has fetched, and that it was heard of; of people it notes nothing', async () => {
    const { route, device, path } = await planned(stage);
    const [first, second] = [await ask(path, 'een?'), await ask(path, 'twee?')];
    const received = async () =>
      Object.fromEntries(
        (await changes('agent', path)).changes.flatMap(({ instruction }) =>
          instruction === null ? [] : [[instruction.id, instruction.receivedAt]],
        ),
      ) as Record<string, string | null>;
    expect(await received()).toEqual({ [first]: null, [second]: null });
    await changes(device, path, '?limit=2');
    const at = stage.clock.now().toISOString();
    expect(await received()).toEqual({ [first]: at, [second]: null });
    const row = (await stage.database('routes').where({ id: route.id }).first()) as {
      device_seen_at: number;
    };
    expect(new Date(row.device_seen_at).toISOString()).toBe(at);
    await changes(device, path, '?after=2');
    const then = stage.clock.now().toISOString();
    await changes(device, path, '?after=3');
    expect(await received()).toEqual({ [first]: at, [second]: then });
  });

  refusesTheWrongPerson(stage, operation, {
    ...{ nobody: 401, owner: 403, page: 403, tester: 403, stranger: 403 },
    ...{ colleague: 404, 'device@rte_another@dev_another': 404 },
  });

  it.each(['planner', 'supervisor'] as const)('is there for the %s as well', async (who) => {
    expect((await sendAs(stage, 'GET', who, await ready())).status).toBe(200);
  });

  it('is of no route that there is not', async () => {
    const path = '/v1/routes/rte_none/changes';
    expect((await sendAs(stage, 'GET', 'supervisor', { path })).status).toBe(404);
  });

  refusesBadQueries(stage, operation, [
    ['?after=-1', [['/after', 'format']]],
    ['?after=latest', [['/after', 'format']]],
    ['?after=', [['/after', 'format']]],
    ['?after=1.5', [['/after', 'format']]],
    ['?limit=0', [['/limit', 'too_small']]],
    ['?limit=501', [['/limit', 'too_big']]],
    [
      '?aftr=1&limit=x',
      [
        ['/aftr', 'unknown_field'],
        ['/limit', 'type'],
      ],
    ],
  ]);
});
