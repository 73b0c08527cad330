import {
  canBecome,
  CORRECTION_STATES,
  type CorrectionState,
  IN_EFFECT,
  OPEN,
  TRANSITIONS,
  TURNED_DOWN,
} from '../../src/corrections/states';

const FINAL: readonly CorrectionState[] = ['rejected', 'withdrawn', 'expired', 'undeliverable'];

/** Every state that one can come to, however many steps it takes. */
function reachableFrom(state: CorrectionState): Set<CorrectionState> {
  const reached = new Set<CorrectionState>();
  const visit = (one: CorrectionState) =>
    TRANSITIONS[one].forEach((next) => {
      if (reached.has(next)) return;
      reached.add(next);
      visit(next);
    });
  visit(state);
  return reached;
}

describe('the states of a correction', () => {
  it('are all reached from a proposal, and all come to an end', () => {
    const reached = reachableFrom('proposed');
    for (const state of CORRECTION_STATES) {
      expect([state, state === 'proposed' || reached.has(state)]).toEqual([state, true]);
      const ends = FINAL.filter((end) => reachableFrom(state).has(end));
      expect([state, ends.length > 0]).toEqual([state, !FINAL.includes(state)]);
    }
  });

  it('that are final lead nowhere', () => {
    expect(CORRECTION_STATES.filter((state) => TRANSITIONS[state].length === 0)).toEqual(FINAL);
    for (const from of FINAL) for (const to of CORRECTION_STATES) expect(canBecome(from, to)).toBe(false);
  });

  it('are still to be decided, in effect, superseded, or over: each one of them', () => {
    expect([...OPEN, ...IN_EFFECT, 'superseded', ...FINAL].sort()).toEqual([...CORRECTION_STATES].sort());
    // What comes into effect was approved; what is in effect is never open again, unless its driver refused it.
    for (const from of IN_EFFECT)
      expect(TRANSITIONS[from].filter((to) => OPEN.includes(to))).toEqual(
        from === 'pushed' ? ['refused'] : [],
      );
    for (const from of OPEN)
      expect(TRANSITIONS[from].filter((to) => IN_EFFECT.includes(to))).toEqual(
        from === 'refused' ? [] : ['approved'],
      );
  });

  it('lets what was superseded come back as it was in effect, and in no other way', () => {
    expect(TRANSITIONS.superseded).toEqual(['applied', 'pushed']);
    expect(CORRECTION_STATES.filter((from) => canBecome(from, 'applied'))).toEqual([
      ...['approved', 'pushed', 'acknowledged', 'superseded'],
    ]);
  });

  it('lets a later correction take the place of any that is not over', () => {
    for (const state of [...OPEN, ...IN_EFFECT]) expect(canBecome(state, 'superseded')).toBe(true);
  });

  it('turn down nothing that is in effect', () => {
    expect(TURNED_DOWN.filter((state) => IN_EFFECT.includes(state) || state === 'proposed')).toEqual([]);
  });
});
