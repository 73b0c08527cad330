import type { z } from 'zod';
import type { Caller } from '../http/caller';
import { endpoint, type Context, type Endpoint } from '../http/endpoint';
import { pageOfList } from '../http/page-of-list';
import { refuseTestKey } from '../http/refuse-test-key';
import { type Reply, reply } from '../http/reply';
import { etagOf, expectedVersion, versionHeaders } from '../http/version';
import { onceHeaders, replayedHeader } from '../idempotency/idempotency-schemas';
import { onceOf } from '../idempotency/once';
import type { Written } from '../idempotency/write-once';
import { type ChangeDependencies, changeShipment } from './change-shipment';
import { type ChangedDetails, withDetails } from './decisions';
import { actorOf, reachOf, shipmentFor } from './find-shipment';
import { orderOf } from './order-of';
import { testKeyWords } from './refusals';
import { type RegisterDependencies, registerShipment } from './register-shipment';
import type { Shipment } from './shipment';
import { detailsExamples, orderExamples, pageExample, shipmentExamples } from './shipments-examples';
import {
  shipment,
  shipmentDetailsRequest,
  shipmentPage,
  shipmentPageQuery,
  shipmentParams,
  shipmentRequest,
} from './shipments-schemas';
import { listShipments } from './shipments-store';
import { shownShipment } from './shown-shipment';

export type ShipmentsDependencies = RegisterDependencies & ChangeDependencies;

const tags = ['shipments'];

/** Registers, shows, lists and changes shipments. */
export function shipmentsEndpoints(dependencies: ShipmentsDependencies): Endpoint[] {
  return [
    registerOne(dependencies),
    getOne(dependencies),
    listThem(dependencies),
    changeDetails(dependencies),
  ];
}

function registerOne(dependencies: ShipmentsDependencies): Endpoint {
  return endpoint({
    method: 'post',
    path: '/v1/shipments',
    operationId: 'registerShipment',
    summary: "Register an order's shipment; its address is checked",
    description:
      '`accept` is released, `fix` is held, and so is `confirm` unless the shopper confirmed it. A held shipment reaches no ' +
      'van: its check says what is wrong and which addresses may be meant.',
    tags,
    scopes: ['shipments'],
    request: { headers: onceHeaders, body: shipmentRequest, examples: orderExamples },
    responses: {
      201: { description: 'It is registered', schema: shipment, examples: shipmentExamples },
    },
    problems: ['conflict', 'unprocessable'],
    handle: async ({ headers, body }, { caller, language }) => {
      refuseTestKey(caller, testKeyWords);
      const once = onceOf(caller, headers['idempotency-key'], { operationId: 'registerShipment', body });
      const written = await registerShipment(dependencies, caller, orderOf(body), once);
      return replyWith(written, { language, status: 201 });
    },
  });
}

function getOne({ database }: ShipmentsDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path: '/v1/shipments/{shipmentId}',
    operationId: 'getShipment',
    summary: 'One shipment, its ETag for changes to it',
    tags,
    scopes: ['shipments', 'desk', 'planning'],
    request: { params: shipmentParams },
    responses: { 200: { description: 'The shipment', schema: shipment, examples: shipmentExamples } },
    problems: ['not-found'],
    handle: async ({ params }, { caller, language }) => {
      const found = await shipmentFor(database, caller, params.shipmentId);
      return replyWith({ result: found, replayed: false }, { language, status: 200 });
    },
  });
}

function listThem({ database }: ShipmentsDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path: '/v1/shipments',
    operationId: 'listShipments',
    summary: 'Shipments, the newest first',
    description:
      "A shop sees its own, the carrier's people those of their depot and of none yet. Filters go together.",
    tags,
    scopes: ['shipments', 'desk', 'planning'],
    request: { query: shipmentPageQuery },
    responses: { 200: { description: 'A page of them', schema: shipmentPage, examples: pageExample } },
    handle: async ({ query: { cursor, limit, ...filter } }, { caller, language }) => {
      const page = { ...filter, beforeId: cursor, limit: limit + 1 };
      const found = await listShipments(database, reachOf(caller), page);
      const { items, nextCursor } = pageOfList(found, limit);
      return { shipments: items.map((one) => shownShipment(one, language)), nextCursor };
    },
  });
}

function changeDetails(dependencies: ShipmentsDependencies): Endpoint {
  return endpoint({
    method: 'patch',
    path: '/v1/shipments/{shipmentId}',
    operationId: 'changeShipment',
    summary: 'Change what is told of a shipment: recipient, day, depot, note',
    tags,
    scopes: ['shipments', 'desk'],
    request: {
      params: shipmentParams,
      headers: onceHeaders.extend(versionHeaders.shape),
      body: shipmentDetailsRequest,
      examples: detailsExamples,
    },
    responses: { 200: { description: 'As it is now', schema: shipment, examples: shipmentExamples } },
    problems: changeProblems,
    handle: async ({ params, headers, body }, { caller, language }) => {
      const written = await changeShipment(
        dependencies,
        changeRequestOf(caller, params, headers),
        onceOf(caller, headers['idempotency-key'], { operationId: 'changeShipment', params, body }),
        (before) => {
          const after = withDetails(before, body as ChangedDetails);
          return { before, after, code: 'changed', reason: null, actor: actorOf(caller) };
        },
      );
      return replyWith(written, { language, status: 200 });
    },
  });
}

/** The problems of every change to a shipment that is there. */
export const changeProblems = [
  'not-found',
  'conflict',
  'precondition-failed',
  'precondition-required',
  'unprocessable',
] as const;

/** Which change of which state of a shipment is asked for. */
export function changeRequestOf(
  caller: Caller,
  { shipmentId }: z.output<typeof shipmentParams>,
  headers: z.output<typeof versionHeaders>,
) {
  return { caller, shipmentId, expected: expectedVersion(headers) };
}

/** A shipment as an answer, with its ETag. */
export function replyWith(
  { result, replayed }: Written<Shipment>,
  { language, status }: Pick<Context, 'language'> & { status: number },
): Reply<ReturnType<typeof shownShipment>> {
  const headers = { ETag: etagOf(result.version), ...replayedHeader(replayed) };
  return reply(shownShipment(result, language), { status, headers });
}
