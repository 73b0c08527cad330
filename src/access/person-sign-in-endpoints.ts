import { endpoint, type Endpoint } from '../http/endpoint';
import { pagesTag } from '../http/openapi-tags';
import { seeOther } from '../http/pages';
import { passwordPage, personPath, PEOPLE_PATH } from './people-pages';
import { accountForm, emptyForm, personParams, requireForm } from './people-schemas';
import {
  linkAccountOf,
  renewPassword,
  requireFactorOf,
  resetFactorOf,
  type SignInUpkeep,
  unlinkAccountOf,
} from './upkeep-sign-in';

const PERSON = `${PEOPLE_PATH}/{personId}`;
const form = { tags: [pagesTag], scopes: ['supervision'], page: true, method: 'post' } as const;
const action = { ...form, responses: { 303: { description: 'Back to the page, as it is then' } } } as const;

/** How one of the people signs in, as supervisors keep it up. */
export function personSignInEndpoints(dependencies: SignInUpkeep): Endpoint[] {
  return [
    renew(dependencies),
    requireFactor(dependencies),
    resetFactor(dependencies),
    link(dependencies),
    unlink(dependencies),
  ];
}

function renew(dependencies: SignInUpkeep): Endpoint {
  return endpoint({
    ...form,
    path: `${PERSON}/password`,
    operationId: 'renewPassword',
    summary: 'Makes somebody a new password',
    request: { params: personParams, body: emptyForm },
    responses: {
      200: { description: 'The password, which is shown only here', contentType: 'text/html; charset=utf-8' },
    },
    handle: async ({ params }, context) =>
      passwordPage(await renewPassword(dependencies, { caller: context.caller, ...params }), context),
  });
}

function requireFactor(dependencies: SignInUpkeep): Endpoint {
  return endpoint({
    ...action,
    path: `${PERSON}/second-factor`,
    operationId: 'requireSecondFactor',
    summary: 'Asks a second factor of somebody, or no longer',
    request: { params: personParams, body: requireForm },
    handle: async ({ params, body }, { caller }) => {
      await requireFactorOf(dependencies, { caller, ...params, ...body });
      return seeOther(personPath(params.personId));
    },
  });
}

function resetFactor(dependencies: SignInUpkeep): Endpoint {
  return endpoint({
    ...action,
    path: `${PERSON}/second-factor/reset`,
    operationId: 'resetSecondFactor',
    summary: 'Takes away a second factor that somebody has lost',
    request: { params: personParams, body: emptyForm },
    handle: async ({ params }, { caller }) => {
      await resetFactorOf(dependencies, { caller, ...params });
      return seeOther(personPath(params.personId));
    },
  });
}

function link(dependencies: SignInUpkeep): Endpoint {
  return endpoint({
    ...action,
    path: `${PERSON}/account`,
    operationId: 'linkAccount',
    summary: 'Lets somebody sign in by the account of their company',
    request: { params: personParams, body: accountForm },
    handle: async ({ params, body }, { caller }) => {
      await linkAccountOf(dependencies, { caller, ...params, ...body });
      return seeOther(personPath(params.personId));
    },
  });
}

function unlink(dependencies: SignInUpkeep): Endpoint {
  return endpoint({
    ...action,
    path: `${PERSON}/account/unlink`,
    operationId: 'unlinkAccount',
    summary: 'Lets somebody sign in by that account no longer',
    request: { params: personParams, body: emptyForm },
    handle: async ({ params }, { caller }) => {
      await unlinkAccountOf(dependencies, { caller, ...params });
      return seeOther(personPath(params.personId));
    },
  });
}
