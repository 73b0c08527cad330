import { requireUpkeep } from '../desk/upkeep-rights';
import { endpoint, type Endpoint } from '../http/endpoint';
import { pagesTag } from '../http/openapi-tags';
import { seeOther } from '../http/pages';
import { accountOf } from './company-accounts-store';
import { listDepots } from './depots-store';
import { peopleInReach, personInReach } from './people-in-reach';
import { passwordPage, peoplePage, personPath, PEOPLE_PATH, tokenPage } from './people-pages';
import { emptyForm, peopleQuery, personForm, personParams, tokenParams } from './people-schemas';
import { personPage } from './person-pages';
import { personSignInEndpoints } from './person-sign-in-endpoints';
import { addColleague, addToken, endColleague, type PeopleDependencies, stopToken } from './upkeep-people';
import type { SignInUpkeep } from './upkeep-sign-in';

const page = { tags: [pagesTag], scopes: ['supervision'], page: true } as const;
const htmlPage = { description: 'A page', contentType: 'text/html; charset=utf-8' };
const action = {
  ...page,
  method: 'post',
  responses: { 303: { description: 'Back to the page, as it is then' } },
} as const;
const making = {
  ...page,
  method: 'post',
  responses: { 200: { ...htmlPage, description: 'What was made, which is shown only here' } },
} as const;
const PERSON = `${PEOPLE_PATH}/{personId}`;

/** The carrier's people, as supervisors keep them up: each form is a use case of the command line. */
export function peopleEndpoints(dependencies: SignInUpkeep): Endpoint[] {
  return [
    home,
    showPeople(dependencies),
    addOne(dependencies),
    showPerson(dependencies),
    end(dependencies),
    makeToken(dependencies),
    revoke(dependencies),
    ...personSignInEndpoints(dependencies),
  ];
}

const home = endpoint({
  ...page,
  method: 'get',
  path: '/desk/upkeep',
  operationId: 'showUpkeep',
  summary: 'Leads to the people',
  responses: { 303: { description: 'To the people' } },
  handle: () => seeOther(PEOPLE_PATH),
});

function showPeople({ database }: PeopleDependencies): Endpoint {
  return endpoint({
    ...page,
    method: 'get',
    path: PEOPLE_PATH,
    operationId: 'showPeople',
    summary: 'Agents, supervisors and planning systems',
    request: { query: peopleQuery },
    responses: { 200: htmlPage },
    handle: async ({ query }, context) => {
      requireUpkeep(context.caller, 'people');
      const people = await peopleInReach(database, context.caller);
      const depots = await listDepots(database);
      return peoplePage({ people, depots, showsEnded: query.ended === 'yes' }, context);
    },
  });
}

function addOne(dependencies: PeopleDependencies): Endpoint {
  return endpoint({
    ...making,
    path: PEOPLE_PATH,
    operationId: 'addPerson',
    summary: 'Adds somebody, with a password or a token',
    request: { body: personForm },
    handle: async ({ body }, context) => {
      const added = await addColleague(dependencies, context.caller, body);
      return 'password' in added ? passwordPage(added, context) : tokenPage(added, context);
    },
  });
}

function showPerson({ database, signOn }: SignInUpkeep): Endpoint {
  return endpoint({
    ...page,
    method: 'get',
    path: PERSON,
    operationId: 'showPerson',
    summary: 'One of them, and their tokens',
    request: { params: personParams },
    responses: { 200: htmlPage },
    handle: async ({ params: { personId } }, context) => {
      const person = await personInReach(database, context.caller, personId);
      const account = await accountOf(database, personId);
      return personPage({ person, account, hasSignOn: signOn !== null }, context);
    },
  });
}

function end(dependencies: PeopleDependencies): Endpoint {
  return endpoint({
    ...action,
    path: `${PERSON}/end`,
    operationId: 'endPerson',
    summary: 'Ends somebody',
    request: { params: personParams, body: emptyForm },
    handle: async ({ params }, { caller }) => {
      await endColleague(dependencies, { caller, ...params });
      return seeOther(PEOPLE_PATH);
    },
  });
}

function makeToken(dependencies: PeopleDependencies): Endpoint {
  return endpoint({
    ...making,
    path: `${PERSON}/tokens`,
    operationId: 'addPersonToken',
    summary: 'Makes somebody one more token',
    request: { params: personParams, body: emptyForm },
    handle: async ({ params }, context) =>
      tokenPage(await addToken(dependencies, { caller: context.caller, ...params }), context),
  });
}

function revoke(dependencies: PeopleDependencies): Endpoint {
  return endpoint({
    ...action,
    path: `${PERSON}/tokens/{tokenId}/revoke`,
    operationId: 'revokePersonToken',
    summary: "Revokes one of somebody's tokens",
    request: { params: tokenParams, body: emptyForm },
    handle: async ({ params }, { caller }) => {
      await stopToken(dependencies, { caller, ...params });
      return seeOther(personPath(params.personId));
    },
  });
}
