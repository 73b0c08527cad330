import fc from 'fast-check';
import type { DeviceAction, DeviceEvent } from '../../../src/routes/driver/contract';
import * as outbox from '../../../src/routes/driver/outbox';

const START_MS = Date.parse('2026-11-27T09:00:00Z');
const action = (number: number): DeviceAction => ({ kind: 'completed', stopId: `stp_${number}` });

/** What can happen to an outbox. */
type Step =
  | { kind: 'done' | 'held' | 'undone' | 'released' | 'position' }
  | { kind: 'sent' | 'answered'; isLost: boolean }
  | { kind: 'waited'; ms: number };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('done', 'held', 'undone', 'released', 'position') }),
  fc.record({ kind: fc.constantFrom('sent', 'answered'), isLost: fc.boolean() }),
  fc.record({ kind: fc.constant('waited'), ms: fc.integer({ min: -5_000, max: 60_000 }) }),
);

/** A device and a service, with a network between them that loses requests and answers. */
class World {
  box = outbox.emptyOutbox;
  nowMs = START_MS;
  /** What must arrive, in order. */
  wanted: DeviceAction[] = [];
  received: DeviceEvent[] = [];
  /** What was sent last, until its answer has come or is given up. */
  #onItsWay: readonly DeviceEvent[] = [];
  #count = 0;

  step(step: Step): void {
    if (step.kind === 'waited') this.nowMs += step.ms;
    else if (step.kind === 'sent') this.#send(step.isLost);
    else if (step.kind === 'answered') this.#answer(step.isLost);
    else this.#act(step.kind);
  }

  /** Nothing is lost any more. */
  finish(): void {
    this.#act('released');
    this.#send(false);
    this.#answer(false);
  }

  #send(isLost: boolean): void {
    this.#onItsWay = isLost ? [] : outbox.batchOf(this.box);
    this.received.push(...this.#onItsWay);
  }

  #answer(isLost: boolean): void {
    const outcomes = this.#onItsWay.map(({ deviceSeq }) => ({ deviceSeq, effect: 'applied' }));
    this.#onItsWay = [];
    if (!isLost) this.box = outbox.withOutcomes(this.box, { outcomes, version: 7 });
  }

  #act(kind: 'done' | 'held' | 'undone' | 'released' | 'position'): void {
    if (kind === 'position') this.box = outbox.withPosition(this.box, { lat: 52, lon: 5 }, this.nowMs);
    else if (kind === 'undone') this.#undo();
    else if (kind === 'released') this.box = outbox.withRelease(this.box);
    else this.#do(kind);
  }

  #do(kind: 'done' | 'held'): void {
    const next = action((this.#count += 1));
    this.wanted.push(next);
    const does = kind === 'done' ? outbox.withAction : outbox.withHeld;
    this.box = does(this.box, next, this.nowMs);
  }

  #undo(): void {
    if (this.box.held !== null) this.wanted.pop();
    this.box = outbox.withUndo(this.box);
  }
}

const stopsOf = (actions: readonly DeviceAction[]) =>
  actions.flatMap((one) => ('stopId' in one ? one.stopId : []));

describe('the outbox of what a driver did', () => {
  it('sends each at least once and in order, and forgets only what was answered', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 60, size: 'max' }), (steps) => {
        const world = new World();
        for (const step of steps) {
          world.step(step);
          const received = new Set(stopsOf(world.received));
          const kept = new Set(stopsOf(outbox.unknownTo(world.box)));
          for (const id of stopsOf(world.wanted)) expect(received.has(id) || kept.has(id)).toBe(true);
        }
        world.finish();
        expect([...new Set(stopsOf(world.received))]).toEqual(stopsOf(world.wanted));
        expect(world.box.waiting).toEqual([]);
      }),
    );
  });

  it('counts upwards, whatever the clock does, and never the same for two', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 60, size: 'max' }), (steps) => {
        const world = new World();
        steps.forEach((step) => world.step(step));
        const counts = world.box.waiting.map(({ deviceSeq }) => deviceSeq);
        expect([...new Set(counts)].sort((a, b) => a - b)).toEqual(counts);
        for (const count of counts) expect(count).toBeLessThan(2 ** 31);
      }),
    );
  });

  it('counts on from the time of day where it has lost its memory', () => {
    const before = outbox.withAction(outbox.emptyOutbox, action(1), START_MS);
    const after = outbox.withAction(outbox.emptyOutbox, action(2), START_MS + 1_000);
    expect(after.lastSeq).toBeGreaterThan(before.lastSeq);
  });

  it('holds what can be undone for five seconds, and not longer where the clock was set back', () => {
    const held = outbox.withHeld(outbox.emptyOutbox, action(1), START_MS);
    expect(outbox.batchOf(held)).toEqual([]);
    expect(outbox.releaseInMs(held, START_MS + 2_000)).toBe(3_000);
    expect(outbox.releaseInMs(held, START_MS + 9_000)).toBe(0);
    expect(outbox.releaseInMs(held, START_MS - 99_000)).toBe(5_000);
    expect(outbox.releaseInMs(outbox.withUndo(held), START_MS)).toBeNull();
  });

  it('lets go of what was held when something else is done, but not for a position', () => {
    const held = outbox.withHeld(outbox.emptyOutbox, action(1), START_MS);
    expect(stopsOf(outbox.withAction(held, action(2), START_MS).waiting)).toEqual(['stp_1', 'stp_2']);
    expect(outbox.withPosition(held, { lat: 52, lon: 5 }, START_MS).held).toEqual(held.held);
  });

  it('keeps one position, the last, and does not count it as something the driver did', () => {
    const first = outbox.withPosition(outbox.emptyOutbox, { lat: 52, lon: 5 }, START_MS);
    const second = outbox.withPosition(first, { lat: 53, lon: 5 }, START_MS);
    expect(second.waiting).toMatchObject([{ kind: 'position', place: { lat: 53 } }]);
    expect(outbox.unsentCount(outbox.withAction(second, action(1), START_MS))).toBe(1);
  });

  it('shows what was answered until the copy has it, and nothing of what came to nothing', () => {
    const two = [1, 2].reduce((box, n) => outbox.withAction(box, action(n), START_MS), outbox.emptyOutbox);
    const [one, other] = two.waiting.map(({ deviceSeq }) => deviceSeq) as [number, number];
    const outcomes = [
      { deviceSeq: one, effect: 'applied' },
      { deviceSeq: other, effect: 'not_possible' },
    ];
    const answered = outbox.withOutcomes(two, { outcomes, version: 8 });
    expect(stopsOf(outbox.unknownTo(answered))).toEqual(['stp_1']);
    expect(outbox.unknownTo(outbox.withVersion(answered, 7))).toHaveLength(1);
    expect(outbox.unknownTo(outbox.withVersion(answered, 8))).toEqual([]);
  });

  it('drops one that cannot be read', () => {
    const box = outbox.withAction(outbox.emptyOutbox, action(1), START_MS);
    expect(outbox.withoutEvent(box, box.lastSeq).waiting).toEqual([]);
  });
});
