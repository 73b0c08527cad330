import type { DeskPerson } from '../../src/access/desk-people';
import { caseHands, type Hands } from '../../src/cases/case-hands';
import { people as cast } from '../support/start-app';

const person = (id: string, depot: string | null, hasEnded = false): DeskPerson => ({
  ...{ id, depot, hasEnded },
  name: id.replace('per_', ''),
});
const people = [
  person('per_agent', 'ZLV'),
  person('per_bram', 'ZLV'),
  person('per_colleague', 'MLH'),
  person('per_gone', 'ZLV', true),
  person('per_supervisor', null),
];
const hands = (of: Partial<Hands>, who: keyof typeof cast = 'agent', depot: string | null = 'ZLV') =>
  caseHands({ isOpen: true, taken: null, lookers: [], people, ...of }, cast[who], depot);
const takenBy = (personId: string) => ({ taken: { personId, sinceMs: 0 } });

describe('whose a case is', () => {
  it('goes to whoever works for its depot and has not ended, and not to whoever has it', () => {
    const to = (...of: Parameters<typeof hands>) => hands(...of).colleagues.map(({ name }) => name);
    expect(to({})).toEqual(['agent', 'bram', 'supervisor']);
    expect(to(takenBy('per_agent'))).toEqual(['bram', 'supervisor']);
    expect(to({}, 'agent', null)).toEqual(['agent', 'bram', 'colleague', 'supervisor']);
  });

  it.each([
    ['nobody has it', {}, 'agent', true],
    ['it is theirs', takenBy('per_agent'), 'agent', true],
    ["it is someone else's", takenBy('per_bram'), 'agent', false],
    ['they lead the desk', takenBy('per_bram'), 'supervisor', true],
    ['nothing waits', { isOpen: false }, 'agent', false],
  ] as const)('may be handed over where %s: %#', (_, of, who, may) => {
    expect(hands(of, who).mayHandOver).toBe(may);
  });

  it('names who else looks at it, and whose it is', () => {
    const { lookers, taken } = hands({ lookers: ['per_agent', 'per_bram'], ...takenBy('per_agent') });
    expect([lookers, taken]).toEqual([['bram'], { personId: 'per_agent', name: 'agent', isMine: true }]);
  });
});
