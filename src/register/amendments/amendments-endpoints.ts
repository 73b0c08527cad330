import type { Clock } from '../../clock';
import { endpoint, type Endpoint, type Examples } from '../../http/endpoint';
import { pageOfList } from '../../http/page-of-list';
import { Problem } from '../../http/problem';
import { refuseTestKey } from '../../http/refuse-test-key';
import { reply } from '../../http/reply';
import { onceHeaders, replayedHeader } from '../../idempotency/idempotency-schemas';
import { onceOf } from '../../idempotency/once';
import {
  amendmentOf,
  amendmentPage,
  amendmentPageQuery,
  amendmentParams,
  amendmentRequest,
  amendmentResponse,
  shownAmendment,
} from './amendments-schemas';
import { listAmendments } from './amendments-store';
import { type AmendmentsStandOn, createAmendment, withdrawAmendment } from './create-amendment';

export interface AmendmentsDependencies extends AmendmentsStandOn {
  clock: Clock;
}

const tags = ['register'];
const scopes = ['amendments'] as const;

// An amendment counts for everyone.
const testKeyWords = {
  nl: 'Een testsleutel verandert het register niet; gebruik een sleutel die geen testsleutel is.',
  en: 'A test key does not change the register; use a key that is no test key.',
};

/** What the carrier knows and the register does not: added, listed and withdrawn. */
export function amendmentsEndpoints(dependencies: AmendmentsDependencies): Endpoint[] {
  return [postAmendment(dependencies), getAmendments(dependencies), removeAmendment(dependencies)];
}

function postAmendment(dependencies: AmendmentsDependencies): Endpoint {
  return endpoint({
    method: 'post',
    path: '/v1/register-amendments',
    operationId: 'createRegisterAmendment',
    summary: 'Add a street, a house number or a former name that the register lacks',
    description: 'Every replica judges by it within two seconds, until it expires or is withdrawn.',
    tags,
    scopes,
    request: { headers: onceHeaders, body: amendmentRequest, examples: requestExamples },
    responses: {
      201: {
        description: 'It is laid over the register',
        schema: amendmentResponse,
        examples: { street: { summary: 'A new street', value: shownExample } },
      },
    },
    problems: ['conflict', 'unprocessable'],
    handle: async ({ headers, body }, { caller }) => {
      refuseTestKey(caller, testKeyWords);
      const asked = { operationId: 'createRegisterAmendment', body };
      const once = onceOf(caller, headers['idempotency-key'], asked);
      const amendment = { amendment: amendmentOf(body), reason: body.reason, createdBy: caller.keyId };
      const nowMs = dependencies.clock.nowMs();
      const { result, replayed } = await createAmendment(dependencies, amendment, once, nowMs);
      return reply(shownAmendment(result), { status: 201, headers: replayedHeader(replayed) });
    },
  });
}

function getAmendments({ database, clock }: AmendmentsDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path: '/v1/register-amendments',
    operationId: 'listRegisterAmendments',
    summary: 'The amendments in force, the newest first',
    tags,
    scopes,
    request: { query: amendmentPageQuery },
    responses: {
      200: {
        description: 'A page of them',
        schema: amendmentPage,
        examples: {
          last: { summary: 'The last page', value: { amendments: [shownExample], nextCursor: null } },
        },
      },
    },
    handle: async ({ query: { cursor, limit } }) => {
      const page = { nowMs: clock.nowMs(), beforeId: cursor, limit: limit + 1 };
      const found = await listAmendments(database, page);
      const { items, nextCursor } = pageOfList(found, limit);
      return { amendments: items.map(shownAmendment), nextCursor };
    },
  });
}

function removeAmendment(dependencies: AmendmentsDependencies): Endpoint {
  return endpoint({
    method: 'delete',
    path: '/v1/register-amendments/{amendmentId}',
    operationId: 'deleteRegisterAmendment',
    summary: 'Withdraw an amendment',
    tags,
    scopes,
    request: { params: amendmentParams },
    responses: { 204: { description: 'It no longer counts' } },
    problems: ['not-found'],
    handle: async ({ params }, { caller }) => {
      refuseTestKey(caller, testKeyWords);
      const which = { id: params.amendmentId, actor: caller.keyId };
      if (!(await withdrawAmendment(dependencies, which, dependencies.clock.nowMs())))
        throw new Problem('not-found');
      return undefined;
    },
  });
}

const onStreet = {
  city: 'Zilverwaard',
  reason: 'Opgeleverd op 1 november; nog niet in de BAG',
  expiresAt: '2099-01-01T00:00:00Z',
};
const newStreet = {
  ...onStreet,
  kind: 'street',
  street: 'Nieuwe Havenlaan',
  postcode: '8963 XA',
  houseNumber: 7,
};

const requestExamples: Examples = {
  street: { summary: 'A new street, with the number that is known of it', value: newStreet },
  number: {
    summary: 'A new house number',
    value: { ...onStreet, kind: 'number', street: 'Lindelaan', postcode: '8962 KL', houseNumber: 901 },
  },
  formerName: {
    summary: 'A name that people still use',
    value: { ...onStreet, kind: 'former_name', street: 'Lindelaan', formerName: 'Lindenlaantje' },
  },
};

const shownExample = {
  ...newStreet,
  id: 'amd_01JD3Z6Q8Y5V4T2R9W7X0C1B3N',
  postcode: '8963XA',
  houseNumberAddition: null,
  formerName: null,
  createdAt: '2026-11-22T08:30:00.000Z',
  expiresAt: '2099-01-01T00:00:00.000Z',
};
