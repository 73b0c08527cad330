import { z } from 'zod';
import { linesOfText } from '../../http/short-text';
import { DEVICE_EFFECTS, type DeviceEvent } from './device-event';
import { STOP_FAILURES } from '../failure-reasons';
import { INSTRUCTION_ANSWERS } from '../instructions/instruction';

/** Of 500 events of any kind, with room for reasons. */
export const DEVICE_EVENTS_LIMIT_BYTES = 256 * 1024;

const place = z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }).meta({
  id: 'DevicePlace',
  description: 'Where the device was (WGS 84).',
  example: { lat: 52.11, lon: 5.18 },
});

const instant = z.iso.datetime({ offset: true, abort: true });

const always = {
  deviceSeq: z.int().min(1).max(2_147_483_647).meta({
    description:
      "The device's own count of what it reports, which takes the place of an Idempotency-Key: each is done once.",
    example: 17,
  }),
  occurredAt: instant.meta({
    description:
      "By the device's clock, whatever that says: ahead is taken for now, before the day of the route for its beginning.",
    example: '2026-11-26T12:55:00+01:00',
  }),
  place: place.nullish(),
};
const stopId = z.string().min(1).max(64).meta({ example: 'stp_01KA2J6W3Z5Y8Q7R9S0T1V2W3X' });
const instructionId = z.string().min(1).max(64).meta({ example: 'ins_01KA2J6W3Z5Y8Q7R9S0T1V2W3X' });
const failure = z.enum(STOP_FAILURES).meta({ description: 'Why, in the words of the scan codes.' });

const deviceEvent = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...always, kind: z.literal('position'), place }),
    z.strictObject({ ...always, kind: z.literal('started') }),
    z.strictObject({ ...always, kind: z.literal('heading'), stopId }),
    z.strictObject({ ...always, kind: z.literal('arrived'), stopId }),
    z.strictObject({ ...always, kind: z.literal('completed'), stopId }),
    z.strictObject({ ...always, kind: z.literal('failed'), stopId, reason: failure }),
    z.strictObject({ ...always, kind: z.literal('skipped'), stopId, reason: failure.nullish() }),
    z.strictObject({ ...always, kind: z.literal('acknowledged'), instructionId }),
    z.strictObject({
      ...always,
      kind: z.literal('refused'),
      instructionId,
      reason: linesOfText(200).meta({ description: "In the driver's words." }),
    }),
    z.strictObject({
      ...always,
      kind: z.literal('answered'),
      instructionId,
      answer: z.enum(INSTRUCTION_ANSWERS),
    }),
    z.strictObject({ ...always, kind: z.literal('ended') }),
  ])
  .meta({ id: 'DeviceEvent' });

export const deviceEventsRequest = z
  .strictObject({
    sentAt: instant.nullish().meta({
      description:
        "When this was sent, by the device's clock: where that is more than two seconds off, every `occurredAt` is put right " +
        'by the difference, of a day at most.',
      example: '2026-11-26T13:04:00+01:00',
    }),
    events: z.array(deviceEvent).min(1).max(500),
  })
  .meta({ id: 'DeviceEventsRequest' });

export const deviceEventsAnswer = z
  .object({
    outcomes: z
      .array(
        z.object({
          deviceSeq: z.int(),
          effect: z.enum(DEVICE_EFFECTS).meta({
            description:
              '`repeated`: it was sent before; `late`: what is known is newer, or it was closed meanwhile; ' +
              '`not_possible`: not of this route, or not in its state. Whichever it is, it need not be sent again.',
          }),
        }),
      )
      .meta({ description: 'In the order of `deviceSeq`.' }),
    version: z.int().meta({ description: 'Of the route, after all of it.' }),
  })
  .meta({ id: 'DeviceEventOutcomes' });

type DeviceEventSent = z.output<typeof deviceEvent>;

/** When events were sent, in the words of the core. */
export function sentAtMsOf({ sentAt }: z.output<typeof deviceEventsRequest>): number | null {
  return typeof sentAt === 'string' ? Date.parse(sentAt) : null;
}

/** An event as it was sent, in the words of the core. */
export function deviceEventOf({ occurredAt, place: at, ...event }: DeviceEventSent): DeviceEvent {
  const told = 'reason' in event ? { ...event, reason: event.reason ?? null } : event;
  return { ...told, place: at ?? null, occurredAtMs: Date.parse(occurredAt) } as DeviceEvent;
}
