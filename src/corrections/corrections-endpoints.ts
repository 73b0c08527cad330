import type { z } from 'zod';
import type { Caller } from '../http/caller';
import { type Context, endpoint, type Endpoint } from '../http/endpoint';
import { type Reply, reply } from '../http/reply';
import { etagOf, versionHeaders } from '../http/version';
import { onceHeaders, replayedHeader } from '../idempotency/idempotency-schemas';
import { onceOf } from '../idempotency/once';
import type { Written } from '../idempotency/write-once';
import { shipmentFor } from '../shipments/find-shipment';
import { changeProblems, changeRequestOf } from '../shipments/shipments-endpoints';
import { shipmentParams } from '../shipments/shipments-schemas';
import type { Correction, CorrectionSource } from './correction';
import { correctionExamples, correctionListExamples, proposalExamples } from './corrections-examples';
import { correction, correctionList, correctionParams, correctionRequest } from './corrections-schemas';
import { listCorrections } from './corrections-store';
import { seenCorrection } from './find-correction';
import { type CorrectionDependencies, proposeCorrection } from './propose-correction';
import { sourceNotYours } from './refusals';
import { shownCorrection } from './shown-correction';

const tags = ['corrections'];

/** Proposes and shows corrections. */
export function correctionsEndpoints(dependencies: CorrectionDependencies): Endpoint[] {
  return [propose(dependencies), listThem(dependencies), getOne(dependencies)];
}

function propose(dependencies: CorrectionDependencies): Endpoint {
  return endpoint({
    method: 'post',
    path: '/v1/shipments/{shipmentId}/corrections',
    operationId: 'proposeCorrection',
    summary: 'Propose another address for a shipment',
    description:
      'It is checked as strictly as the order was, beside the entry that it corrects. What is mixed again is `blocked`, its candidates ' +
      'in its check; what leaves a question is `proposed` and waits for an agent; what is right is `applied` at once, and a held ' +
      'shipment released. If-Match takes the ETag of the shipment.',
    tags,
    scopes: ['shipments', 'desk'],
    request: {
      params: shipmentParams,
      headers: onceHeaders.extend(versionHeaders.shape),
      body: correctionRequest,
      examples: proposalExamples,
    },
    responses: { 201: { description: 'It is kept', schema: correction, examples: correctionExamples } },
    problems: changeProblems,
    handle: async ({ params, headers, body }, { caller, language }) => {
      const proposal = {
        entry: body.address,
        source: sourceOf(caller, body.source),
        isConfirmed: body.addressConfirmed,
      };
      const asked = { ...changeRequestOf(caller, params, headers), proposal };
      const request = { operationId: 'proposeCorrection', params, body };
      const once = onceOf(caller, headers['idempotency-key'], request);
      const written = await proposeCorrection(dependencies, asked, once);
      return replyWith(written, { language, status: 201 });
    },
  });
}

function listThem({ database }: CorrectionDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path: '/v1/shipments/{shipmentId}/corrections',
    operationId: 'listCorrections',
    summary: 'The corrections of a shipment, the newest first',
    tags,
    scopes: ['shipments', 'desk'],
    request: { params: shipmentParams },
    responses: {
      200: { description: 'All of them', schema: correctionList, examples: correctionListExamples },
    },
    problems: ['not-found'],
    handle: async ({ params }, { caller, language }) => {
      const { id } = await shipmentFor(database, caller, params.shipmentId);
      const found = await listCorrections(database, id);
      return { corrections: found.map((one) => shownCorrection(one, language)) };
    },
  });
}

function getOne({ database }: CorrectionDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path: '/v1/shipments/{shipmentId}/corrections/{correctionId}',
    operationId: 'getCorrection',
    summary: 'One correction, its ETag for changes to it',
    tags,
    scopes: ['shipments', 'desk'],
    request: { params: correctionParams },
    responses: { 200: { description: 'The correction', schema: correction, examples: correctionExamples } },
    problems: ['not-found'],
    handle: async ({ params }, { caller, language }) => {
      const result = await seenCorrection(database, { caller, ...params });
      return replyWith({ result, replayed: false }, { language, status: 200 });
    },
  });
}

/** A correction as an answer, with its ETag. */
export function replyWith(
  { result, replayed }: Written<Correction>,
  { language, status }: Pick<Context, 'language'> & { status: number },
): Reply<ReturnType<typeof shownCorrection>> {
  const headers = { ETag: etagOf(result.version), ...replayedHeader(replayed) };
  return reply(shownCorrection(result, language), { status, headers });
}

const SOURCES = {
  shop: ['shop', 'customer'],
  person: ['agent', 'customer', 'email'],
} as const satisfies Record<string, readonly [CorrectionSource, ...CorrectionSource[]]>;

/** @throws Problem invalid-request for a source that the caller cannot speak for */
function sourceOf(caller: Caller, named: z.output<typeof correctionRequest>['source']): CorrectionSource {
  const allowed: readonly [CorrectionSource, ...CorrectionSource[]] =
    SOURCES[caller.kind === 'person' ? 'person' : 'shop'];
  const source = named ?? allowed[0];
  if (!allowed.includes(source)) throw sourceNotYours(allowed);
  return source;
}
