import { type Operation, refusesBadBodies, refusesTheWrongPerson, sendAs } from '../support/checklist';
import { isDoneOncePerKey } from '../support/checklist-of-writes';
import { heldToConfirm, heldToFix, pathOf, released } from '../support/held-and-released';
import { onStage } from '../support/shipments-stage';

const path = '/v1/shipment-releases';
const reason = 'Nieuwe straat, bestaat';

onStage('releaseShipments', (stage) => {
  const releasing: Operation = {
    method: 'POST',
    who: 'supervisor',
    status: 200,
    ready: async () => ({ path, body: { shipmentIds: [(await heldToFix(stage)).body.id], reason } }),
  };
  const release = async (shipmentIds: readonly string[]) => {
    const sent = { path, body: { shipmentIds, reason } };
    return sendAs<{ outcomes: object[] }>(stage, 'POST', 'supervisor', sent);
  };

  it('releases each for itself: one that cannot be keeps none of the others', async () => {
    const fix = await heldToFix(stage);
    const going = await released(stage);
    const incomplete = await released(stage, { address: { city: 'Zilverwaard' } });
    const elsewhere = await heldToConfirm(stage, { depot: 'MLH' });
    const all = [fix, going, incomplete, elsewhere].map(({ body }) => body.id);
    const { status, body } = await release([...all, 'snd_none']);
    const [first, second, third, fourth] = all;
    expect([status, body.outcomes]).toEqual([
      200,
      [
        { shipmentId: first, outcome: 'released' },
        { shipmentId: second, outcome: 'not_possible' },
        { shipmentId: third, outcome: 'not_possible' },
        { shipmentId: fourth, outcome: 'released' },
        { shipmentId: 'snd_none', outcome: 'not_found' },
      ],
    ]);
    const now = await Promise.all(
      [fix, going, incomplete, elsewhere].map((one) => stage.service.read('owner', pathOf(one))),
    );
    expect(now.map((one) => [one.body.state, one.body.version])).toEqual([
      ['released', 2],
      ['released', 1],
      ['held', 1],
      ['released', 2],
    ]);
  });

  it('keeps with each why and who, as for one alone', async () => {
    const made = await heldToFix(stage);
    await release([made.body.id]);
    const { body } = await stage.service.read('owner', pathOf(made, '/events'));
    expect((body.events as unknown[]).at(-1)).toMatchObject({ code: 'released', by: 'carrier', reason });
    const audited: unknown = await stage
      .database('audit_entries')
      .where({ subject: made.body.id, action: 'shipment.released' });
    expect(audited).toMatchObject([{ actor: 'per_supervisor' }]);
  });

  it('releases one that is named twice once, in the order in which they were named', async () => {
    const [one, two] = [(await heldToFix(stage)).body.id, (await heldToConfirm(stage)).body.id];
    const { body } = await release([two, one, two]);
    expect(body.outcomes).toEqual([
      { shipmentId: two, outcome: 'released' },
      { shipmentId: one, outcome: 'released' },
    ]);
  });

  it('takes many at once', async () => {
    const made = await Promise.all(Array.from({ length: 60 }, () => heldToConfirm(stage)));
    const { status, body } = await release(made.map((one) => one.body.id));
    expect([status, body.outcomes.length]).toEqual([200, 60]);
    expect(body.outcomes).toEqual(made.map((one) => ({ shipmentId: one.body.id, outcome: 'released' })));
  });

  refusesTheWrongPerson(stage, releasing, {
    ...{ nobody: 401, page: 403, tester: 403, owner: 403, stranger: 403 },
    ...{ agent: 403, colleague: 403, planner: 403 },
  });

  refusesBadBodies(stage, releasing, [
    [
      'without anything',
      { shipmentIds: undefined, reason: undefined },
      [
        ['/shipmentIds', 'required'],
        ['/reason', 'required'],
      ],
    ],
    [
      'of none, for no reason',
      { shipmentIds: [], reason: '' },
      [
        ['/shipmentIds', 'too_small'],
        ['/reason', 'too_small'],
      ],
    ],
    ['of more than it can do', { shipmentIds: Array(501).fill('snd_1') }, [['/shipmentIds', 'too_big']]],
    [
      'with everything wrong at once',
      { shipmentIds: ['x'.repeat(65), 7], reason: 'x'.repeat(501), all: true },
      [
        ['/shipmentIds/0', 'too_big'],
        ['/shipmentIds/1', 'type'],
        ['/reason', 'too_big'],
        ['/all', 'unknown_field'],
      ],
    ],
    ['of another type', { shipmentIds: 'snd_1' }, [['/shipmentIds', 'type']]],
  ]);

  isDoneOncePerKey(stage, releasing, { reason: 'Iets anders' });
});
