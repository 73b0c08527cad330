import type { PersonCaller, Role } from '../http/caller';
import { Problem } from '../http/problem';

/** The parts of the upkeep, in the order in which the desk shows them. */
export const UPKEEP_PARTS = ['people', 'shops', 'amendments', 'audit'] as const;
export type UpkeepPart = (typeof UPKEEP_PARTS)[number];

/** A part of the upkeep, or one of the people in it. */
export type KeptUp = UpkeepPart | { role: Role; depot: string | null };

/** What shops and the audit log tell is of all depots. */
const OF_ONE_DEPOT: ReadonlySet<UpkeepPart> = new Set(['people', 'amendments']);

/**
 * Who may keep up what. A supervisor of all depots keeps up everything. One of a depot keeps up its agents and supervisors, but no
 * planning system, which may do what no supervisor may; and amendments, for who works there sees first that a street is new.
 */
export function mayKeepUp({ role, depot }: Pick<PersonCaller, 'role' | 'depot'>, what: KeptUp): boolean {
  if (role !== 'supervisor') return false;
  if (depot === null) return true;
  if (typeof what === 'string') return OF_ONE_DEPOT.has(what);
  return what.depot === depot && what.role !== 'planner';
}

/** @throws Problem forbidden for whoever may not keep this up */
export function requireUpkeep(caller: Pick<PersonCaller, 'role' | 'depot'>, what: KeptUp): void {
  if (!mayKeepUp(caller, what)) throw new Problem('forbidden', { detail: REFUSED });
}

const REFUSED = {
  nl: 'Dit is voor teamleiders van alle depots; jij bent er een van één depot.',
  en: 'This is for supervisors of all depots; you are one of a single depot.',
};
