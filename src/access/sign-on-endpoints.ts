import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Context, endpoint, type Endpoint } from '../http/endpoint';
import { pagesTag } from '../http/openapi-tags';
import { cookieOf, seeOther, sessionCookie } from '../http/pages';
import { Problem } from '../http/problem';
import { nobodyPage } from './nobody-pages';
import { showSignInAgain, type SignInDependencies } from './sign-in-endpoints';
import { next as nextPath, nextQuery } from './sign-in-schemas';
import { SIGN_IN_WORDS } from './sign-in-words';
import {
  enterBySignOn,
  type Identity,
  type SignOn,
  SignOnFailed,
  type SignOnFailure,
  secretsOf,
} from './sign-on';

/** Where the company's sign-on sends people back to. */
export const SIGN_ON_CALLBACK = '/desk/sign-on/callback';

const COOKIE = 'klopt_sign_on';
const TRY_SECONDS = 600;
const page = { tags: [pagesTag], page: true, scopes: 'public', method: 'get' } as const;
const htmlPage = { description: 'A page', contentType: 'text/html; charset=utf-8' };
const away = { 303: { description: 'To the sign-on' }, 503: htmlPage };
const STATUS: Readonly<Record<SignOnFailure, number>> = { refused: 401, over: 401, away: 503 };

/** How somebody signs in by the account of their company. */
export function signOnEndpoints(dependencies: SignInDependencies): Endpoint[] {
  return [beginSignOn(dependencies), finishSignOn(dependencies)];
}

function beginSignOn(dependencies: SignInDependencies): Endpoint {
  return endpoint({
    ...page,
    path: '/desk/sign-on',
    operationId: 'showSignOn',
    summary: "Leads to the company's own sign-on",
    request: { query: nextQuery },
    responses: away,
    handle: async ({ query: { next = '/desk' } }, context) => {
      const signOn = signOnOf(dependencies);
      const token = randomBytes(32).toString('base64url');
      try {
        const url = await signOn.begin(secretsOf(token));
        return seeOther(url.href, { 'Set-Cookie': tryCookie({ token, next }, context) });
      } catch (error) {
        return showFailed(dependencies, error, next, context);
      }
    },
  });
}

function finishSignOn(dependencies: SignInDependencies): Endpoint {
  return endpoint({
    ...page,
    path: SIGN_ON_CALLBACK,
    operationId: 'showSignOnCallback',
    summary: "Where the company's own sign-on sends people back to",
    // What else stands there is for the sign-on to say.
    request: {
      query: z.looseObject({ state: z.string().max(200).optional() }),
      headers: z.object({ cookie: z.string().optional() }),
    },
    responses: {
      303: { description: 'To where they wanted to go' },
      401: htmlPage,
      403: htmlPage,
      503: htmlPage,
    },
    handle: async ({ query, headers }, context) => {
      const signOn = signOnOf(dependencies);
      const { token, next } = tryIn(cookieOf({ headers }, COOKIE));
      try {
        const identity = await finish(signOn, token, query);
        return await enter(dependencies, identity, next, context);
      } catch (error) {
        return showFailed(dependencies, error, next, context);
      }
    },
  });
}

function finish(signOn: SignOn, token: string | null, query: Record<string, unknown>): Promise<Identity> {
  if (token === null) throw new SignOnFailed('over');
  const texts = Object.entries(query).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return signOn.finish(Object.fromEntries(texts), secretsOf(token));
}

async function enter(
  dependencies: SignInDependencies,
  identity: Identity,
  next: string,
  context: Context<'public'>,
) {
  try {
    const { token } = await enterBySignOn(dependencies, identity);
    return seeOther(next, { 'Set-Cookie': sessionCookie(token, context) });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'forbidden') throw error;
    const { language, formToken } = context;
    const looking = { language, formToken, session: undefined };
    return nobodyPage(identity, looking, { status: 403 });
  }
}

function showFailed(
  dependencies: SignInDependencies,
  error: unknown,
  next: string,
  context: Context<'public'>,
) {
  if (!(error instanceof SignOnFailed)) throw error;
  const refused = SIGN_IN_WORDS[context.language].signOnFailed[error.why];
  return showSignInAgain(dependencies, { next, refused, status: STATUS[error.why] }, context);
}

function signOnOf({ signOn }: SignInDependencies): SignOn {
  if (signOn === null) throw new Problem('not-found');
  return signOn;
}

interface Try {
  token: string;
  next: string;
}

/** Kept for one try, by its browser alone. Lax: the sign-on of the company is another site. */
function tryCookie({ token, next }: Try, { isSecure }: Pick<Context, 'isSecure'>): string {
  const value = `${token}.${Buffer.from(next).toString('base64url')}`;
  const where = `Path=/desk/sign-on; HttpOnly; SameSite=Lax; Max-Age=${TRY_SECONDS}`;
  return `${COOKIE}=${value}; ${where}${isSecure ? '; Secure' : ''}`;
}

function tryIn(cookie = ''): { token: string | null; next: string } {
  const [token = '', next = ''] = cookie.split('.');
  const isToken = /^[\w-]{43}$/.test(token);
  return { token: isToken ? token : null, next: nextPath.parse(Buffer.from(next, 'base64url').toString()) };
}
