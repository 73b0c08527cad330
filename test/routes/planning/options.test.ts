import { OPTION_KINDS } from '../../../src/option-costs';
import type { Option, OptionsQuestion } from '../../../src/routes/planning/option';
import { optionsFor } from '../../../src/routes/planning/options';
import type { Route, Stop } from '../../../src/routes/route';
import {
  alongTheLine,
  anAddress,
  aRoute,
  aStop,
  at,
  done,
  MINUTE,
  NINE,
  promised,
} from '../../support/a-route';

const underWay = { state: 'under_way' } as const;
const stop = (id: string, minutes: number, more: Partial<Stop> = {}) =>
  aStop(id, { place: at(minutes), ...more });

const route = aRoute(
  [stop('a', 20), stop('old', 30), stop('c', 40), stop('d', 50, { window: promised(0, 100) })],
  {
    version: 41,
  },
);
const other = (id: string, minutes: number, more: Partial<Route> = {}) =>
  aRoute([stop(`${id} a`, minutes), stop(`${id} b`, minutes + 10)], {
    id,
    startsAtMs: NINE + 30 * MINUTE,
    ...more,
  });

function question(more: Partial<OptionsQuestion> = {}): OptionsQuestion {
  return {
    nowMs: NINE,
    travelMs: alongTheLine,
    shipmentId: 'parcel of old',
    address: anAddress('new'),
    place: at(45),
    isOnBoard: true,
    isFinal: false,
    route,
    ...{ others: [], depots: [], transferTo: null },
    depot: 'ZLV',
    mayBreakPromises: false,
    costs: {},
    ...more,
  };
}

function option(kind: Option['kind'], more: Partial<OptionsQuestion> = {}): Option {
  return optionsFor(question(more)).find((each) => each.kind === kind)!;
}

const closing = ({ closesAtMs, stopsAway }: Option) => [
  closesAtMs === null ? null : (closesAtMs - NINE) / MINUTE,
  stopsAway,
];

describe('what can still be done', () => {
  it('is told in one order, the quickest first', () => {
    expect(optionsFor(question()).map(({ kind }) => kind)).toEqual(OPTION_KINDS);
  });

  it('is nothing where the parcel is beyond it', () => {
    const options = optionsFor(question({ isFinal: true }));
    expect(options.map(({ allowed, refusal: why }) => [allowed, why?.code])).toEqual(
      OPTION_KINDS.map(() => [false, 'final']),
    );
  });

  it('costs nobody anything unless it is set so', () => {
    const costs = { next_day: { cents: 250, payer: 'carrier' } } as const;
    expect(optionsFor(question({ costs })).map(({ cost }) => cost)).toEqual(
      OPTION_KINDS.map((kind) => (kind === 'next_day' ? costs.next_day : { cents: 0, payer: 'nobody' })),
    );
  });
});

describe('the same route', () => {
  it('says where, when, until when, how much later it ends and whose windows move', () => {
    expect(option('same_route')).toEqual({
      kind: 'same_route',
      allowed: true,
      refusal: null,
      closesAtMs: NINE + 23 * MINUTE,
      stopsAway: 1,
      routeId: 'rte_1',
      routeVersion: 41,
      insertion: expect.objectContaining({ afterStopId: 'c', stopsBefore: 2 }),
      addedMs: 0,
      arriveMs: NINE + 51 * MINUTE,
      window: { fromMs: NINE + 21 * MINUTE, untilMs: NINE + 81 * MINUTE, state: 'estimated' },
      moves: [],
      cost: { cents: 0, payer: 'nobody' },
      day: '2026-11-27',
      depot: 'ZLV',
    });
  });

  it('says whose windows move', () => {
    const shared = {
      ...route,
      stops: route.stops.map((each) =>
        each.id === 'old' ? { ...each, shipmentIds: ['parcel of old', 'x'] } : each,
      ),
    };
    expect(option('same_route', { route: shared }).moves).toMatchObject([
      { stopId: 'd', movesMs: 3 * MINUTE, breaks: false },
    ]);
  });

  it.each<[string, Partial<OptionsQuestion>, unknown]>([
    ['ten minutes before the old stop, where that comes first', {}, [23, 1]],
    ['ten minutes before the new place, where that comes first', { place: at(15) }, [5, 0]],
    [
      'ten minutes before the new place, where the driver is at the old stop',
      { route: aRoute([stop('old', 0, { state: 'arrived', arrivedAtMs: NINE }), stop('c', 40)], underWay) },
      [38, 1],
    ],
    [
      'ten minutes before the new place, where he is on his way to the old stop',
      { route: aRoute([stop('old', 30, { state: 'next' }), stop('c', 40)], underWay) },
      [38, 1],
    ],
    [
      'ten minutes before the new place, where the old stop is nearer than that',
      { route: aRoute([stop('old', 5), stop('c', 40)]) },
      [38, 1],
    ],
    [
      'ten minutes before the new place, where nobody was home at the old',
      {
        route: aRoute(
          [{ ...done('old', -6, -3, { place: at(0) }), state: 'failed' }, stop('c', 40)],
          underWay,
        ),
      },
      [35, 1],
    ],
    ['ten minutes before the old stop, where the new place is not known', { place: null }, [23, 1]],
    [
      'at the end of the shift, where nothing is known',
      { place: null, route: aRoute([aStop('old')], { start: null }) },
      [480, 0],
    ],
  ])('closes %s', (_, more, expected) => {
    expect(closing(option('same_route', more))).toEqual(expected);
  });

  it('keeps the planner’s window where the new place has no coordinates', () => {
    const window = promised(20, 80);
    const planned = {
      ...route,
      stops: route.stops.map((each) => (each.id === 'old' ? { ...each, window } : each)),
    };
    expect(option('same_route', { place: null, route: planned })).toMatchObject({
      allowed: true,
      arriveMs: null,
      window: { ...window, state: 'estimated' },
    });
    expect(option('same_route', { place: null })).toMatchObject({
      allowed: true,
      arriveMs: null,
      window: null,
    });
  });

  it.each<[string, Partial<OptionsQuestion>]>([
    ['not_on_a_route', { route: null }],
    ['route_ended', { route: { ...route, state: 'ended' } }],
    ['final', { route: aRoute([done('old', -9, -5), stop('c', 40)], underWay) }],
    [
      'too_late',
      { place: at(2), route: aRoute([stop('old', 0, { state: 'arrived', arrivedAtMs: NINE })], underWay) },
    ],
    ['exceeds_shift', { place: at(470) }],
    [
      'breaks_promises',
      {
        place: at(15),
        route: aRoute([stop('old', 60), stop('c', 20, { window: promised(0, 20) })], {
          endsAtMs: NINE + 45 * MINUTE,
        }),
        shipmentId: 'stranger',
      },
    ],
  ])('is refused with %s', (code, more) => {
    const refused = option('same_route', more);
    expect([refused.allowed, refused.refusal?.code, refused.closesAtMs]).toEqual([false, code, null]);
  });
});

describe('another route of today', () => {
  const notOnBoard = { isOnBoard: false };

  it('is the cheapest of the depot’s routes that have not left, until that one starts', () => {
    const others = [
      other('far', 200, { start: at(300) }),
      other('near', 40),
      other('nearer', 38, { depot: 'BRD' }),
    ];
    const found = option('other_route_today', { ...notOnBoard, others });
    expect(found).toMatchObject({ allowed: true, routeId: 'near', addedMs: 3 * MINUTE, day: '2026-11-27' });
    expect(closing(found)).toEqual([30, 1]);
  });

  it.each<[string, Partial<OptionsQuestion>]>([
    ['on_board', { others: [other('near', 40)] }],
    ['no_other_route', notOnBoard],
    ['no_other_route', { ...notOnBoard, others: [route] }],
    ['no_other_route', { ...notOnBoard, others: [other('near', 40, underWay)] }],
    ['no_other_route', { ...notOnBoard, others: [other('near', 40, { startsAtMs: NINE })] }],
    ['exceeds_shift', { ...notOnBoard, others: [other('near', 40, { endsAtMs: NINE })] }],
  ])('is refused with %s', (code, more) => {
    expect(option('other_route_today', more)).toMatchObject({ allowed: false, refusal: { code } });
  });

  it('may be had by leave to break what is promised', () => {
    const others = [other('near', 40, { endsAtMs: NINE })];
    expect(option('other_route_today', { ...notOnBoard, others, mayBreakPromises: true })).toMatchObject({
      allowed: true,
    });
  });
});

describe('later', () => {
  const depots = [
    { code: 'ZLV', place: at(0) },
    { code: 'BRD', place: { lat: 51.5, lon: 49 } },
    { code: 'RTD', place: { lat: 51.5, lon: 60 } },
    { code: 'NEW', place: null },
  ];

  it.each<[string, Partial<OptionsQuestion>, object]>([
    ['transfer', { depots, isOnBoard: false }, { allowed: true, depot: 'BRD', day: '2026-11-28' }],
    ['transfer', { depots }, { allowed: true, depot: 'BRD', day: '2026-11-30' }],
    ['transfer', { depots, place: null }, { allowed: false, refusal: { code: 'place_unknown' } }],
    ['transfer', { depots: depots.slice(0, 1) }, { allowed: false, refusal: { code: 'no_other_depot' } }],
    ['transfer', { depots: depots.slice(3) }, { allowed: false, refusal: { code: 'depots_unknown' } }],
    ['next_day', {}, { allowed: true, depot: 'ZLV', day: '2026-11-28', closesAtMs: null }],
    ['next_day', { nowMs: Date.parse('2026-12-24T23:30:00Z') }, { day: '2026-12-28' }],
    ['hold_at_depot', {}, { allowed: true, depot: 'ZLV', day: null }],
    ['return_to_sender', { route: null }, { allowed: true, depot: 'ZLV', day: null }],
  ])('%s', (kind, more, expected) => {
    expect(option(kind as Option['kind'], more)).toMatchObject(expected);
  });
});
