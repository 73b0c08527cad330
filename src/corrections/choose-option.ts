import { Problem } from '../http/problem';
import type { OptionKind } from '../option-costs';
import type { Option } from '../routes/planning/option';
import type { OnRoute } from '../routes/route-of-shipment';

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
 * @throws Problem precondition-failed where the route moved on meanwhile, conflict where it cannot be done: with the options as
 *   they are now
 */
export function chosenOption(
  options: readonly Option[],
  choice: Choice,
  { onRoute, shown }: { onRoute: OnRoute | null; shown: unknown },
): Option {
  const option = options.find(({ kind }) => kind === choice.kind);
  if (option === undefined) throw new Error('Every kind of option is answered');
  if (isOfRoute(choice.kind) && !isAsShown(option, choice, onRoute)) throw movedOn(shown);
  if (option.refusal !== null) throw refusedAs(option.refusal, shown);
  return option;
}

/** What cannot be done names no route: then it is the parcel's own that tells whether anything changed. */
function isAsShown(
  option: Option,
  { kind, routeVersion, routeId }: Choice,
  onRoute: OnRoute | null,
): boolean {
  const version = option.routeVersion ?? onRoute?.route.version ?? null;
  if (version !== null && version !== routeVersion) return false;
  return kind === 'same_route' || !option.allowed || option.routeId === routeId;
}

function isOfRoute(kind: OptionKind): boolean {
  return kind === 'same_route' || kind === 'other_route_today';
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

function refusedAs({ nl, en }: { nl: string; en: string }, shown: unknown): Problem {
  return new Problem('conflict', { detail: { nl, en }, extensions: { options: shown } });
}

/** A parcel on a route cannot be corrected without saying how. */
export function optionMissing(shown: unknown): Problem {
  const message = {
    nl: 'Deze zending staat op een route: kies hoe de correctie wordt uitgevoerd. In options staat wat er kan.',
    en: 'This shipment is on a route: choose how the correction is carried out. options says what can be done.',
  };
  return new Problem('invalid-request', {
    errors: [{ in: 'body', pointer: '/option', code: 'required', message }],
    extensions: { options: shown },
  });
}
