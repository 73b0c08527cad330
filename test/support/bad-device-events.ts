import type { BadBody } from './checklist';

const event = { deviceSeq: 1, kind: 'started', occurredAt: '2026-01-05T12:00:00Z' };
const withOne = (of: object) => ({ events: [{ ...event, ...of }] });
/** What a device may not send, with every mistake in it. */
export const BAD_DEVICE_EVENTS: readonly BadBody[] = [
  ['without events', { events: undefined }, [['/events', 'required']]],
  ['with none', { events: [] }, [['/events', 'too_small']]],
  ['with more than 500', { events: Array(501).fill(event) }, [['/events', 'too_big']]],
  ['with no time of sending', { events: [event], sentAt: 'now' }, [['/sentAt', 'format']]],
  ['with a kind that nobody knows', withOne({ kind: 'flown' }), [['/events/0/kind', 'not_allowed']]],
  ['without a kind', withOne({ kind: undefined }), [['/events/0/kind', 'required']]],
  [
    'with every mistake at once',
    {
      events: [
        { ...event, deviceSeq: 0, occurredAt: 'noon' },
        { ...event, kind: 'completed' },
        { ...event, kind: 'failed', stopId: 'stp_1', reason: 'rain' },
        { ...event, kind: 'refused', instructionId: 'ins_1', reason: ' ' },
        { ...event, kind: 'answered', instructionId: 'ins_1', answer: 'perhaps' },
        { ...event, kind: 'position' },
        { ...event, place: { lat: 91, lon: 5 } },
        { ...event, stopid: 'stp_1' },
      ],
    },
    [
      ['/events/0/deviceSeq', 'too_small'],
      ['/events/0/occurredAt', 'format'],
      ['/events/1/stopId', 'required'],
      ['/events/2/reason', 'not_allowed'],
      ['/events/3/reason', 'too_small'],
      ['/events/4/answer', 'not_allowed'],
      ['/events/5/place', 'required'],
      ['/events/6/place/lat', 'too_big'],
      ['/events/7/stopid', 'unknown_field'],
    ],
  ],
];
