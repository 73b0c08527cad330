import type { RouteFollower, RouteHappening } from '../../../src/routes/route-follower';
import { aPlan, plan } from '../../support/routes-service';
import { onRoutesStage } from '../../support/routes-stage';

const happened: RouteHappening[] = [];
const followRoute: RouteFollower = (_trx, route, happening) => {
  happened.push(happening);
  return Promise.resolve(route);
};

onRoutesStage(
  'what a driver was told of a stop that is planned away',
  (stage) => {
    async function instructedRoute() {
      const route = await stage.routes.planRoute(['right', 'old']);
      const [stop, other] = [route.stops[0]!, route.stops[1]!];
      const instruction = {
        route_id: route.id,
        seq: 1,
        kind: 'redirect',
        state: 'pushed',
        actor: 'per_agent',
      };
      const about = { stop_id: stop.id, shipment_id: stop.shipmentIds[0]!, pushed_at: 0 };
      await stage.database('instructions').insert({ id: `ins_${route.id}`, ...instruction, ...about });
      happened.length = 0;
      return { route, stop, other };
    }
    const stateOf = async ({ id }: { id: string }) =>
      (await stage.database<{ id: string; state: string }>('instructions').where('id', `ins_${id}`).first())
        ?.state;

    it('expires where the route is planned without it, and is told', async () => {
      const { route, other } = await instructedRoute();
      await plan(stage.service, aPlan([{ shipments: other.shipmentIds }], { reference: route.reference }));
      expect(await stateOf(route)).toBe('expired');
      expect(happened).toMatchObject([{ kind: 'instruction', instruction: { state: 'expired' } }]);
      expect((await stage.routes.route(route.id)).version).toBe(3);
    });

    it('expires where the parcel goes by another route', async () => {
      const { route, stop } = await instructedRoute();
      await plan(stage.service, aPlan([{ shipments: stop.shipmentIds }]));
      expect([await stateOf(route), happened.length]).toEqual(['expired', 1]);
    });

    it('stands where the stop does', async () => {
      const { route, stop } = await instructedRoute();
      await plan(stage.service, aPlan([{ shipments: stop.shipmentIds }], { reference: route.reference }));
      expect([await stateOf(route), happened.length]).toEqual(['pushed', 0]);
    });
  },
  { followRoute },
);
