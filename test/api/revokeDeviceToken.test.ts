import { type Operation, refusesTheWrongPerson, sendAs } from '../support/checklist';
import { onRoutesStage } from '../support/routes-stage';

onRoutesStage('DELETE /v1/routes/{routeId}/device-tokens/{deviceId}', (stage) => {
  const issued = async () => {
    const { id } = await stage.routes.planRoute();
    const device = await stage.routes.deviceOf({ id });
    return { routeId: id, deviceId: device.split('@')[2] ?? '' };
  };
  const ready = async () => {
    const { routeId, deviceId } = await issued();
    return { path: `/v1/routes/${routeId}/device-tokens/${deviceId}` };
  };
  const revoking: Operation = { method: 'DELETE', who: 'planner', status: 204, ready };
  const audited = (id: string) =>
    stage.database('audit_entries').where({ subject: id, action: 'device.revoked' }).pluck('actor');

  it('revokes a device, once', async () => {
    const { path } = await ready();
    const id = path.split('/').at(-1) ?? '';
    expect((await sendAs(stage, 'DELETE', 'agent', { path })).status).toBe(204);
    expect((await sendAs(stage, 'DELETE', 'planner', { path })).status).toBe(204);
    expect(await audited(id)).toEqual(['per_agent']);
  });

  it('knows no device of another route', async () => {
    const [one, other] = [await issued(), await issued()];
    const path = `/v1/routes/${one.routeId}/device-tokens/${other.deviceId}`;
    expect((await sendAs(stage, 'DELETE', 'planner', { path })).status).toBe(404);
    expect(await audited(other.deviceId)).toEqual([]);
  });

  refusesTheWrongPerson(stage, revoking, {
    ...{ nobody: 401, owner: 403, stranger: 403, page: 403, tester: 403, colleague: 404 },
    'device@rte_x@dev_x': 403,
  });
});
