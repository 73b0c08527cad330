import { wordOf } from '../../src/access/token-format';
import { type Operation, refusesTheWrongPerson, sendAs } from '../support/checklist';
import { onRoutesStage } from '../support/routes-stage';

interface Issued {
  id: string;
  token: string;
  url: string;
  qr: string;
  expiresAt: string;
}

onRoutesStage('POST /v1/routes/{routeId}/device-tokens', (stage) => {
  const ready = async () => ({ path: `/v1/routes/${(await stage.routes.planRoute()).id}/device-tokens` });
  const issuing: Operation = { method: 'POST', who: 'planner', status: 201, ready };

  it('makes a token for one route, with the page and the QR code that a driver opens it by', async () => {
    const { path } = await ready();
    const { status, body } = await sendAs<Issued>(stage, 'POST', 'agent', { path });
    const routeId = path.split('/')[3] ?? '';
    expect([status, wordOf(body.token)]).toEqual([201, 'device']);
    expect(body).toMatchObject({
      id: expect.stringMatching(/^dev_/),
      url: `https://klopt.example.nl/driver#${routeId}/${body.token}`,
      qr: expect.stringMatching(/^<svg /),
      // The shift ends at five in the afternoon.
      expiresAt: '2026-01-06T04:00:00.000Z',
    });
    const kept: unknown = await stage.database('device_tokens').where({ id: body.id }).first();
    expect(JSON.stringify(kept)).not.toContain(body.token);
    const audited: unknown = await stage.database('audit_entries').where({ subject: body.id }).first();
    expect(audited).toMatchObject({ action: 'device.issued', actor: 'per_agent' });
  });

  it('lets five in, and a sixth once one is revoked or has ended', async () => {
    const { path } = await ready();
    const issue = () => sendAs<Issued & { detail?: string }>(stage, 'POST', 'planner', { path });
    const made = [];
    for (let nth = 0; nth < 5; nth += 1) made.push(await issue());
    const sixth = await issue();
    expect([sixth.status, sixth.body.detail]).toEqual([409, expect.stringMatching(/five devices already/)]);
    await sendAs(stage, 'DELETE', 'planner', { path: `${path}/${made[0]!.body.id}` });
    expect((await issue()).status).toBe(201);
    await stage.database('device_tokens').where({ id: made[1]!.body.id }).update({ expires_at: 1 });
    expect((await issue()).status).toBe(201);
  });

  it('lets five in where ten ask at once', async () => {
    const { path } = await ready();
    const all = await Promise.all(
      Array.from({ length: 10 }, () => sendAs(stage, 'POST', 'planner', { path })),
    );
    expect(all.filter(({ status }) => status === 201)).toHaveLength(5);
  });

  it('refuses a route whose shift is over for so long that the token would let nobody in', async () => {
    const { id } = await stage.routes.planRoute();
    const endsAt = stage.clock.nowMs() - 12 * 3_600_000;
    await stage.database('routes').where({ id }).update({ ends_at: endsAt });
    const answer = await sendAs(stage, 'POST', 'planner', { path: `/v1/routes/${id}/device-tokens` });
    expect([answer.status, answer.body.detail]).toEqual([409, expect.stringMatching(/shift ended/)]);
  });

  it('refuses a route that has ended', async () => {
    const { id } = await stage.routes.planRoute();
    await stage.database('routes').where({ id }).update({ state: 'ended' });
    const answer = await sendAs(stage, 'POST', 'planner', { path: `/v1/routes/${id}/device-tokens` });
    expect(answer.status).toBe(409);
  });

  refusesTheWrongPerson(stage, issuing, {
    ...{ nobody: 401, owner: 403, stranger: 403, page: 403, tester: 403, colleague: 404 },
    'device@rte_x@dev_x': 403,
  });
});
