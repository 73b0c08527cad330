import { type Operation, refusesBadBodies, refusesTheWrongPerson, sendAs } from '../support/checklist';
import { isDoneOncePerKey, isRefusedOnAnotherVersion } from '../support/checklist-of-writes';
import { heldToFix, pathOf, ready, released, scanned } from '../support/held-and-released';
import { addresses } from '../support/shipments-service';
import { onStage } from '../support/shipments-stage';

const reason = 'Bestelling geannuleerd';

onStage('cancelShipment', (stage) => {
  const cancelling: Operation = {
    method: 'POST',
    who: 'owner',
    status: 200,
    ready: () => ready(released(stage), '/cancel', { reason }),
  };

  it.each([
    ['released', released, 'owner'],
    ['held', heldToFix, 'agent'],
  ] as const)('cancels one that is %s', async (_, make, who) => {
    const made = await make(stage);
    const sent = { body: { reason }, etag: made.etag };
    const { status, body } = await stage.service.write(who, pathOf(made, '/cancel'), sent);
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'cancelled', hold: null, version: 2 });
    const events = await stage.service.read('owner', pathOf(made, '/events'));
    expect((events.body.events as unknown[]).at(-1)).toMatchObject({ code: 'cancelled', reason });
  });

  it('needs no reason', async () => {
    const made = await released(stage);
    const sent = { body: {}, etag: made.etag };
    expect((await stage.service.write('owner', pathOf(made, '/cancel'), sent)).status).toBe(200);
  });

  it('frees the customer of corrections that were still to be decided', async () => {
    const made = await heldToFix(stage);
    const proposal = { body: { address: addresses.mixedAgain }, etag: made.etag };
    const path = pathOf(made, '/corrections');
    expect((await stage.service.write('owner', path, proposal)).body.state).toBe('blocked');
    await stage.service.write('owner', pathOf(made, '/cancel'), { body: {}, etag: made.etag });
    const { body } = await stage.service.read('owner', path);
    expect(body.corrections).toMatchObject([{ state: 'expired' }]);
  });

  it.each([
    ['that has left', ['in_transit'], /in transit/],
    ['that is with a driver', ['on_board'], /on board/],
    ['that was delivered', ['on_board', 'delivered'], /delivered/],
  ])('refuses one %s', async (_, scans, words) => {
    const { etag, body } = await scanned(stage, await released(stage), ...scans);
    const sent = { path: `/v1/shipments/${body.id}/cancel`, body: {}, etag };
    const refused = await sendAs(stage, 'POST', 'owner', sent);
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringMatching(words)]);
  });

  it('refuses one that has left, also where it is held and released again since', async () => {
    const made = await scanned(stage, await released(stage), 'at_depot');
    let { etag } = made;
    for (const decision of ['/hold', '/release']) {
      ({ etag } = await stage.service.write('agent', pathOf(made, decision), { body: { reason }, etag }));
      for (const who of ['owner', 'agent'] as const) {
        const sent = { path: pathOf(made, '/cancel'), body: {}, etag };
        const refused = await sendAs(stage, 'POST', who, sent);
        const words = expect.stringMatching(/back to its sender/);
        expect([refused.status, refused.body.detail]).toEqual([409, words]);
      }
    }
  });

  it('is final: nothing can be done with it any more', async () => {
    const made = await released(stage);
    const { etag } = await stage.service.write('owner', pathOf(made, '/cancel'), {
      body: {},
      etag: made.etag,
    });
    for (const [of, who, body] of [
      ['/cancel', 'owner', {}],
      ['/hold', 'agent', { reason }],
      ['/release', 'agent', { reason }],
    ] as const)
      expect((await sendAs(stage, 'POST', who, { path: pathOf(made, of), body, etag })).status).toBe(409);
  });

  refusesTheWrongPerson(stage, cancelling, {
    ...{ nobody: 401, page: 403, tester: 403, planner: 403 },
    ...{ stranger: 404, colleague: 404 },
  });

  refusesBadBodies(stage, cancelling, [
    ['with a blank reason', { reason: '' }, [['/reason', 'too_small']]],
    ['with half a character', { reason: 'Geannuleerd \ud83d' }, [['/reason', 'half_character']]],
    ['with a reason that is too long', { reason: 'x'.repeat(501) }, [['/reason', 'too_big']]],
    [
      'with everything wrong at once',
      { reason: 1, why: 'x' },
      [
        ['/reason', 'type'],
        ['/why', 'unknown_field'],
      ],
    ],
  ]);

  isRefusedOnAnotherVersion(stage, cancelling);
  isDoneOncePerKey(stage, cancelling, { reason: 'Iets anders' });
});
