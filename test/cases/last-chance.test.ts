import { lastChanceOf } from '../../src/cases/last-chance';
import type { RouteProgress } from '../../src/routes/planning/last-chance';
import type { RouteState, StopState } from '../../src/routes/states';
import type { ShipmentState } from '../../src/shipments/states';
import { MINUTE, NINE } from '../support/a-route';

const parcel = (state: ShipmentState, depot: string | null = 'ZLV') => ({ id: 'snd_1', state, depot });

function chances(stopState: StopState | null, routeState: RouteState) {
  const toDo = { firstRank: 1, lastRank: 9, lastPlannedAtMs: NINE + 100 * MINUTE };
  const times = { startsAtMs: NINE + 30 * MINUTE, endsAtMs: NINE + 480 * MINUTE, behindMs: 0 };
  const route: RouteProgress = { state: routeState, ...times, toDo };
  const found = { shipmentId: 'snd_1', routeId: 'rte_1', routeState };
  const stop = { state: stopState ?? 'planned', plannedAtMs: NINE + 60 * MINUTE, rank: 5 } as const;
  return {
    stops: new Map(stopState === null ? [] : [['snd_1', { ...found, stop }]]),
    routes: new Map([['rte_1', route]]),
    lastStarts: new Map([['ZLV', NINE + 200 * MINUTE]]),
  };
}

describe('the last chance of what is in the queue', () => {
  it.each([
    ['what is in a van goes by its stop', parcel('out_for_delivery'), chances('planned', 'under_way'), 50],
    ['what was never scanned into the van too', parcel('released'), chances('planned', 'under_way'), 50],
    ['what failed goes by the last stop', parcel('delivery_failed'), chances('failed', 'under_way'), 90],
    ['and is held for it in the van', parcel('held'), chances('failed', 'under_way'), 90],
    [
      'what stayed in the depot goes by its last start',
      parcel('at_depot'),
      chances('planned', 'under_way'),
      200,
    ],
    ['what is planned goes by the start of its route', parcel('at_depot'), chances('planned', 'planned'), 30],
    ['what is held goes by the last start of its depot', parcel('held'), chances(null, 'planned'), 200],
    ['what has no depot is closed by nothing', parcel('held', null), chances(null, 'planned'), null],
    [
      'nor what is of a depot whose routes have all left',
      parcel('held', 'MLH'),
      chances(null, 'planned'),
      null,
    ],
    ['what was delivered is over', parcel('delivered'), chances('planned', 'under_way'), null],
    ['what is on its way back is over', parcel('returning'), chances(null, 'planned'), null],
  ] as const)('%s', (_, of, known, minutes) => {
    const expected = minutes === null ? null : NINE + minutes * MINUTE;
    expect(lastChanceOf(of, null, known, NINE)).toBe(expected);
  });

  it('of what a driver was told to bring back goes by the route of its alert', () => {
    const known = chances(null, 'under_way');
    expect(lastChanceOf(parcel('out_for_delivery'), 'rte_1', known, NINE)).toBe(NINE + 90 * MINUTE);
    expect(lastChanceOf(parcel('out_for_delivery'), null, known, NINE)).toBeNull();
  });
});
