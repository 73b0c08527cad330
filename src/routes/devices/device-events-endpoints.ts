import { endpoint, type Endpoint, type Examples } from '../../http/endpoint';
import {
  DEVICE_EVENTS_LIMIT_BYTES,
  deviceEventOf,
  deviceEventsAnswer,
  deviceEventsRequest,
  sentAtMsOf,
} from './device-events-schemas';
import { type DeviceEventsDependencies, recordDeviceEvents } from './record-device-events';
import { routeParams } from '../routes-schemas';

/** What a driver's device reports. */
export function deviceEventsEndpoints(dependencies: DeviceEventsDependencies): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/v1/routes/{routeId}/device-events',
      operationId: 'recordDeviceEvents',
      summary: 'What a driver did, from the device, in its own order',
      description:
        'Made for devices that are away: whatever was done meanwhile is sent in one request, in the order of `deviceSeq`, ' +
        'and each of it is done once, however often it is sent. `deviceSeq` therefore takes the place of an ' +
        'Idempotency-Key: after a timeout send the same again, with what came since. Either all of a request is done or ' +
        'none; what can no longer be done is no error, and `effect` says so. Of positions only the latest counts.',
      tags: ['routes'],
      scopes: ['driving'],
      request: {
        params: routeParams,
        body: deviceEventsRequest,
        limitBytes: DEVICE_EVENTS_LIMIT_BYTES,
        examples: eventsExamples,
      },
      responses: {
        200: { description: 'What became of each', schema: deviceEventsAnswer, examples: outcomesExamples },
      },
      problems: ['not-found'],
      handle: async ({ params, body }, { caller }) => {
        const events = body.events.map(deviceEventOf);
        return recordDeviceEvents(dependencies, { caller, ...params, events, sentAtMs: sentAtMsOf(body) });
      },
    }),
  ];
}

const eventsExamples: Examples = {
  away: {
    summary: 'Back from a dead zone: a stop was done, a redirect acknowledged',
    value: {
      sentAt: '2026-11-26T13:04:00+01:00',
      events: [
        {
          deviceSeq: 17,
          kind: 'completed',
          occurredAt: '2026-11-26T12:55:00+01:00',
          stopId: 'stp_01KA2J6W3Z5Y8Q7R9S0T1V2W3X',
          place: { lat: 52.11, lon: 5.18 },
        },
        {
          deviceSeq: 18,
          kind: 'acknowledged',
          occurredAt: '2026-11-26T12:56:10+01:00',
          instructionId: 'ins_01KA2J6W3Z5Y8Q7R9S0T1V2W3X',
        },
      ],
    },
  },
};
const outcomesExamples: Examples = {
  done: {
    summary: 'The first had come through already',
    value: {
      outcomes: [
        { deviceSeq: 17, effect: 'repeated' },
        { deviceSeq: 18, effect: 'applied' },
      ],
      version: 43,
    },
  },
};
