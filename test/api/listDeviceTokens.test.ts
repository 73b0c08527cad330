import { type Operation, refusesTheWrongPerson, sendAs } from '../support/checklist';
import { onRoutesStage } from '../support/routes-stage';

interface Listed {
  devices: { id: string; prefix: string; revokedAt: string | null; lastUsedAt: string | null }[];
}

onRoutesStage('GET /v1/routes/{routeId}/device-tokens', (stage) => {
  const ready = async () => ({ path: `/v1/routes/${(await stage.routes.planRoute()).id}/device-tokens` });
  const listing: Operation = { method: 'GET', who: 'planner', status: 200, ready };

  it('lists the devices of a route, revoked ones too, without their tokens', async () => {
    const { path } = await ready();
    const issue = async () =>
      (await sendAs<{ id: string; token: string }>(stage, 'POST', 'planner', { path })).body;
    const [first, second] = [await issue(), await issue()];
    await sendAs(stage, 'DELETE', 'planner', { path: `${path}/${first.id}` });
    const { body } = await sendAs<Listed>(stage, 'GET', 'agent', { path });
    expect(body.devices).toMatchObject([
      { id: second.id, prefix: second.token.slice(0, 19), revokedAt: null, lastUsedAt: null },
      { id: first.id, revokedAt: expect.any(String) },
    ]);
    expect(JSON.stringify(body)).not.toContain(second.token);
  });

  refusesTheWrongPerson(stage, listing, {
    ...{ nobody: 401, owner: 403, stranger: 403, page: 403, tester: 403, colleague: 404 },
    'device@rte_x@dev_x': 403,
  });
});
