import fc from 'fast-check';
import { IN_EFFECT, TRANSITIONS, type CorrectionState } from '../../src/corrections/states';
import { anyCorrectionsHistory } from '../support/any-corrections-history';
import { CorrectionsModel } from '../support/corrections-model';
import { addressNameOf, CorrectionsWorld, type Kept } from '../support/corrections-world';
import { onEveryDatabase } from '../support/databases';

const isOver = ({ state }: { state: string }) => TRANSITIONS[state as CorrectionState].length === 0;

/** What must hold of a shipment and its corrections whatever happened. */
function holds({ shipment, address, corrections, events, audit }: Kept): void {
  const inEffect = corrections.filter(({ state }) => IN_EFFECT.includes(state as CorrectionState));
  expect(inEffect.length).toBeLessThanOrEqual(1);
  for (const one of inEffect) expect(addressNameOf(one)).toBe(address);
  const applied = events.filter(({ effect }) => effect === 'applied');
  expect(applied).toHaveLength(shipment.version);
  const afterHeld = applied.filter((_, index) => applied[index - 1]?.state === 'held');
  expect(afterHeld.map(({ state }) => state)).not.toContain('on_board');
  for (const correction of corrections) wasWrittenDown(correction, audit);
}

/** Each of its changes has its place in the audit log, one that there is. */
function wasWrittenDown({ id, version, state }: Kept['corrections'][number], audit: Kept['audit']): void {
  const steps = audit.filter(({ subject }) => subject === id).map(toStep);
  steps.sort((a, b) => a.version - b.version);
  expect(steps.map((step) => step.version)).toEqual(Array.from({ length: version }, (_, at) => at + 1));
  expect([steps[0]?.state, steps.at(-1)?.state]).toEqual(['proposed', state]);
  for (const [index, step] of steps.slice(1).entries())
    expect(TRANSITIONS[steps[index]!.state]).toContain(step.state);
}

function toStep({ action, details }: Kept['audit'][number]) {
  const { version } = JSON.parse(details) as { version: number };
  return { version, state: action.replace('correction.', '') as CorrectionState };
}

onEveryDatabase('any history of a shipment and its corrections', (databases) => {
  it('is as a simple model tells it, and everything in it is kept track of', async () => {
    const world = await CorrectionsWorld.open(await databases.open());
    await fc.assert(
      fc.asyncProperty(anyCorrectionsHistory, async ({ ordered, commands }) => {
        const model = new CorrectionsModel(ordered);
        const id = await world.order(ordered);
        let before = await world.kept(id);
        for (const command of commands) {
          expect([command, await world.run(id, command)]).toEqual([command, model.run(command)]);
          const kept = await world.kept(id);
          const { shipment, address, corrections } = kept;
          expect([shipment.state, address]).toEqual([model.shipment.state, model.shipment.address]);
          expect(corrections.map(({ state }) => state)).toEqual(model.corrections.map(({ state }) => state));
          expect(corrections.map(addressNameOf)).toEqual(model.corrections.map((one) => one.address));
          holds(kept);
          for (const over of before.corrections.filter(isOver)) expect(corrections).toContainEqual(over);
          before = kept;
        }
      }),
      { numRuns: databases.kind === 'sqlite' ? 60 : 12 },
    );
  });
});
