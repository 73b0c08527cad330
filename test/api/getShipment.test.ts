import { type Operation, refusesTheWrongPerson, sendAs } from '../support/checklist';
import { heldToFix, pathOf, ready, released } from '../support/held-and-released';
import { addresses } from '../support/shipments-service';
import { onStage } from '../support/shipments-stage';

onStage('getShipment', (stage) => {
  const getting: Operation = {
    method: 'GET',
    who: 'owner',
    status: 200,
    ready: () => ready(released(stage), ''),
  };

  it('shows a shipment as it was registered, and the ETag for a change of it', async () => {
    const made = await released(stage, { promisedOn: '2026-11-26', customerReference: 'vera-2' });
    const found = await stage.service.read('owner', pathOf(made));
    expect([found.status, found.etag, found.body]).toEqual([200, '"v1"', made.body]);
    expect(JSON.stringify(found.body)).not.toContain('customer');
  });

  it.each(['owner', 'agent', 'supervisor', 'planner'] as const)('shows it to the %s', async (who) => {
    const made = await released(stage);
    expect((await stage.service.read(who, pathOf(made))).body).toEqual(made.body);
  });

  it('shows one of no depot yet to the agents of every depot', async () => {
    const made = await stage.service.order();
    for (const who of ['agent', 'colleague'] as const)
      expect((await stage.service.read(who, pathOf(made))).status).toBe(200);
  });

  it('is hidden from an agent as soon as another depot has it', async () => {
    const made = await released(stage);
    const sent = { body: { depot: 'MLH' }, etag: made.etag };
    await stage.service.patch('supervisor', pathOf(made), sent);
    const seen = await Promise.all(
      (['agent', 'colleague'] as const).map((who) => stage.service.read(who, pathOf(made))),
    );
    expect(seen.map(({ status }) => status)).toEqual([404, 200]);
  });

  it('tells in the language of whoever reads what its check found', async () => {
    const made = await heldToFix(stage, { address: addresses.mixed });
    const messages = await Promise.all(
      ['nl', 'en'].map(async (language) => {
        const sent = { path: pathOf(made), headers: { 'accept-language': language } };
        const { body } = await sendAs<typeof made.body>(stage, 'GET', 'owner', sent);
        return (body.check?.reasons[0] as { message?: string } | undefined)?.message;
      }),
    );
    expect(messages[0]).toBe((made.body.check?.reasons[0] as { message?: string } | undefined)?.message);
    expect(messages[1]).not.toBe(messages[0]);
  });

  refusesTheWrongPerson(stage, getting, {
    ...{ nobody: 401, page: 403, tester: 403 },
    ...{ stranger: 404, colleague: 404 },
  });

  it.each(['snd_01KA2J6W3Z5Y8Q7R9S0T1V2W3X', 'snd_', 'ORD-1', '%20', "'--"])(
    'finds nothing by an id that is none: %s',
    async (id) => {
      const { status, body } = await sendAs(stage, 'GET', 'owner', { path: `/v1/shipments/${id}` });
      expect([status, body.type]).toEqual([404, '/docs/problems/not-found']);
      expect(JSON.stringify(body)).not.toContain(id);
    },
  );

  it('answers for the shipment of another as for one that is not there', async () => {
    const made = await released(stage);
    const [others, none] = await Promise.all(
      [pathOf(made), '/v1/shipments/snd_none'].map((path) => sendAs(stage, 'GET', 'stranger', { path })),
    );
    expect({ ...others?.body, requestId: '' }).toEqual({ ...none?.body, requestId: '' });
  });

  it.each([
    [`/v1/shipments/${'x'.repeat(65)}`, '/shipmentId', 'too_big'],
    ['/v1/shipments/snd_1?full=yes', '/full', 'unknown_field'],
  ])('refuses what cannot be: %s', async (path, pointer, code) => {
    const { status, body } = await sendAs(stage, 'GET', 'owner', { path });
    expect([status, body.errors]).toEqual([400, [expect.objectContaining({ pointer, code })]]);
  });

  it('refuses the one sign that no database keeps', async () => {
    expect((await sendAs(stage, 'GET', 'owner', { path: '/v1/shipments/snd%00' })).status).toBe(400);
  });
});
