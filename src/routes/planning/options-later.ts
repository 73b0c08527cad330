import type { OptionKind } from '../../option-costs';
import type { Place } from '../route';
import { allowed, refused, type DepotPlace, type Option, type OptionsQuestion } from './option';
import type { RefusalCode } from './refusals';
import { straightKm } from './travel';
import { amsterdamDay } from './windows';
import { nextWorkingDay } from './working-days';

/**
 * To the depot that an agent names, or that is nearest to the new place, to be delivered from there: on the next working day, and one day later where it
 * first has to come back in a van.
 */
export function transfer(question: OptionsQuestion): Option {
  const { depots, depot, place, isOnBoard, isFinal, transferTo } = question;
  if (isFinal) return refused(question, 'transfer', 'final');
  const others = depots.filter(({ code }) => code !== depot);
  if (others.length === 0) return refused(question, 'transfer', 'no_other_depot');
  const to = transferTo === null ? nearest(others, place) : others.find(({ code }) => code === transferTo);
  if (to === undefined) return refused(question, 'transfer', 'no_other_depot');
  if (typeof to === 'string') return refused(question, 'transfer', to);
  const next = tomorrow(question);
  return allowed(question, 'transfer', { day: isOnBoard ? nextWorkingDay(next) : next, depot: to.code });
}

function nearest(depots: readonly DepotPlace[], to: Place | null): DepotPlace | RefusalCode {
  if (to === null) return 'place_unknown';
  return nearestOf(depots, to) ?? 'depots_unknown';
}

/** From the same depot, on the next working day. */
export function nextDay(question: OptionsQuestion): Option {
  return unlessFinal(question, 'next_day', { day: tomorrow(question), depot: question.depot });
}

/** Kept at the depot until the customer says more, or comes for it. */
export function holdAtDepot(question: OptionsQuestion): Option {
  return unlessFinal(question, 'hold_at_depot', { depot: question.depot });
}

export function returnToSender(question: OptionsQuestion): Option {
  return unlessFinal(question, 'return_to_sender', { depot: question.depot });
}

function unlessFinal(question: OptionsQuestion, kind: OptionKind, more: Partial<Option>): Option {
  return question.isFinal ? refused(question, kind, 'final') : allowed(question, kind, more);
}

function tomorrow({ nowMs }: OptionsQuestion): string {
  return nextWorkingDay(amsterdamDay(nowMs));
}

function nearestOf(depots: readonly DepotPlace[], to: Place): DepotPlace | null {
  const placed = depots.flatMap((depot) =>
    depot.place === null ? [] : [{ depot, km: straightKm(depot.place, to) }],
  );
  return placed.sort((one, other) => one.km - other.km)[0]?.depot ?? null;
}
