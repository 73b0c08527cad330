import type { BadBody } from './checklist';
import { at } from './routes-service';

const stop = { shipments: ['3SKLPT1'] };
/** What can be wrong with a plan: what is sent in place of a right one's parts, and what is said of each. */
export const badPlans: readonly BadBody[] = [
  [
    'without what it cannot do without',
    {
      reference: undefined,
      day: undefined,
      depot: undefined,
      driver: undefined,
      startsAt: undefined,
      stops: undefined,
    },
    ['/reference', '/day', '/depot', '/driver', '/startsAt', '/stops'].map((pointer) => [
      pointer,
      'required',
    ]),
  ],
  [
    'with a stop of nothing, and times that are none',
    { startsAt: '8:00', stops: [{ shipments: [] }, { ...stop, plannedAt: 'soon' }] },
    [
      ['/startsAt', 'format'],
      ['/stops/0/shipments', 'too_small'],
      ['/stops/1/plannedAt', 'format'],
    ],
  ],
  [
    'with half characters, and those that nobody sees',
    { driver: 'Jelle \ud83d', vehicle: 'V-\u001b[2J1', stops: [{ shipments: ['3S\n1'] }] },
    [
      ['/driver', 'half_character'],
      ['/vehicle', 'control_character'],
      ['/stops/0/shipments/0', 'control_character'],
    ],
  ],
  [
    'at times that are nowhere near its shift, and whatever else is wrong with it',
    {
      driver: undefined,
      ...{ endsAt: at('07:00'), day: '2026-01-06' },
      stops: [
        { ...stop, window: { from: '2025-01-05T10:00:00Z', until: '2027-01-05T10:00:00Z' } },
        { shipments: [], plannedAt: '2025-12-01T10:00:00Z' },
      ],
    },
    [
      ['/driver', 'required'],
      ['/startsAt', 'other_day'],
      ['/endsAt', 'not_after'],
      ['/stops/0/window/from', 'far_from_shift'],
      ['/stops/0/window/until', 'far_from_shift'],
      ['/stops/1/shipments', 'too_small'],
      ['/stops/1/plannedAt', 'far_from_shift'],
    ],
  ],
  [
    'of a year that was mistyped',
    { day: '2062-01-05', startsAt: '2062-01-05T08:00:00+01:00', endsAt: '2062-01-05T17:00:00+01:00' },
    [['/day', 'far_day']],
  ],
  ['without stops', { stops: [] }, [['/stops', 'too_small']]],
  ['with more stops than a route has', { stops: Array(301).fill(stop) }, [['/stops', 'too_big']]],
  [
    'with more parcels than a route has',
    { stops: Array(21).fill({ shipments: Array(50).fill('3SKLPT1') }) },
    [['/stops', 'too_many_shipments']],
  ],
  ['on another day than it starts', { day: '2026-01-06' }, [['/startsAt', 'other_day']]],
  ['that ends before it starts', { endsAt: at('07:00') }, [['/endsAt', 'not_after']]],
  ['that takes more than a day', { endsAt: '2026-01-06T09:00:00+01:00' }, [['/endsAt', 'too_long']]],
  [
    'with a window that ends before it begins, and a place that is nowhere',
    { stops: [{ ...stop, window: { from: at('10:00'), until: at('09:00') }, place: { lat: 91, lon: 6 } }] },
    [
      ['/stops/0/window/until', 'not_after'],
      ['/stops/0/place/lat', 'too_big'],
    ],
  ],
  ['with fields that nobody knows', { chauffeur: 'Jelle' }, [['/chauffeur', 'unknown_field']]],
];
