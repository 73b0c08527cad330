import { hash } from 'node:crypto';
import type { Request } from 'express';
import type { Session } from './caller';
import type { Context } from './endpoint';
import type { KeptForm } from './kept-form';
import type { Language } from './language';
import { Problem } from './problem';
import { reply, type Reply } from './reply';

/** Whoever looks at a page. */
export interface Looking {
  language: Language;
  /** undefined where nobody is signed in. */
  session: Session | undefined;
  /** What every form that changes something bears. */
  formToken: string;
  /** A form that could not be taken for want of a session, and waits to be sent again. */
  kept?: KeptForm | undefined;
}

/** What could not be done. */
export interface Refused {
  requestId: string;
  /** What was typed, to be mended there and sent once more; undefined where nothing is to be shown of it. */
  sent?: KeptForm | undefined;
  /** Where to go back to; undefined where no page is above. */
  pageAbove?: string | undefined;
}

/** Who asked: somebody who is there, or a page that renews itself, perhaps with nobody before it. */
export type AskedBy = 'person' | 'renewal';

/** What pages stand on. */
export interface PageGround {
  /** Whose session this is; null where it is over, or nobody's. */
  sessionOf: (token: string, askedBy: AskedBy) => Promise<Session | null>;
  /** Asks whoever sent `kept` without being signed in to do that, and carries it until they have. */
  askToSignIn: (looking: Looking & Pick<Context, 'sessionToken' | 'isSecure'>) => Reply<Buffer>;
  /** Shows `kept` to whoever signed in anew since its page was made, to be sent by them once more. */
  askToSendAgain: (looking: Looking) => Reply<Buffer>;
  /** Shows what went wrong, as a page. */
  showProblem: (problem: Problem, looking: Looking & Refused) => Reply<Buffer>;
}

/** The cookie of a browser that is signed in, or about to be. */
export const SESSION_COOKIE = 'klopt_session';
export const LANGUAGE_COOKIE = 'klopt_language';
const RENEWAL_HEADER = 'klopt-renewal';
/** The field of every form that changes something. */
export const FORM_TOKEN = 'formToken';
export const SIGN_IN_PATH = '/desk/sign-in';

/** The value of a cookie; undefined where there is none. */
export function cookieOf({ headers }: Pick<Request, 'headers'>, name: string): string | undefined {
  const found = headers.cookie?.split(/; */).find((cookie) => cookie.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}

/** What a form of a browser bears so that no other site can send it: worked out of its cookie, which no other site can read. */
export function formTokenOf(token: string | undefined): string {
  return token === undefined ? '' : hash('sha256', `form of ${token}`, 'base64url');
}

/** Who asked for a page: the script marks what no hand asked for, and streams are opened by pages alone. */
export function askedBy(request: Request): AskedBy {
  const isRenewal = request.headers[RENEWAL_HEADER] !== undefined || isForStream(request);
  return isRenewal ? 'renewal' : 'person';
}

/** Whether a script asked, for a part of a page that somebody may be typing in. */
export function isForPart(request: Request): boolean {
  return request.headers['hx-request'] === 'true' || isForStream(request);
}

function isForStream({ headers }: Request): boolean {
  return headers.accept === 'text/event-stream';
}

/** The language that somebody chose for the desk; undefined where they did not. */
export function languageChosen(request: Request): Language | undefined {
  const chosen = cookieOf(request, LANGUAGE_COOKIE);
  return chosen === 'nl' || chosen === 'en' ? chosen : undefined;
}

/**
 * Refuses what another site had a browser send: browsers say where a form stands (Sec-Fetch-Site, or Origin where that is not
 * known yet), and what says neither is no browser.
 * @throws Problem forbidden
 */
export function refuseOtherSites({ headers, host, protocol }: Request): void {
  const { 'sec-fetch-site': site, origin } = headers;
  const isOwn = site === undefined ? origin === `${protocol}://${host}` : site === 'same-origin';
  if (!isOwn) throw otherSite();
}

/** Whether a form bears the token of the session that it was made for. */
export function isOfSession(sent: unknown, { formToken }: Pick<Looking, 'formToken'>): boolean {
  return formToken !== '' && sent === formToken;
}

/** The problem of a form that did not come from a page of this session. */
export function otherSite(): Problem {
  return new Problem('forbidden', {
    detail: {
      nl: 'Dit formulier hoort niet bij deze sessie. Open de pagina opnieuw en probeer het nog eens.',
      en: 'This form does not belong to this session. Open the page again and try once more.',
    },
  });
}

/** Leads a browser elsewhere, by GET. */
export function seeOther(path: string, headers: Readonly<Record<string, string>> = {}): Reply<undefined> {
  return reply(undefined, { status: 303, headers: { Location: path, ...headers } });
}

/** The cookie of a session: gone when the browser is closed, and never seen by a script or another site. */
export function sessionCookie(token: string, { isSecure }: Pick<Context, 'isSecure'>): string {
  return `${SESSION_COOKIE}=${token}; Path=/desk; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
}
