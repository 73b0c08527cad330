import { type Operation, refusesTheWrongPerson, sendAs } from '../support/checklist';
import { heldToFix, pathOf, ready, released, scanned } from '../support/held-and-released';
import { onStage } from '../support/shipments-stage';

onStage('listEvents', (stage) => {
  const listing: Operation = {
    method: 'GET',
    who: 'owner',
    status: 200,
    ready: () => ready(released(stage), '/events'),
  };

  it('tells all that happened, in the order in which it was heard of', async () => {
    const made = await heldToFix(stage);
    const release = { body: { reason: 'Bestaat' }, etag: made.etag };
    await stage.service.write('agent', pathOf(made, '/release'), release);
    const early = stage.inSeconds(0);
    await scanned(stage, made, 'on_board', { code: 'collected', occurredAt: early }, 'returned', 'delivered');
    const { status, body } = await stage.service.read<{ events: Record<string, unknown>[] }>(
      'owner',
      pathOf(made, '/events'),
    );
    expect(status).toBe(200);
    expect(body.events.map(({ code, effect, state, by }) => [code, effect, state, by])).toEqual([
      ['registered', 'applied', 'held', 'shop'],
      ['released', 'applied', 'released', 'carrier'],
      ['on_board', 'applied', 'on_board', 'carrier'],
      ['collected', 'late', 'on_board', 'carrier'],
      ['returned', 'not_possible', 'on_board', 'carrier'],
      ['delivered', 'applied', 'delivered', 'carrier'],
    ]);
  });

  it('says on which side someone stands, and never who', async () => {
    const made = await released(stage);
    await scanned(stage, made, 'collected');
    const { body } = await stage.service.read('owner', pathOf(made, '/events'));
    expect(JSON.stringify(body)).not.toMatch(/per_|key_/);
  });

  it('tells of one shipment alone', async () => {
    const [one, two] = [await released(stage), await released(stage)];
    await scanned(stage, two, 'collected');
    const { body } = await stage.service.read('owner', pathOf(one, '/events'));
    expect(body.events).toHaveLength(1);
  });

  it.each(['owner', 'agent', 'supervisor', 'planner'] as const)('is there for the %s', async (who) => {
    const made = await released(stage);
    expect((await stage.service.read(who, pathOf(made, '/events'))).status).toBe(200);
  });

  refusesTheWrongPerson(stage, listing, {
    ...{ nobody: 401, page: 403, tester: 403 },
    ...{ stranger: 404, colleague: 404 },
  });

  it('finds nothing of a shipment that is not there, and refuses what it does not know', async () => {
    expect((await sendAs(stage, 'GET', 'owner', { path: '/v1/shipments/snd_1/events' })).status).toBe(404);
    const { status, body } = await sendAs(stage, 'GET', 'owner', {
      path: '/v1/shipments/snd_1/events?after=3',
    });
    expect([status, body.errors]).toEqual([
      400,
      [expect.objectContaining({ pointer: '/after', code: 'unknown_field' })],
    ]);
  });
});
