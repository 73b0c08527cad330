import { scopesOfRole } from '../../src/access/roles';
import { STAGES } from '../../src/access/session';
import { personScopes } from '../../src/http/caller';
import { people } from '../support/start-app';

describe('roles', () => {
  it('let an agent work at the desk, a supervisor also lead it, and a planner only plan', () => {
    expect(scopesOfRole).toEqual({
      agent: ['desk'],
      supervisor: ['desk', 'supervision'],
      planner: ['planning'],
    });
  });

  it('leave no scope without a role, or a stage of signing in', () => {
    const ofStages = Object.values(STAGES).flatMap(({ scopes }) => scopes ?? []);
    expect(new Set([...Object.values(scopesOfRole).flat(), ...ofStages])).toEqual(new Set(personScopes));
  });

  it.each(Object.entries(people))('are in the tests as they are: %s', (_, { role, scopes }) => {
    expect([...scopes]).toEqual(scopesOfRole[role]);
  });
});
