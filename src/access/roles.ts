import type { PersonScope, Role } from '../http/caller';

/** What the carrier's people may do, by their role. */
export const scopesOfRole: Record<Role, readonly PersonScope[]> = {
  agent: ['desk'],
  supervisor: ['desk', 'supervision'],
  planner: ['planning'],
};
