import { OPTION_KINDS, type OptionKind } from '../../option-costs';
import type { Option, OptionsQuestion } from './option';
import { holdAtDepot, nextDay, returnToSender, transfer } from './options-later';
import { otherRouteToday, sameRoute } from './options-today';

const OPTIONS: Readonly<Record<OptionKind, (question: OptionsQuestion) => Option>> = {
  same_route: sameRoute,
  other_route_today: otherRouteToday,
  transfer,
  next_day: nextDay,
  hold_at_depot: holdAtDepot,
  return_to_sender: returnToSender,
};

/** What can still be done with a parcel whose address was wrong, and what cannot and why; the quickest for the customer first. */
export function optionsFor(question: OptionsQuestion): readonly Option[] {
  return OPTION_KINDS.map((kind) => OPTIONS[kind](question));
}

/** One of them, worked out alone. */
export function optionFor(question: OptionsQuestion, kind: OptionKind): Option {
  return OPTIONS[kind](question);
}
