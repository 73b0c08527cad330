import type { DeskPerson } from '../access/desk-people';
import type { PersonCaller } from '../http/caller';
import type { Taking } from './queue-item';

/** Whose a case is, and who looks at it. */
export interface Hands {
  /** Whether anything of it waits: what is done belongs to nobody. */
  isOpen: boolean;
  taken: Taking | null;
  /** Whoever has its page open now, by id. */
  lookers: readonly string[];
  /** Everyone of the desk, also those who have ended. */
  people: readonly DeskPerson[];
}

/** The same, as one of them sees it. */
export interface CaseHands {
  isOpen: boolean;
  taken: { personId: string; name: string; isMine: boolean } | null;
  /** Who else looks at it, by name. */
  lookers: string[];
  mayHandOver: boolean;
  /** To whom it can be handed over. */
  colleagues: { id: string; name: string }[];
}

/** Whether someone may hand a case over: it is theirs, or nobody's, or they lead the desk. */
export function mayHandOver(caller: PersonCaller, taken: Taking | null): boolean {
  return taken === null || taken.personId === caller.personId || caller.scopes.has('supervision');
}

/** Whether somebody works on shipments of a depot; of one that is of no depot yet, everyone does. */
export function worksFor({ hasEnded, depot: own }: DeskPerson, depot: string | null): boolean {
  return !hasEnded && (own === null || depot === null || own === depot);
}

export function caseHands(
  { isOpen, taken, lookers, people }: Hands,
  caller: PersonCaller,
  depot: string | null,
): CaseHands {
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? '';
  const here = people.filter((person) => worksFor(person, depot) && person.id !== taken?.personId);
  return {
    isOpen,
    taken: taken && {
      personId: taken.personId,
      name: nameOf(taken.personId),
      isMine: taken.personId === caller.personId,
    },
    lookers: lookers.filter((id) => id !== caller.personId).map(nameOf),
    mayHandOver: isOpen && mayHandOver(caller, taken),
    colleagues: here.map(({ id, name }) => ({ id, name })),
  };
}
