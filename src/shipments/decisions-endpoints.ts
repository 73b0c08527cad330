import type { z } from 'zod';
import type { Scope } from '../http/caller';
import { type Context, endpoint, type Endpoint, type Examples } from '../http/endpoint';
import { Problem } from '../http/problem';
import { reply } from '../http/reply';
import { versionHeaders } from '../http/version';
import { onceHeaders, replayedHeader } from '../idempotency/idempotency-schemas';
import { onceOf } from '../idempotency/once';
import { type ChangeDependencies, changeShipment } from './change-shipment';
import type { DecisionCode } from './decision-event';
import { cancelled, heldByAgent, releasedByDesk, releasedByShop } from './decisions';
import { actorOf } from './find-shipment';
import { releaseShipments } from './release-shipments';
import type { Shipment } from './shipment';
import { shipmentExamples, shownExample } from './shipments-examples';
import { changeProblems, changeRequestOf, replyWith } from './shipments-endpoints';
import {
  bulkRelease,
  bulkReleaseRequest,
  cancelRequest,
  holdRequest,
  releaseRequest,
  shipment,
  shipmentParams,
} from './shipments-schemas';

const tags = ['shipments'];
const headers = onceHeaders.extend(versionHeaders.shape);
const responses = { 200: { description: 'As it is now', schema: shipment, examples: shipmentExamples } };

/** What someone decides of shipments: release, hold, cancel. */
export function decisionsEndpoints(dependencies: ChangeDependencies): Endpoint[] {
  return [release(dependencies), hold(dependencies), cancel(dependencies), releaseMany(dependencies)];
}

interface Decision {
  operationId: string;
  code: DecisionCode;
  decide: (before: Shipment, nowMs: number) => Shipment;
}

interface Sent {
  params: z.output<typeof shipmentParams>;
  headers: z.output<typeof headers>;
  body: { reason?: string | undefined };
}

async function decideOn(
  dependencies: ChangeDependencies,
  { operationId, code, decide }: Decision,
  { params, headers: sent, body }: Sent,
  { caller, language }: Context<readonly [Scope, ...Scope[]]>,
) {
  const once = onceOf(caller, sent['idempotency-key'], { operationId, params, body });
  const change = changeRequestOf(caller, params, sent);
  const written = await changeShipment(dependencies, change, once, (before, nowMs) => ({
    before,
    after: decide(before, nowMs),
    code,
    reason: body.reason ?? null,
    actor: actorOf(caller),
  }));
  return replyWith(written, { language, status: 200 });
}

function release(dependencies: ChangeDependencies): Endpoint {
  return endpoint({
    method: 'post',
    path: '/v1/shipments/{shipmentId}/release',
    operationId: 'releaseShipment',
    summary: 'Release a held shipment without a correction',
    description:
      'A shop may where the check said `confirm` and the shopper was asked; the desk may with a reason, to the address as it was typed where the check found none.',
    tags,
    scopes: ['shipments', 'desk'],
    request: { params: shipmentParams, headers, body: releaseRequest, examples: releaseExamples },
    responses,
    problems: changeProblems,
    handle: (input, context) => {
      const [{ body }, { caller }] = [input, context];
      const isDesk = caller.kind === 'person';
      if (isDesk && body.reason === undefined) throw missing('/reason');
      if (!isDesk && !body.addressConfirmed) throw missing('/addressConfirmed');
      const decide = isDesk ? releasedByDesk : releasedByShop;
      const decision: Decision = { operationId: 'releaseShipment', code: 'released', decide };
      return decideOn(dependencies, decision, input, context);
    },
  });
}

function hold(dependencies: ChangeDependencies): Endpoint {
  return endpoint({
    method: 'post',
    path: '/v1/shipments/{shipmentId}/hold',
    operationId: 'holdShipment',
    summary: 'Hold a shipment whose address is in doubt',
    tags,
    scopes: ['desk'],
    request: {
      params: shipmentParams,
      headers,
      body: holdRequest,
      examples: { call: { summary: 'The customer called', value: { reason: 'Klant belt: verhuisd' } } },
    },
    responses,
    problems: changeProblems,
    handle: (input, context) => {
      const { body } = input;
      const decision: Decision = {
        operationId: 'holdShipment',
        code: 'held',
        decide: (before, nowMs) => heldByAgent(before, body.reason, nowMs),
      };
      return decideOn(dependencies, decision, input, context);
    },
  });
}

function cancel(dependencies: ChangeDependencies): Endpoint {
  return endpoint({
    method: 'post',
    path: '/v1/shipments/{shipmentId}/cancel',
    operationId: 'cancelShipment',
    summary: 'Cancel a shipment that has not left',
    tags,
    scopes: ['shipments', 'desk'],
    request: {
      params: shipmentParams,
      headers,
      body: cancelRequest,
      examples: {
        order: { summary: 'The order was cancelled', value: { reason: 'Bestelling geannuleerd' } },
      },
    },
    responses,
    problems: changeProblems,
    handle: (input, context) => {
      const decision: Decision = { operationId: 'cancelShipment', code: 'cancelled', decide: cancelled };
      return decideOn(dependencies, decision, input, context);
    },
  });
}

function releaseMany(dependencies: ChangeDependencies): Endpoint {
  return endpoint({
    method: 'post',
    path: '/v1/shipment-releases',
    operationId: 'releaseShipments',
    summary: 'Release many shipments that were held by a false alarm',
    description: 'Each for itself: one that cannot be released does not keep the others.',
    tags,
    scopes: ['supervision'],
    request: { headers: onceHeaders, body: bulkReleaseRequest, examples: bulkExamples },
    responses: {
      200: {
        description: 'What became of each',
        schema: bulkRelease,
        examples: {
          released: {
            summary: 'Released',
            value: { outcomes: [{ shipmentId: shownExample.id, outcome: 'released' }] },
          },
        },
      },
    },
    problems: ['conflict', 'unprocessable'],
    handle: async ({ headers: sent, body }, { caller }) => {
      const once = onceOf(caller, sent['idempotency-key'], { operationId: 'releaseShipments', body });
      const { result, replayed } = await releaseShipments(dependencies, { caller, ...body }, once);
      return reply({ outcomes: result }, { headers: replayedHeader(replayed) });
    },
  });
}

function missing(pointer: '/reason' | '/addressConfirmed'): Problem {
  const message =
    pointer === '/reason'
      ? { nl: 'Zeg waarom; het wordt bewaard.', en: 'Say why; it is kept.' }
      : { nl: 'Zeg dat de klant het adres bevestigde.', en: 'Say that the shopper confirmed the address.' };
  return new Problem('invalid-request', { errors: [{ in: 'body', pointer, code: 'required', message }] });
}

const releaseExamples: Examples = {
  shop: { summary: 'A shop: the shopper was asked', value: { addressConfirmed: true } },
  desk: { summary: 'An agent: a false alarm', value: { reason: 'Nieuwbouw, zelf gezien' } },
};
const bulkExamples: Examples = {
  street: {
    summary: 'A new street that the register lacks',
    value: { shipmentIds: [shownExample.id], reason: 'Nieuwe straat, bestaat' },
  },
};
