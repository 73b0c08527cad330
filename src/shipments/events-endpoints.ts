import { z } from 'zod';
import { endpoint, type Endpoint, type Examples } from '../http/endpoint';
import { reply } from '../http/reply';
import { shortText } from '../http/short-text';
import { onceHeaders, replayedHeader } from '../idempotency/idempotency-schemas';
import { onceOf } from '../idempotency/once';
import type { ChangeDependencies } from './change-shipment';
import { shipmentFor } from './find-shipment';
import { recordScan } from './record-scan';
import { failureReasonOf, SCAN_CODES, scanCodeOf } from './scan-codes';
import { FAILURE_REASONS } from './shipment';
import { listEvents } from './shipment-events-store';
import { shipmentEvent, shipmentParams } from './shipments-schemas';
import { shownEvent } from './shown-shipment';

const tags = ['shipments'];

const code = z
  .string()
  .trim()
  .max(40)
  .transform((text, context) => scanCodeOf(text) ?? refuse(context, Object.keys(SCAN_CODES)))
  .meta({
    type: 'string',
    description: `${Object.keys(SCAN_CODES).join(', ')}; or the trade's own code, such as EMH.`,
    example: 'delivery_failed',
  });
const reason = z
  .string()
  .trim()
  .max(40)
  .transform((text, context) => failureReasonOf(text) ?? refuse(context, FAILURE_REASONS))
  .meta({
    type: 'string',
    description: `Of delivery_failed: ${FAILURE_REASONS.join(', ')}; or as the device calls it.`,
    example: 'incorrect address',
  });

/** Told by its known words: someone with a scanner in hand does not look them up. */
function refuse(context: z.RefinementCtx, known: readonly string[]): never {
  const words = known.join(', ');
  context.addIssue({
    code: 'custom',
    params: { code: 'unknown_code', nl: `Bekend zijn: ${words}.`, en: `Known are: ${words}.` },
  });
  return z.NEVER;
}

export const scanRequest = z
  .strictObject({
    code,
    reason: reason.nullish(),
    occurredAt: z.iso
      .datetime({ offset: true, abort: true })
      .regex(/^20/)
      .meta({ description: "By the device's clock, in this century.", example: '2026-11-25T10:12:00+01:00' }),
    device: shortText(64).nullish(),
  })
  .meta({ id: 'ScanRequest' });

/** What devices saw of a shipment: recorded, and told back with what people decided. */
export function eventsEndpoints(dependencies: ChangeDependencies): Endpoint[] {
  return [recordEvent(dependencies), listThem(dependencies)];
}

function recordEvent(dependencies: ChangeDependencies): Endpoint {
  return endpoint({
    method: 'post',
    path: '/v1/shipments/{shipmentId}/events',
    operationId: 'recordEvent',
    summary: 'Record a scan',
    description:
      'Every scan is kept; one that is late, repeated or not possible changes nothing, and `effect` says so. A delivery that failed for its address holds the shipment.',
    tags,
    scopes: ['planning', 'desk'],
    request: { params: shipmentParams, headers: onceHeaders, body: scanRequest, examples: scanExamples },
    responses: {
      201: {
        description: 'It is kept',
        schema: shipmentEvent,
        examples: { failed: { summary: 'Not delivered', value: eventExample } },
      },
    },
    problems: ['not-found', 'conflict', 'unprocessable'],
    handle: async ({ params, headers, body }, { caller }) => {
      const once = onceOf(caller, headers['idempotency-key'], { operationId: 'recordEvent', params, body });
      const scan = {
        code: body.code,
        reason: body.reason ?? null,
        device: body.device ?? null,
        occurredAtMs: Date.parse(body.occurredAt),
      };
      const asked = { caller, shipmentId: params.shipmentId, scan };
      const { result, replayed } = await recordScan(dependencies, asked, once);
      return reply(shownEvent(result.event), { status: 201, headers: replayedHeader(replayed) });
    },
  });
}

function listThem({ database }: ChangeDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path: '/v1/shipments/{shipmentId}/events',
    operationId: 'listEvents',
    summary: 'What happened to a shipment, in the order in which it was heard of',
    tags,
    scopes: ['shipments', 'desk', 'planning'],
    request: { params: shipmentParams },
    responses: {
      200: {
        description: 'Its history',
        schema: z.object({ events: z.array(shipmentEvent) }).meta({ id: 'ShipmentEvents' }),
        examples: { one: { summary: 'One', value: { events: [eventExample] } } },
      },
    },
    problems: ['not-found'],
    handle: async ({ params }, { caller }) => {
      const { id } = await shipmentFor(database, caller, params.shipmentId);
      return { events: (await listEvents(database, id)).map(shownEvent) };
    },
  });
}

const scanExamples: Examples = {
  failed: {
    summary: 'Nobody of that name there',
    value: {
      code: 'EMH',
      reason: 'incorrect address',
      occurredAt: '2026-11-25T10:12:00+01:00',
      device: 'scanner-7',
    },
  },
};
const eventExample = {
  id: 'evt_01KA2J6W3Z5Y8Q7R9S0T1V2W3X',
  code: 'delivery_failed',
  reason: 'incorrect_address',
  effect: 'applied',
  state: 'held',
  by: 'carrier',
  device: 'scanner-7',
  occurredAt: '2026-11-25T09:12:00.000Z',
  receivedAt: '2026-11-25T09:12:01.000Z',
};
