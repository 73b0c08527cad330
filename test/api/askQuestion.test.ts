import { type Operation, refusesBadBodies, refusesTheWrongPerson, sendAs } from '../support/checklist';
import { isDoneOncePerKey } from '../support/checklist-of-writes';
import { planned } from '../support/kept-route';
import { onStage } from '../support/shipments-stage';

interface ShownInstruction {
  id: string;
  state: string;
  [other: string]: unknown;
}

const text = 'Kun je nog vóór 14:30 langs?';

onStage('askQuestion', (stage) => {
  const ready = async () => ({ path: `${(await planned(stage)).path}/questions`, body: { text } });
  const asking: Operation = { method: 'POST', who: 'agent', status: 201, ready };

  it('puts a question to the driver, in the feed and with its parcel', async () => {
    const { route, path } = await planned(stage);
    const [, stop] = route.stops;
    const [shipmentId] = stop!.shipmentIds;
    const sent = { path: `${path}/questions`, body: { text, shipmentId } };
    const { status, body } = await sendAs<ShownInstruction>(stage, 'POST', 'agent', sent);
    expect([status, body]).toEqual([
      201,
      {
        ...{ id: expect.stringMatching(/^ins_/), kind: 'question', state: 'pushed', text, shipmentId },
        ...{ stopId: stop!.id, answer: null, reason: null, receivedAt: null, answeredAt: null },
        pushedAt: stage.clock.now().toISOString(),
      },
    ]);
    const feed = await sendAs<{ changes: object[] }>(stage, 'GET', 'planner', {
      path: `${path}/changes?after=1`,
    });
    expect(feed.body.changes).toMatchObject([
      { seq: 2, kind: 'question_asked', text, instruction: body, stops: [] },
    ]);
    const audited: unknown = await stage.database('audit_entries').where({ subject: body.id });
    expect(audited).toMatchObject([{ actor: 'per_agent', action: 'instruction.pushed' }]);
  });

  it('asks whatever has happened on the route meanwhile, and before it has left', async () => {
    const { path } = await planned(stage);
    for (const version of [2, 3]) {
      const asked = await sendAs(stage, 'POST', 'supervisor', { path: `${path}/questions`, body: { text } });
      const feed = await sendAs<{ version: number }>(stage, 'GET', 'agent', { path: `${path}/changes` });
      expect([asked.status, feed.body.version]).toEqual([201, version]);
    }
  });

  it('asks nothing of a route that has ended', async () => {
    const { path } = await planned(stage, { state: 'ended' });
    const refused = await sendAs(stage, 'POST', 'agent', { path: `${path}/questions`, body: { text } });
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringMatching(/ended/)]);
  });

  refusesTheWrongPerson(stage, asking, {
    ...{ nobody: 401, owner: 403, page: 403, tester: 403, stranger: 403, planner: 403 },
    ...{ colleague: 404, 'device@rte_another@dev_another': 403 },
  });
  refusesBadBodies(stage, asking, [
    ['without a text', { text: undefined }, [['/text', 'required']]],
    ['with a blank one', { text: ' ' }, [['/text', 'too_small']]],
    ['with one that is no short question', { text: 'x'.repeat(141) }, [['/text', 'too_big']]],
    ['with half a character', { text: 'Kan het \ud83d' }, [['/text', 'half_character']]],
    ['about a parcel that is not there', { shipmentId: 'snd_another' }, [['/shipmentId', 'not_on_route']]],
    ['with a field that nobody knows', { txt: 'x' }, [['/txt', 'unknown_field']]],
  ]);
  isDoneOncePerKey(stage, asking, { text: 'Iets anders?' });
});
