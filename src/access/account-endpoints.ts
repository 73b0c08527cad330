import { type Context, endpoint, type Endpoint } from '../http/endpoint';
import { pagesTag } from '../http/openapi-tags';
import type { Reply } from '../http/reply';
import { accountOf } from './account';
import { accountPage, type AccountForm } from './account-pages';
import { changePassword } from './change-password';
import { land, landed } from './landing-pages';
import { type Refused, refusedBy } from './refused-pages';
import { somebody } from './second-factor-endpoints';
import { passwordForm, removeForm } from './sign-in-schemas';
import { removeSecondFactor } from './set-up-second-factor';
import type { SecondFactorDependencies } from './take-code';

const page = { tags: [pagesTag], page: true, scopes: ['desk'] } as const;
const htmlPage = { description: 'A page', contentType: 'text/html; charset=utf-8' };

/** Somebody's own account: who they are here, and how they get in. */
export function accountEndpoints(dependencies: SecondFactorDependencies): Endpoint[] {
  return [showAccount(dependencies), doChangePassword(dependencies), turnOff(dependencies)];
}

function showAccount({ database }: SecondFactorDependencies): Endpoint {
  return endpoint({
    ...page,
    method: 'get',
    path: '/desk/account',
    operationId: 'showAccount',
    summary: "Somebody's own account",
    responses: { 200: htmlPage },
    handle: async (_input, context) => {
      const account = await accountOf(database, context.caller.personId);
      return accountPage({ account, done: null, refused: null }, context);
    },
  });
}

function doChangePassword(dependencies: SecondFactorDependencies): Endpoint {
  return endpoint({
    ...page,
    method: 'post',
    path: '/desk/account/password',
    operationId: 'changePassword',
    summary: 'Changes the password of whoever is signed in',
    keepsNothing: true,
    request: { body: passwordForm },
    responses: { 200: htmlPage, 400: htmlPage },
    handle: async ({ body }, context) => {
      try {
        const { token } = await changePassword(dependencies, { ...somebody(context), ...body });
        return await done(dependencies, 'password', token, context);
      } catch (error) {
        return refusedAt(dependencies, 'password', refusedBy(error, context), context);
      }
    },
  });
}

function turnOff(dependencies: SecondFactorDependencies): Endpoint {
  return endpoint({
    ...page,
    method: 'post',
    path: '/desk/account/second-factor',
    operationId: 'turnOffSecondFactor',
    summary: 'Turns the second factor of whoever is signed in off, by a code of it',
    keepsNothing: true,
    request: { body: removeForm },
    responses: { 200: htmlPage, 303: { description: 'To setting up another' }, 401: htmlPage },
    handle: async ({ body: { code } }, context) => {
      try {
        const opened = await removeSecondFactor(dependencies, { ...somebody(context), code });
        if (opened.stage !== 'in') return await land(dependencies, opened, '/desk/account', context);
        return await done(dependencies, 'second-factor', opened.token, context);
      } catch (error) {
        return refusedAt(dependencies, 'second-factor', refusedBy(error, context), context);
      }
    },
  });
}

/** The page by the new session, since the one before has ended. */
async function done(
  dependencies: SecondFactorDependencies,
  form: AccountForm,
  token: string,
  context: Context<readonly ['desk']>,
): Promise<Reply<Buffer>> {
  const { looking, headers } = await landed(dependencies, token, context);
  const account = await accountOf(dependencies.database, context.caller.personId);
  return accountPage({ account, done: form, refused: null }, looking, { headers });
}

async function refusedAt(
  { database }: SecondFactorDependencies,
  form: AccountForm,
  { options, ...why }: Refused,
  context: Context<readonly ['desk']>,
): Promise<Reply<Buffer>> {
  const account = await accountOf(database, context.caller.personId);
  return accountPage({ account, done: null, refused: { form, ...why } }, context, options);
}
