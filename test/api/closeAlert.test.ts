import { randomUUID } from 'node:crypto';
import { type Operation, refusesTheWrongPerson, sendAs } from '../support/checklist';
import { alertsOf, raised, type ShownAlert } from '../support/raised-alerts';
import { onStage } from '../support/shipments-stage';

onStage('closeAlert', (stage) => {
  const open = async () => {
    const subject = await raised(stage);
    const { id } = (await alertsOf(stage, 'agent')).find((alert) => alert.subject === subject)!;
    return { subject, id, path: `/v1/alerts/${id}/close` };
  };
  const closing: Operation = {
    ...{ method: 'POST', who: 'agent', status: 200 },
    ready: async () => ({ path: (await open()).path }),
  };
  const close = (path: string, headers = {}) => sendAs<ShownAlert>(stage, 'POST', 'agent', { path, headers });

  it('closes what was looked at, and keeps who did', async () => {
    const { id, path, subject } = await open();
    const { status, body } = await close(path);
    expect([status, body.id, body.closedAt]).toEqual([200, id, stage.clock.now().toISOString()]);
    expect((await alertsOf(stage, 'agent')).map((alert) => alert.subject)).not.toContain(subject);
    const audited: unknown = await stage.database('audit_entries').where({ subject: id });
    expect(audited).toMatchObject([{ actor: 'per_agent', action: 'alert.closed' }]);
  });

  it('leaves one that is closed as it is', async () => {
    const { path } = await open();
    const [first, second] = [await close(path), await close(path)];
    expect([second.status, second.body]).toEqual([200, first.body]);
  });

  it('is done once by its key', async () => {
    const { path } = await open();
    const headers = { 'idempotency-key': randomUUID() };
    const [first, again] = [await close(path, headers), await close(path, headers)];
    expect([again.body, again.headers.get('idempotent-replayed')]).toEqual([first.body, 'true']);
    const other = await close((await open()).path, headers);
    expect(other.status).toBe(422);
  });

  it('wants a key', async () => {
    const refused = await close((await open()).path, { 'idempotency-key': undefined });
    expect(refused.status).toBe(400);
  });

  it('finds none that there is not', async () => {
    expect((await close('/v1/alerts/alt_none/close')).status).toBe(404);
  });

  refusesTheWrongPerson(stage, closing, {
    ...{ nobody: 401, owner: 403, page: 403, tester: 403, stranger: 403, planner: 403 },
    ...{ colleague: 404, 'device@rte_another@dev_another': 403 },
  });
});
