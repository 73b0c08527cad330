import { type Operation, refusesBadBodies, refusesTheWrongPerson, sendAs } from '../support/checklist';
import { isDoneOncePerKey, isRefusedOnAnotherVersion } from '../support/checklist-of-writes';
import { heldToFix, pathOf, ready, released, scanned } from '../support/held-and-released';
import { onStage } from '../support/shipments-stage';

const reason = 'Klant belt: verhuisd';

onStage('holdShipment', (stage) => {
  const holding: Operation = {
    method: 'POST',
    who: 'agent',
    status: 200,
    ready: () => ready(released(stage), '/hold', { reason }),
  };

  it('holds a shipment, and keeps why and who', async () => {
    const made = await released(stage);
    const sent = { body: { reason }, etag: made.etag };
    const { status, body, etag } = await stage.service.write('agent', pathOf(made, '/hold'), sent);
    const now = stage.clock.now().toISOString();
    expect([status, etag]).toEqual([200, '"v2"']);
    expect(body).toEqual({
      ...made.body,
      ...{ version: 2, state: 'held', stateAt: now, updatedAt: now },
      hold: { reason: 'agent', note: reason },
    });
    const events = await stage.service.read('owner', pathOf(made, '/events'));
    expect(events.body.events).toMatchObject([
      { code: 'registered' },
      { code: 'held', reason, state: 'held', by: 'carrier', effect: 'applied' },
    ]);
    const audited: unknown = await stage
      .database('audit_entries')
      .where({ subject: made.body.id, action: 'shipment.held' });
    expect(audited).toMatchObject([
      { actor: 'per_agent', details: JSON.stringify({ from: 'released', to: 'held', version: 2 }) },
    ]);
  });

  it.each([
    ['on its way', ['in_transit']],
    ['at the depot', ['at_depot']],
    ['not delivered', ['on_board', { code: 'delivery_failed', reason: 'not_at_home' }]],
  ])('holds one that is %s', async (_, scans) => {
    const { etag, body } = await scanned(stage, await released(stage), ...scans);
    const sent = { path: `/v1/shipments/${body.id}/hold`, body: { reason }, etag };
    expect((await sendAs(stage, 'POST', 'supervisor', sent)).status).toBe(200);
  });

  it.each([
    ['with a driver', ['on_board'], /on board/],
    ['delivered', ['on_board', 'delivered'], /delivered/],
    ['lost', ['lost'], /lost/],
  ])('refuses one that is %s', async (_, scans, words) => {
    const { etag, body } = await scanned(stage, await released(stage), ...scans);
    const sent = { path: `/v1/shipments/${body.id}/hold`, body: { reason }, etag };
    const refused = await sendAs(stage, 'POST', 'agent', sent);
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringMatching(words)]);
  });

  it('refuses one that is held already: its reason stays', async () => {
    const made = await heldToFix(stage);
    const sent = { path: pathOf(made, '/hold'), body: { reason }, etag: made.etag };
    const refused = await sendAs(stage, 'POST', 'agent', { ...sent, headers: { 'accept-language': 'nl' } });
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringMatching(/vastgehouden/)]);
    expect((await stage.service.read('agent', pathOf(made))).body).toEqual(made.body);
  });

  refusesTheWrongPerson(stage, holding, {
    ...{ nobody: 401, page: 403, tester: 403, owner: 403, stranger: 403, planner: 403 },
    colleague: 404,
  });

  refusesBadBodies(stage, holding, [
    ['without a reason', { reason: undefined }, [['/reason', 'required']]],
    ['with a blank reason', { reason: '  ' }, [['/reason', 'too_small']]],
    ['with a reason that is too long', { reason: 'x'.repeat(501) }, [['/reason', 'too_big']]],
    ['of another type', { reason: ['moved'] }, [['/reason', 'type']]],
    ['with a field that nobody knows', { note: 'x' }, [['/note', 'unknown_field']]],
  ]);

  isRefusedOnAnotherVersion(stage, holding);
  isDoneOncePerKey(stage, holding, { reason: 'Iets anders' });
});
