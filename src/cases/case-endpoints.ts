import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { ApprovalDependencies } from '../corrections/approve-correction';
import type { Choice } from '../corrections/choose-option';
import { rejectCorrection, withdrawCorrection } from '../corrections/close-correction';
import { proposeCorrection } from '../corrections/propose-correction';
import { endpoint, type Endpoint } from '../http/endpoint';
import { pagesTag } from '../http/openapi-tags';
import { seeOther } from '../http/pages';
import { onceOf } from '../idempotency/once';
import { askQuestion, type QuestionDependencies } from '../routes/instructions/ask-question';
import { casePage } from './case-pages';
import * as schemas from './case-schemas';
import { handOver } from './hand-over';
import { readCaseMark } from './case-mark';
import { checkTyped } from './check-typed';
import { typedVerdict } from './case-typed-pages';
import { readCase } from './read-case';
import { settleCase } from './settle-case';
import { takeCase } from './take-case';

export interface CaseDependencies extends ApprovalDependencies, QuestionDependencies {
  /** Where the tiles of its map are; empty for a plain drawing. */
  mapTilesUrl: string;
}

const PATH = '/desk/cases/{shipmentId}';
const page = { tags: [pagesTag], scopes: ['desk'], page: true } as const;
const action = {
  ...page,
  method: 'post',
  responses: { 303: { description: 'Back to the page, as it is then' } },
} as const;

/** The page of one case, and what an agent does there: each form is a use case of the API. */
export function caseEndpoints(dependencies: CaseDependencies): Endpoint[] {
  return [
    show(dependencies),
    take(dependencies),
    passOn(dependencies),
    settle(dependencies),
    checkWhatIsTyped(dependencies),
    correct(dependencies),
    undo(dependencies),
    turnDown(dependencies),
    ask(dependencies),
  ];
}

function show(dependencies: CaseDependencies): Endpoint {
  return endpoint({
    ...page,
    method: 'get',
    path: PATH,
    operationId: 'showCase',
    summary: 'Everything about one shipment and its address',
    request: { params: schemas.caseParams, query: schemas.caseQuery },
    responses: { 200: { description: 'A page', contentType: 'text/html; charset=utf-8' } },
    handle: async ({ params, query: { candidate = null, mayBreakPromises } }, context) => {
      const { caller, language } = context;
      const asked = {
        caller,
        ...params,
        language,
        candidate,
        mayBreakPromises: mayBreakPromises === 'yes',
        depot: null,
      };
      const { database, clock } = dependencies;
      // Read first: what changes meanwhile is on the page, and at worst it is asked for once more.
      const mark = await readCaseMark(database, { caller, ...params, nowMs: clock.nowMs() });
      return casePage(await readCase(dependencies, asked), context, {
        ...{ formKey: randomUUID(), mark },
        tilesUrl: dependencies.mapTilesUrl,
      });
    },
  });
}

function take(dependencies: CaseDependencies): Endpoint {
  return endpoint({
    ...action,
    path: `${PATH}/take`,
    operationId: 'takeCase',
    summary: 'Takes a case',
    request: { params: schemas.caseParams, body: schemas.takeForm },
    handle: async ({ params }, { caller }) => {
      await takeCase(dependencies, { caller, ...params });
      return back(params);
    },
  });
}

function passOn(dependencies: CaseDependencies): Endpoint {
  return endpoint({
    ...action,
    path: `${PATH}/hand-over`,
    operationId: 'handOverCase',
    summary: 'Hands a case over to somebody of the desk, or back to nobody',
    request: { params: schemas.caseParams, body: schemas.handOverForm },
    handle: async ({ params, body }, { caller }) => {
      await handOver(dependencies, { caller, ...params, ...body });
      return back(params);
    },
  });
}

function settle(dependencies: CaseDependencies): Endpoint {
  return endpoint({
    ...action,
    path: `${PATH}/settle`,
    operationId: 'settleCase',
    summary: 'Approves an address and how the parcel gets there',
    request: { params: schemas.caseParams, body: schemas.settleForm },
    handle: async ({ params, body }, { caller, language }) => {
      const { key, shipmentVersion, correctionId: id, correctionVersion: version, option } = body;
      const correction = id === undefined || version === undefined ? null : { id, version };
      const { candidate = null, reason = null } = body;
      const decided = { correction, candidate, reason, choice: choiceOf(option) };
      await settleCase(dependencies, { caller, ...params, key, shipmentVersion, ...decided, language });
      return back(params);
    },
  });
}

function choiceOf(option: z.output<typeof schemas.settleForm>['option']): Choice | null {
  if (option === undefined) return null;
  const { kind, mayBreakPromises, routeVersion = null, routeId, depot } = option;
  return { kind, mayBreakPromises, routeVersion, routeId: routeId ?? null, depot: depot ?? null };
}

function checkWhatIsTyped(dependencies: CaseDependencies): Endpoint {
  return endpoint({
    ...action,
    path: `${PATH}/typed`,
    operationId: 'checkTyped',
    summary: 'What the check would say of an address that is being typed',
    request: { params: schemas.caseParams, body: schemas.typedForm },
    responses: { 200: { description: 'A part of the page', contentType: 'text/html; charset=utf-8' } },
    handle: async ({ params, body: { address: entry } }, context) => {
      const { caller, language } = context;
      return typedVerdict(await checkTyped(dependencies, { caller, ...params, entry, language }), context);
    },
  });
}

function correct(dependencies: CaseDependencies): Endpoint {
  return endpoint({
    ...action,
    path: `${PATH}/correct`,
    operationId: 'correctCase',
    summary: 'Proposes another address, which is checked',
    request: { params: schemas.caseParams, body: schemas.correctForm },
    handle: async ({ params, body: { key, shipmentVersion: expected, address } }, { caller }) => {
      const proposal = { entry: address, source: 'agent', isConfirmed: false } as const;
      const once = onceOf(caller, key, { operationId: 'correctCase', params, body: address });
      await proposeCorrection(dependencies, { caller, ...params, expected, proposal }, once);
      return back(params);
    },
  });
}

function undo(dependencies: CaseDependencies): Endpoint {
  return endpoint({
    ...action,
    path: `${PATH}/undo`,
    operationId: 'undoCase',
    summary: 'Undoes a correction',
    request: { params: schemas.caseParams, body: schemas.undoForm },
    handle: async ({ params, body: { key, correctionId, correctionVersion: expected } }, { caller }) => {
      const once = onceOf(caller, key, { operationId: 'undoCase', params, body: correctionId });
      await withdrawCorrection(dependencies, { caller, ...params, correctionId, expected }, once);
      return back(params);
    },
  });
}

function turnDown(dependencies: CaseDependencies): Endpoint {
  return endpoint({
    ...action,
    path: `${PATH}/turn-down`,
    operationId: 'turnDownCase',
    summary: 'Turns a proposed correction down',
    request: { params: schemas.caseParams, body: schemas.turnDownForm },
    handle: async ({ params, body }, { caller }) => {
      const { key, correctionId, correctionVersion: expected, reason } = body;
      const once = onceOf(caller, key, { operationId: 'turnDownCase', params, body: [correctionId, reason] });
      await rejectCorrection(dependencies, { caller, ...params, correctionId, expected, reason }, once);
      return back(params);
    },
  });
}

function ask(dependencies: CaseDependencies): Endpoint {
  return endpoint({
    ...action,
    path: `${PATH}/ask`,
    operationId: 'askFromCase',
    summary: 'Asks the driver something that takes a yes or a no',
    request: { params: schemas.caseParams, body: schemas.questionForm },
    handle: async ({ params, body: { key, ...question } }, { caller }) => {
      const once = onceOf(caller, key, { operationId: 'askFromCase', params, body: question });
      await askQuestion(dependencies, { caller, ...params, ...question }, once);
      return back(params);
    },
  });
}

function back({ shipmentId }: { shipmentId: string }) {
  return seeOther(`/desk/cases/${encodeURIComponent(shipmentId)}`);
}
