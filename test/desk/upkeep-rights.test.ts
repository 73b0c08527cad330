import { type KeptUp, mayKeepUp, requireUpkeep } from '../../src/desk/upkeep-rights';
import { people } from '../support/start-app';

/** `lead` is the supervisor of MLH, `supervisor` of all depots. */
const TABLE: readonly (readonly [what: string, KeptUp, supervisor: boolean, lead: boolean])[] = [
  ['the list of people', 'people', true, true],
  ['an agent of MLH', { role: 'agent', depot: 'MLH' }, true, true],
  ['a supervisor of MLH', { role: 'supervisor', depot: 'MLH' }, true, true],
  ['a planner of MLH', { role: 'planner', depot: 'MLH' }, true, false],
  ['an agent of another depot', { role: 'agent', depot: 'ZLV' }, true, false],
  ['a supervisor of another depot', { role: 'supervisor', depot: 'ZLV' }, true, false],
  ['an agent of all depots', { role: 'agent', depot: null }, true, false],
  ['a supervisor of all depots', { role: 'supervisor', depot: null }, true, false],
  ['a planner of all depots', { role: 'planner', depot: null }, true, false],
  ['shops and their keys', 'shops', true, false],
  ['amendments to the register', 'amendments', true, true],
  ['the audit log', 'audit', true, false],
];

describe.each(TABLE)('%s', (_, what, supervisor, lead) => {
  it.each([
    ['a supervisor of all depots', people.supervisor, supervisor],
    ['a supervisor of MLH', people.lead, lead],
    ['an agent of MLH', people.colleague, false],
    ['a planner', people.planner, false],
  ])('kept up by %s', (__, caller, may) => {
    expect(mayKeepUp(caller, what)).toBe(may);
    const require = () => requireUpkeep(caller, what);
    if (may) expect(require).not.toThrow();
    else expect(require).toThrow('forbidden');
  });
});
