import { randomBytes } from 'node:crypto';
import { type Context, endpoint, type Endpoint } from '../http/endpoint';
import { pagesTag } from '../http/openapi-tags';
import { formTokenOf, type Looking, seeOther, sessionCookie, SIGN_IN_PATH } from '../http/pages';
import type { Reply } from '../http/reply';
import { codePage } from './code-pages';
import { land } from './landing-pages';
import { refusedBy } from './refused-pages';
import { somebody } from './second-factor-endpoints';
import { signOut } from './session-of';
import { signIn } from './sign-in';
import type { SignOn } from './sign-on';
import { signInPage } from './sign-in-pages';
import { codeForm, nextQuery, signInForm, signOutForm } from './sign-in-schemas';
import { giveCode, type SecondFactorDependencies } from './take-code';

export interface SignInDependencies extends SecondFactorDependencies {
  /** The company's own sign-on; null where people sign in by password alone. */
  signOn: SignOn | null;
}

const page = { tags: [pagesTag], page: true } as const;
const htmlPage = { description: 'A page', contentType: 'text/html; charset=utf-8' };
const pageOrOn = { 200: htmlPage, 303: { description: 'To where they wanted to go' }, 401: htmlPage };

/** How somebody gets in to the desk, and out. */
export function signInEndpoints(dependencies: SignInDependencies): Endpoint[] {
  return [
    showSignIn(dependencies),
    doSignIn(dependencies),
    showCode,
    doGiveCode(dependencies),
    doSignOut(dependencies),
  ];
}

/** Asks whoever sent a form without being signed in to do that; what they sent comes along. */
export function askToSignIn(
  { signOn }: Pick<SignInDependencies, 'signOn'>,
  looking: Looking & Pick<Context, 'sessionToken' | 'isSecure'>,
): Reply<Buffer> {
  // Nothing was done, so no status that says it was; 401 is what it is, though no header can ask for a cookie.
  return visited({ next: '/desk', hasSignOn: signOn !== null }, looking, 401);
}

/** The page of signing in for somebody whose try by another way came to nothing. */
export function showSignInAgain(
  { signOn }: Pick<SignInDependencies, 'signOn'>,
  { status, ...shown }: { next: string; refused: string; status: number },
  looking: Looking & Pick<Context, 'sessionToken' | 'isSecure'>,
): Reply<Buffer> {
  return visited({ ...shown, hasSignOn: signOn !== null }, looking, status);
}

/** The page for a browser that has, or now gets, a cookie of nobody yet: without it its form could not be told from another site's. */
function visited(
  { refused = null, ...shown }: { next: string; hasSignOn: boolean; refused?: string | null },
  { sessionToken, isSecure, ...looking }: Looking & Pick<Context, 'sessionToken' | 'isSecure'>,
  status: number,
): Reply<Buffer> {
  // One that is there stays: a page of signing in that is open in another tab bears its token.
  const visitor = sessionToken === '' ? randomBytes(32).toString('base64url') : sessionToken;
  const headers = { 'Set-Cookie': sessionCookie(visitor, { isSecure }) };
  const { language, kept } = looking;
  const visiting = { language, kept, session: undefined, formToken: formTokenOf(visitor) };
  return signInPage({ ...shown, name: '', refused }, visiting, { status, headers });
}

function showSignIn({ signOn }: SignInDependencies): Endpoint {
  return endpoint({
    ...page,
    method: 'get',
    path: SIGN_IN_PATH,
    operationId: 'showSignIn',
    summary: 'Where somebody signs in',
    scopes: 'public',
    request: { query: nextQuery },
    responses: { 200: htmlPage },
    handle: ({ query: { next = '/desk' } }, context) => {
      if (context.session !== undefined) return seeOther(next);
      const { language, formToken, sessionToken, isSecure } = context;
      return visited(
        { next, hasSignOn: signOn !== null },
        { language, session: undefined, formToken, sessionToken, isSecure },
        200,
      );
    },
  });
}

function doSignIn(dependencies: SignInDependencies): Endpoint {
  return endpoint({
    ...page,
    method: 'post',
    path: SIGN_IN_PATH,
    operationId: 'signIn',
    summary: 'Signs in by name and password',
    scopes: 'public',
    request: { body: signInForm },
    responses: pageOrOn,
    handle: async ({ body: { next = '/desk', ...typed } }, context) => {
      try {
        const opened = await signIn(dependencies, { ...typed, clientAddress: context.clientAddress });
        return await land(dependencies, opened, next, context);
      } catch (error) {
        const { detail, options } = refusedBy(error, context);
        const hasSignOn = dependencies.signOn !== null;
        return signInPage({ next, name: typed.name, refused: detail, hasSignOn }, context, options);
      }
    },
  });
}

const showCode = endpoint({
  ...page,
  method: 'get',
  path: '/desk/sign-in/code',
  operationId: 'showCode',
  summary: 'Where somebody whose password was right gives a code too',
  scopes: ['giving-code', 'desk'],
  request: { query: nextQuery },
  responses: { 200: htmlPage },
  handle: ({ query: { next = '/desk' } }, context) =>
    context.caller.scopes.has('desk') ? seeOther(next) : codePage({ next, refused: null }, context),
});

function doGiveCode(dependencies: SignInDependencies): Endpoint {
  return endpoint({
    ...page,
    method: 'post',
    path: '/desk/sign-in/code',
    operationId: 'giveCode',
    summary: 'Signs in by a code, after the password',
    scopes: ['giving-code', 'desk'],
    keepsNothing: true,
    request: { body: codeForm },
    responses: pageOrOn,
    handle: async ({ body: { next = '/desk', code } }, context) => {
      if (context.caller.scopes.has('desk')) return seeOther(next);
      const who = { ...somebody(context), half: context.sessionToken };
      try {
        return await land(dependencies, await giveCode(dependencies, { ...who, code }), next, context);
      } catch (error) {
        const { detail, options } = refusedBy(error, context);
        return codePage({ next, refused: detail }, context, options);
      }
    },
  });
}

function doSignOut(dependencies: SignInDependencies): Endpoint {
  return endpoint({
    ...page,
    method: 'post',
    path: '/desk/sign-out',
    operationId: 'signOut',
    summary: 'Signs out, here or everywhere',
    scopes: ['desk', 'giving-code', 'setting-up'],
    keepsNothing: true,
    request: { body: signOutForm },
    responses: { 303: { description: 'To where one signs in' } },
    handle: async ({ body: { everywhere } }, { caller, sessionToken }) => {
      const isEverywhere = everywhere === 'yes' && caller.scopes.has('desk');
      await signOut(dependencies, isEverywhere ? { personId: caller.personId } : { token: sessionToken });
      return seeOther(SIGN_IN_PATH);
    },
  });
}
