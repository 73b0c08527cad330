import { randomUUID } from 'node:crypto';
import { transaction } from '../../src/database/transaction';
import { pushInstruction } from '../../src/routes/instructions/write-instruction';
import { type Operation, refusesTheWrongPerson, sendAs } from '../support/checklist';
import { planned } from '../support/kept-route';
import { onStage } from '../support/shipments-stage';

interface ShownInstruction {
  id: string;
  state: string;
}

onStage('withdrawQuestion', (stage) => {
  const asked = async () => {
    const made = await planned(stage);
    const sent = { path: `${made.path}/questions`, body: { text: 'Lukt het?' } };
    const { body } = await sendAs<ShownInstruction>(stage, 'POST', 'agent', sent);
    return { ...made, id: body.id, withdrawal: `${made.path}/instructions/${body.id}/withdraw` };
  };
  const withdrawing: Operation = {
    ...{ method: 'POST', who: 'agent', status: 200 },
    ready: async () => ({ path: (await asked()).withdrawal }),
  };

  it('takes a question back that was not answered, and tells the device', async () => {
    const { path, id, withdrawal } = await asked();
    const { status, body } = await sendAs<ShownInstruction>(stage, 'POST', 'agent', { path: withdrawal });
    expect([status, body.id, body.state]).toEqual([200, id, 'withdrawn']);
    const feed = await sendAs<{ changes: object[] }>(stage, 'GET', 'agent', {
      path: `${path}/changes?after=2`,
    });
    expect(feed.body.changes).toMatchObject([
      { kind: 'instruction_closed', instruction: { id, state: 'withdrawn' } },
    ]);
  });

  it('is done once by its key, and a second time by another is refused', async () => {
    const { withdrawal } = await asked();
    const headers = { 'idempotency-key': randomUUID() };
    const first = await sendAs(stage, 'POST', 'agent', { path: withdrawal, headers });
    const again = await sendAs(stage, 'POST', 'agent', { path: withdrawal, headers });
    expect([again.status, again.body, again.headers.get('idempotent-replayed')]).toEqual([
      200,
      first.body,
      'true',
    ]);
    const other = await sendAs(stage, 'POST', 'agent', { path: withdrawal });
    expect([other.status, other.body.detail]).toEqual([409, expect.stringMatching(/withdrawn/)]);
  });

  it('takes nothing back that was answered', async () => {
    const { device, path, id, withdrawal } = await asked();
    const event = {
      deviceSeq: 1,
      kind: 'answered',
      occurredAt: stage.inSeconds(0),
      instructionId: id,
      answer: 'no',
    };
    await sendAs(stage, 'POST', device, { path: `${path}/device-events`, body: { events: [event] } });
    const refused = await sendAs(stage, 'POST', 'agent', { path: withdrawal });
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringMatching(/acknowledged/)]);
  });

  it('leaves what a correction told the driver to the correction', async () => {
    const { route, path } = await planned(stage);
    const draft = {
      kind: 'redirect',
      shipmentId: null,
      correctionId: null,
      stopId: null,
      text: null,
      before: null,
    } as const;
    const { instruction } = await transaction(stage.database, (trx) =>
      pushInstruction(
        trx,
        { before: route, after: route },
        { ...draft, actor: 'per_agent' },
        stage.clock.nowMs(),
      ),
    );
    const refused = await sendAs(stage, 'POST', 'agent', {
      path: `${path}/instructions/${instruction.id}/withdraw`,
    });
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringMatching(/correction/)]);
  });

  it('finds none on another route', async () => {
    const [{ id }, { path }] = [await asked(), await planned(stage)];
    const lost = await sendAs(stage, 'POST', 'agent', { path: `${path}/instructions/${id}/withdraw` });
    expect(lost.status).toBe(404);
  });

  refusesTheWrongPerson(stage, withdrawing, {
    ...{ nobody: 401, owner: 403, page: 403, tester: 403, stranger: 403, planner: 403 },
    ...{ colleague: 404, 'device@rte_another@dev_another': 403 },
  });
});
