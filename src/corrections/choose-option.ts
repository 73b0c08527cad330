import type { AnswerLanguage } from '../checks/answer';
import { Problem } from '../http/problem';
import type { OptionKind } from '../option-costs';
import type { Option, OptionsQuestion } from '../routes/planning/option';
import { optionFor, optionsFor } from '../routes/planning/options';
import { shownOptions } from './shown-options';

/** What an agent chose of the options that were shown. */
export interface Choice {
  kind: OptionKind;
  /** The version of the route that it was shown for; null where it is on none. */
  routeVersion: number | null;
  /** The other route of today that was shown; null for any other option. */
  routeId: string | null;
  /** The depot of a transfer; null for the nearest. */
  depot: string | null;
  mayBreakPromises: boolean;
}

/**
 * The option that was chosen, where it is still as it was shown.
 * @throws Problem invalid-request where what was shown is not sent with it; precondition-failed where the route moved on
 *   meanwhile, conflict where it cannot be done: with the options as they are now
 */
export function chosenOption(question: OptionsQuestion, choice: Choice, language: AnswerLanguage): Option {
  const option = optionFor(question, choice.kind);
  // The others take longer to work out, and are only for whoever must choose again.
  const show = () => shownOptions(optionsFor(question), language);
  if (option.refusal !== null && choice.routeVersion === null) throw refusedAs(option.refusal, show());
  refuseMissing(option, choice, show);
  if (!isAsShown(option, choice)) throw movedOn(show());
  if (option.refusal !== null) throw refusedAs(option.refusal, show());
  return option;
}

function refuseMissing({ routeVersion }: Option, choice: Choice, show: () => unknown): void {
  if (routeVersion !== null && choice.routeVersion === null) throw notAsShown('/option/routeVersion', show());
  if (choice.kind === 'other_route_today' && choice.routeId === null)
    throw notAsShown('/option/routeId', show());
}

function isAsShown(option: Option, { routeVersion, routeId }: Choice): boolean {
  const isSameRoute = routeId === null || routeId === option.routeId;
  return option.routeVersion === routeVersion && isSameRoute;
}

function movedOn(shown: unknown): Problem {
  return new Problem('precondition-failed', {
    detail: {
      nl: 'De route is intussen verder. In options staat wat er nu nog kan; kies opnieuw.',
      en: 'The route has moved on meanwhile. options says what can still be done now; choose again.',
    },
    extensions: { options: shown },
  });
}

function notAsShown(pointer: string, shown: unknown): Problem {
  const message = {
    nl: 'Stuur dit mee zoals het bij de optie getoond werd, zodat niets gebeurt wat je niet gezien hebt.',
    en: 'Send this as it was shown with the option, so that nothing is done that you have not seen.',
  };
  return new Problem('invalid-request', {
    errors: [{ in: 'body', pointer, code: 'required', message }],
    extensions: { options: shown },
  });
}

function refusedAs({ nl, en }: { nl: string; en: string }, shown: unknown): Problem {
  return new Problem('conflict', { detail: { nl, en }, extensions: { options: shown } });
}

/** A parcel on a route cannot be corrected without saying how. */
export function optionMissing(question: OptionsQuestion, language: AnswerLanguage): Problem {
  const message = {
    nl: 'Deze zending staat op een route: kies hoe de correctie wordt uitgevoerd. In options staat wat er kan.',
    en: 'This shipment is on a route: choose how the correction is carried out. options says what can be done.',
  };
  return new Problem('invalid-request', {
    errors: [{ in: 'body', pointer: '/option', code: 'required', message }],
    extensions: { options: shownOptions(optionsFor(question), language) },
  });
}
