import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock';
import { requireUpkeep } from '../../desk/upkeep-rights';
import { endpoint, type Endpoint } from '../../http/endpoint';
import { pagesTag } from '../../http/openapi-tags';
import { pageOfList } from '../../http/page-of-list';
import { seeOther } from '../../http/pages';
import { Problem } from '../../http/problem';
import { onceOf } from '../../idempotency/once';
import { readRegisterState } from '../register-state';
import { amendmentOf, amendmentParams } from './amendments-schemas';
import { listAmendments } from './amendments-store';
import { amendmentForm, amendmentsUpkeepQuery, withdrawForm } from './amendments-upkeep-schemas';
import { AMENDMENTS_PATH, amendmentsPage } from './amendments-pages';
import { type AmendmentsStandOn, createAmendment, withdrawAmendment } from './create-amendment';

export interface AmendmentsUpkeepDependencies extends AmendmentsStandOn {
  clock: Clock;
  registerMaxAgeDays: number;
  /** By what people know whoever made an amendment, by their ids; who has no name is left out. */
  namesOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

const page = { tags: [pagesTag], scopes: ['supervision'], page: true } as const;
const action = {
  ...page,
  method: 'post',
  responses: { 303: { description: 'Back to the page, as it is then' } },
} as const;
const PAGE = 25;

/** The register as it is in use, and what supervisors lay over it: each form is a use case of the API. */
export function amendmentsUpkeepEndpoints(dependencies: AmendmentsUpkeepDependencies): Endpoint[] {
  return [show(dependencies), add(dependencies), withdraw(dependencies)];
}

function show(dependencies: AmendmentsUpkeepDependencies): Endpoint {
  return endpoint({
    ...page,
    method: 'get',
    path: AMENDMENTS_PATH,
    operationId: 'showAmendments',
    summary: 'The register in use, and the amendments to it',
    request: { query: amendmentsUpkeepQuery },
    responses: { 200: { description: 'A page', contentType: 'text/html; charset=utf-8' } },
    handle: async ({ query: { cursor } }, context) => {
      requireUpkeep(context.caller, 'amendments');
      const { database, clock, namesOf } = dependencies;
      const asked = { nowMs: clock.nowMs(), beforeId: cursor, limit: PAGE + 1 };
      const { items, nextCursor } = pageOfList(await listAmendments(database, asked), PAGE);
      const names = await namesOf(items.map(({ createdBy }) => createdBy));
      const register = readRegisterState(dependencies);
      const view = { register, amendments: items, names, nextCursor, isFirst: cursor === undefined };
      return amendmentsPage(view, context, randomUUID());
    },
  });
}

function add(dependencies: AmendmentsUpkeepDependencies): Endpoint {
  return endpoint({
    ...action,
    path: AMENDMENTS_PATH,
    operationId: 'addAmendment',
    summary: 'Adds a street, a house number or a former name that the register lacks',
    request: { body: amendmentForm },
    handle: async ({ body: { key, amendment } }, { caller }) => {
      requireUpkeep(caller, 'amendments');
      const once = onceOf(caller, key, { operationId: 'addAmendment', body: amendment });
      const { reason } = amendment;
      const made = { amendment: amendmentOf(amendment), reason, createdBy: caller.personId };
      await createAmendment(dependencies, made, once, dependencies.clock.nowMs());
      return seeOther(AMENDMENTS_PATH);
    },
  });
}

function withdraw(dependencies: AmendmentsUpkeepDependencies): Endpoint {
  return endpoint({
    ...action,
    path: `${AMENDMENTS_PATH}/{amendmentId}/withdraw`,
    operationId: 'withdrawAmendment',
    summary: 'Withdraws an amendment',
    request: { params: amendmentParams, body: withdrawForm },
    handle: async ({ params: { amendmentId: id } }, { caller }) => {
      requireUpkeep(caller, 'amendments');
      const which = { id, actor: caller.personId };
      const isDone = await withdrawAmendment(dependencies, which, dependencies.clock.nowMs());
      if (!isDone) throw new Problem('conflict', { detail: GONE });
      return seeOther(AMENDMENTS_PATH);
    },
  });
}

const GONE = {
  nl: 'Deze aanvulling geldt niet meer: iemand trok haar in, of haar tijd was om.',
  en: 'This amendment no longer counts: somebody withdrew it, or its time had come.',
};
