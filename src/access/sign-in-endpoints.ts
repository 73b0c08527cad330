import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Context, endpoint, type Endpoint } from '../http/endpoint';
import { pagesTag } from '../http/openapi-tags';
import { formTokenOf, seeOther, SESSION_COOKIE, SIGN_IN_PATH } from '../http/pages';
import { Problem, problemBody } from '../http/problem';
import { signIn, type SignInDependencies, signOut } from './sign-in';
import { signInPage } from './sign-in-pages';
import { next as nextPath, signInForm, signOutForm } from './sign-in-schemas';

const page = { tags: [pagesTag], page: true } as const;
const htmlPage = { description: 'A page', contentType: 'text/html; charset=utf-8' };

/** How somebody gets in to the desk, and out. */
export function signInEndpoints(dependencies: SignInDependencies): Endpoint[] {
  return [showSignIn, doSignIn(dependencies), doSignOut(dependencies)];
}

const showSignIn = endpoint({
  ...page,
  method: 'get',
  path: SIGN_IN_PATH,
  operationId: 'showSignIn',
  summary: 'Where somebody signs in',
  scopes: 'public',
  request: { query: z.strictObject({ next: nextPath.optional() }) },
  responses: { 200: htmlPage },
  handle: ({ query: { next = '/desk' } }, context) => {
    if (context.session !== undefined) return seeOther(next);
    // Of nobody yet: without it the form could not be told from another site's.
    const visitor = randomBytes(32).toString('base64url');
    const looking = { ...context, formToken: formTokenOf(visitor) };
    const headers = { 'Set-Cookie': cookieWith(visitor, context) };
    return signInPage({ next, name: '', refused: null }, looking, { headers });
  },
});

function doSignIn(dependencies: SignInDependencies): Endpoint {
  return endpoint({
    ...page,
    method: 'post',
    path: SIGN_IN_PATH,
    operationId: 'signIn',
    summary: 'Signs in by name and password',
    scopes: 'public',
    request: { body: signInForm },
    responses: { 303: { description: 'To where they wanted to go' }, 401: htmlPage },
    handle: async ({ body: { next = '/desk', ...typed } }, context) => {
      try {
        const token = await signIn(dependencies, { ...typed, clientAddress: context.clientAddress });
        return seeOther(next, { 'Set-Cookie': cookieWith(token, context) });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        const { detail = '', status } = problemBody(error, context.language, context.requestId);
        const headers = error.details.headers ?? {};
        return signInPage({ next, name: typed.name, refused: detail }, context, { status, headers });
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
    scopes: ['desk'],
    request: { body: signOutForm },
    responses: { 303: { description: 'To where one signs in' } },
    handle: async ({ body: { everywhere } }, { caller, sessionToken }) => {
      await signOut(
        dependencies,
        everywhere === 'yes' ? { personId: caller.personId } : { token: sessionToken },
      );
      return seeOther(SIGN_IN_PATH);
    },
  });
}

/** Gone when the browser is closed, and never seen by a script or another site. */
function cookieWith(token: string, { isSecure }: Pick<Context, 'isSecure'>): string {
  return `${SESSION_COOKIE}=${token}; Path=/desk; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
}
