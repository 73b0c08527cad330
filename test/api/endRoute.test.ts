import type { RouteFollower, RouteHappening } from '../../src/routes/route-follower';
import { type Operation, refusesTheWrongPerson, sendAs } from '../support/checklist';
import { isDoneOncePerKey } from '../support/checklist-of-writes';
import { writtenIn } from '../support/everything-in';
import { at } from '../support/routes-service';
import { onRoutesStage } from '../support/routes-stage';

const happened: RouteHappening[] = [];
const followRoute: RouteFollower = (_trx, route, happening) => {
  happened.push(happening);
  return Promise.resolve(route);
};

onRoutesStage(
  'POST /v1/routes/{routeId}/end',
  (stage) => {
    const ready = async () => {
      const { id } = await stage.routes.planRoute();
      return { path: `/v1/routes/${id}/end`, etag: '"v1"' };
    };
    const ending: Operation = { method: 'POST', who: 'planner', status: 200, ready };

    it('ends a route: what waits expires, what was promised and not reached is missed, and it is told', async () => {
      const parcel = await stage.routes.parcel();
      const window = { from: at('09:00'), until: at('10:00') };
      const route = await stage.routes.planRoute([], { stops: [{ shipments: [parcel.id], window }] });
      const instruction = {
        id: `ins_${route.id}`,
        route_id: route.id,
        seq: 1,
        kind: 'redirect',
        state: 'pushed',
      };
      await stage.database('instructions').insert({ ...instruction, actor: 'per_agent', pushed_at: 0 });
      happened.length = 0;
      const sent = { path: `/v1/routes/${route.id}/end`, etag: '"v1"' };
      const answer = await sendAs<{ state: string }>(stage, 'POST', 'agent', sent);
      expect([answer.status, answer.etag, answer.body.state]).toEqual([200, '"v3"', 'ended']);
      const ended = await stage.routes.route(route.id);
      expect(ended).toMatchObject({
        state: 'ended',
        instructions: [],
        stops: [{ window: { state: 'missed' } }],
      });
      expect(happened).toMatchObject([{ kind: 'ended', open: [{ id: instruction.id, state: 'expired' }] }]);
      const feed = await stage
        .database('route_changes')
        .where({ route_id: route.id })
        .orderBy('seq')
        .pluck('kind');
      expect(feed).toEqual(['planned', 'instruction_closed', 'ended']);
    });

    it('refuses one that has ended', async () => {
      const { id } = await stage.routes.planRoute();
      await stage.database('routes').where({ id }).update({ state: 'ended' });
      const answer = await sendAs(stage, 'POST', 'planner', { path: `/v1/routes/${id}/end`, etag: '"v1"' });
      expect([answer.status, answer.body.detail]).toEqual([409, expect.stringMatching(/route is ended/)]);
    });

    it('lets a parcel go by another route afterwards', async () => {
      const parcel = await stage.routes.parcel();
      const { id } = await stage.routes.planRoute([parcel]);
      await stage.database('routes').where({ id }).update({ state: 'under_way' });
      await expect(stage.routes.planRoute([parcel])).rejects.toThrow(/under_way/);
      await sendAs(stage, 'POST', 'planner', { path: `/v1/routes/${id}/end`, etag: '"v1"' });
      expect((await stage.routes.planRoute([parcel])).stops).toHaveLength(1);
    });

    it('refuses where something has happened since, and gives the ETag to go on from', async () => {
      const { path, etag } = await ready();
      const before = await writtenIn(stage.database);
      const lost = await sendAs(stage, 'POST', 'planner', { path, etag: '"v7"' });
      expect([lost.status, lost.etag]).toEqual([412, etag]);
      expect((await sendAs(stage, 'POST', 'planner', { path })).status).toBe(428);
      expect(await writtenIn(stage.database)).toEqual(before);
    });

    it('is won by one of two at once', async () => {
      const { path, etag } = await ready();
      const both = await Promise.all(
        (['agent', 'planner'] as const).map((who) => sendAs(stage, 'POST', who, { path, etag })),
      );
      expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    });

    refusesTheWrongPerson(stage, ending, {
      ...{ nobody: 401, owner: 403, stranger: 403, page: 403, tester: 403, colleague: 404 },
      'device@rte_x@dev_x': 403,
    });
    isDoneOncePerKey(stage, ending, null);
  },
  { followRoute },
);
