import { type Operation, refusesBadQueries, refusesTheWrongPerson } from '../support/checklist';
import type { ShownRoute } from '../support/routes-service';
import { onRoutesStage } from '../support/routes-stage';
import type { Who } from '../support/shipments-service';

interface Page {
  routes: ShownRoute[];
  nextCursor: string | null;
}

onRoutesStage('GET /v1/routes', (stage) => {
  const ready = () => Promise.resolve({ path: '/v1/routes' });
  const listing: Operation = { method: 'GET', who: 'planner', status: 200, ready };
  const list = async (query: string, who: Who = 'planner') =>
    (await stage.service.read<Page>(who, `/v1/routes${query}`)).body;

  it('lists routes by day, depot and state, as far as they are', async () => {
    const day = {
      day: '2026-02-02',
      startsAt: '2026-02-02T08:00:00+01:00',
      endsAt: '2026-02-02T17:00:00+01:00',
    };
    const [one, two] = [
      await stage.routes.planRoute(['right', 'old'], day),
      await stage.routes.planRoute(['right'], day),
    ];
    await stage.database('stops').where({ id: one.stops[0]?.id }).update({ state: 'completed' });
    await stage.database('routes').where({ id: one.id }).update({ state: 'under_way' });
    const { routes, nextCursor } = await list('?day=2026-02-02&depot=zlv');
    expect([routes.map(({ id }) => id), nextCursor]).toEqual([[one.id, two.id], null]);
    expect(routes[0]).toMatchObject({
      state: 'under_way',
      stopsDone: 1,
      stopsToDo: 1,
      version: 1,
      driver: 'Jelle',
    });
    expect(routes[0]).not.toHaveProperty('stops');
    expect((await list('?day=2026-02-02&state=planned')).routes).toMatchObject([{ id: two.id }]);
  });

  it('lists them a page at a time', async () => {
    const day = {
      day: '2026-03-02',
      startsAt: '2026-03-02T08:00:00+01:00',
      endsAt: '2026-03-02T17:00:00+01:00',
    };
    const made = [];
    for (let nth = 0; nth < 3; nth += 1) made.push(await stage.routes.planRoute(['right'], day));
    const first = await list('?day=2026-03-02&limit=2');
    const rest = await list(`?day=2026-03-02&limit=2&cursor=${String(first.nextCursor)}`);
    expect([...first.routes, ...rest.routes].map(({ id }) => id)).toEqual(made.map(({ id }) => id));
    expect([first.routes.length, rest.nextCursor]).toEqual([2, null]);
  });

  it("shows someone of a depot that depot's only, whatever is asked for", async () => {
    const mine = await stage.routes.planRoute();
    const seen = await Promise.all(
      (['agent', 'colleague', 'supervisor'] as const).map(async (who) =>
        (await list('?limit=100', who)).routes.some(({ id }) => id === mine.id),
      ),
    );
    expect(seen).toEqual([true, false, true]);
    expect((await list('?depot=ZLV', 'colleague')).routes).toEqual([]);
  });

  refusesTheWrongPerson(stage, listing, {
    ...{ nobody: 401, owner: 403, stranger: 403, page: 403, tester: 403, 'device@rte_x@dev_x': 403 },
  });
  refusesBadQueries(stage, listing, [
    ['?day=vandaag', [['/day', 'format']]],
    ['?state=gone', [['/state', 'not_allowed']]],
    ['?limit=0', [['/limit', 'too_small']]],
    ['?cursor=1', [['/cursor', 'format']]],
    ['?driver=Jelle', [['/driver', 'unknown_field']]],
  ]);
});
