import type { Endpoint } from './endpoint';
import type { Exchange } from './exchange';
import { lacksScope } from './lacks-scope';
import {
  cookieOf,
  formTokenOf,
  languageChosen,
  type PageGround,
  refuseOtherSites,
  seeOther,
  SESSION_COOKIE,
  SIGN_IN_PATH,
} from './pages';
import type { Reply } from './reply';
import { whenReady } from './when-ready';

export interface Admitting {
  next: () => void;
  /** Answers in place of the page. */
  instead: (answer: Reply<undefined>) => void;
  fail: (error: unknown) => void;
}

/** Who may see a page: whoever has a session that may; anyone where it is public. Others are led to where they sign in. */
export function pageAdmission(
  { scopes, method }: Endpoint,
  pages: Pick<PageGround, 'sessionOf'>,
): (exchange: Exchange, admitting: Admitting) => void {
  return (exchange, { next, instead, fail }) => {
    const { request } = exchange;
    const token = cookieOf(request, SESSION_COOKIE);
    exchange.language = languageChosen(request) ?? exchange.language;
    exchange.sessionToken = token ?? '';
    exchange.formToken = formTokenOf(token);
    if (method !== 'get') refuseOtherSites(request);
    const admit = (session: Awaited<ReturnType<PageGround['sessionOf']>>) => {
      exchange.session = session ?? undefined;
      exchange.caller = session?.caller;
      if (scopes === 'public') next();
      else if (session === null) instead(seeOther(signInFor(exchange)));
      else if (!scopes.some((scope) => session.caller.scopes.has(scope)))
        throw lacksScope(scopes, session.caller);
      else next();
    };
    whenReady(token === undefined ? null : pages.sessionOf(token), admit, fail);
  };
}

/** Back to the page that was wanted, where that only shows something. */
function signInFor({ request }: Exchange): string {
  const next = request.method === 'GET' ? request.originalUrl : '/desk';
  return `${SIGN_IN_PATH}?next=${encodeURIComponent(next)}`;
}
