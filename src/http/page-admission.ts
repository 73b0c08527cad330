import type { Session } from './caller';
import type { Endpoint } from './endpoint';
import type { Exchange } from './exchange';
import { isKeepable } from './keepable';
import { lacksScope } from './lacks-scope';
import {
  askedBy,
  cookieOf,
  formTokenOf,
  isForPart,
  languageChosen,
  type PageGround,
  refuseOtherSites,
  seeOther,
  SESSION_COOKIE,
  SIGN_IN_PATH,
} from './pages';
import { reply, type Reply } from './reply';
import { whenReady } from './when-ready';

export interface Admitting {
  next: () => void;
  /** Keeps the form that was sent, and asks for signing in. */
  keep: () => void;
  /** Answers in place of the page. */
  instead: (answer: Reply<undefined>) => void;
  fail: (error: unknown) => void;
}

/** Who may see a page: whoever has a session that may; anyone where it is public. Others are led to where they sign in. */
export function pageAdmission(
  endpoint: Endpoint,
  pages: Pick<PageGround, 'sessionOf'>,
): (exchange: Exchange, admitting: Admitting) => void {
  const { scopes, method } = endpoint;
  return (exchange, admitting) => {
    const { request } = exchange;
    const token = cookieOf(request, SESSION_COOKIE);
    exchange.language = languageChosen(request) ?? exchange.language;
    exchange.sessionToken = token ?? '';
    exchange.formToken = formTokenOf(token);
    if (method !== 'get') refuseOtherSites(request);
    const admit = (session: Session | null) => {
      exchange.session = session ?? undefined;
      exchange.caller = session?.caller;
      if (scopes === 'public' || scopes.some((scope) => session?.caller.scopes.has(scope))) admitting.next();
      else if (session !== null && session.mustFirst === undefined) throw lacksScope(scopes, session.caller);
      else if (isForPart(request)) admitting.instead(SIGNED_OUT);
      else if (isKeepable(endpoint)) admitting.keep();
      else admitting.instead(seeOther(signInFor(exchange)));
    };
    whenReady(token === undefined ? null : pages.sessionOf(token, askedBy(request)), admit, admitting.fail);
  };
}

/** In a part of a page the page of signing in would take the place of what somebody types; the script says it instead. */
const SIGNED_OUT = reply(undefined, { status: 401 });

/** Where to go first, and then back to the page that was wanted, where that only shows something. */
function signInFor({ request, session }: Exchange): string {
  const next = request.method === 'GET' ? request.originalUrl : '/desk';
  return `${session?.mustFirst ?? SIGN_IN_PATH}?next=${encodeURIComponent(next)}`;
}
