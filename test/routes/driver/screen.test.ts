import type { DeviceAction, DriverRoute, DriverStop } from '../../../src/routes/driver/contract';
import { emptyOutbox, withAction } from '../../../src/routes/driver/outbox';
import { routeScreen } from '../../../src/routes/driver/screen';
import { anAddress, anInstruction, aRoute, aStop } from '../../support/driver/a-route';

function screenOf(route: DriverRoute, ...actions: DeviceAction[]) {
  const outbox = actions.reduce((box, action) => withAction(box, action, 1_800_000_000_000), emptyOutbox);
  return routeScreen({ copy: { route, was: { shp_2: anAddress('Kerkstraat', 9) } }, outbox })!;
}

const stops = (...states: DriverStop['state'][]) =>
  states.map((state, index) => aStop(`stp_${index + 1}`, { state }));
const ids = (shown: readonly { stop: DriverStop }[]) => shown.map(({ stop }) => stop.id);

describe('what a driver sees', () => {
  it('is nothing of a route that is not known', () => {
    expect(routeScreen({ copy: null, outbox: emptyOutbox })).toBeNull();
  });

  it.each([
    ['the one where the driver is', ['next', 'planned', 'arrived'], 'stp_3'],
    ['the one on the way to which', ['planned', 'next'], 'stp_2'],
    ['the first that is left', ['completed', 'failed', 'planned', 'planned'], 'stp_3'],
    ['what was skipped, when nothing else is left', ['skipped', 'completed'], 'stp_1'],
    ['none, when all are done', ['completed', 'failed'], undefined],
  ] as const)('the stop in front: %s', (_, states, expected) => {
    expect(screenOf(aRoute(stops(...states))).current?.stop.id).toBe(expected);
  });

  it('has every stop once, in its sequence', () => {
    const screen = screenOf(aRoute(stops('completed', 'next', 'skipped', 'planned', 'failed')));
    expect(ids(screen.ahead)).toEqual(['stp_3', 'stp_4']);
    expect(ids(screen.done)).toEqual(['stp_1', 'stp_5']);
    expect([screen.total, screen.current?.number]).toEqual([5, 2]);
  });

  it('is the route with what the driver did, before the service knows', () => {
    const route = aRoute(stops('next', 'planned'), { state: 'planned' });
    const screen = screenOf(route, { kind: 'started' }, { kind: 'completed', stopId: 'stp_1' });
    expect([screen.state, screen.current?.stop.id, ids(screen.done)]).toEqual([
      'under_way',
      'stp_2',
      ['stp_1'],
    ]);
    const failed = screenOf(route, { kind: 'failed', stopId: 'stp_1', reason: 'moved' });
    expect(failed.done[0]?.stop.failure).toBe('moved');
  });

  it('is not under way by an answer', () => {
    const route = aRoute(stops('planned'), {
      state: 'planned',
      instructions: [anInstruction({ id: 'ins_1' })],
    });
    expect(screenOf(route, { kind: 'acknowledged', instructionId: 'ins_1' }).state).toBe('planned');
  });

  it('leaves one stop for another', () => {
    const screen = screenOf(aRoute(stops('next', 'planned')), { kind: 'heading', stopId: 'stp_2' });
    expect(screen.current?.stop.id).toBe('stp_2');
    expect(screen.ahead[0]?.stop.state).toBe('planned');
  });

  it('shows what is to be answered, the oldest first, until it is', () => {
    const instructions = ['ins_1', 'ins_2'].map((id) =>
      anInstruction({ id, shipmentId: 'shp_2', stopId: 'stp_2' }),
    );
    const route = aRoute(stops('next', 'planned'), { instructions });
    const screen = screenOf(route);
    expect(screen.instruction).toMatchObject({
      instruction: { id: 'ins_1' },
      to: { number: 2 },
      was: { street: 'Kerkstraat' },
      parcel: { shipmentId: 'shp_2' },
      waiting: 2,
    });
    const seen = screenOf(route, { kind: 'acknowledged', instructionId: 'ins_1' });
    expect(seen.instruction).toMatchObject({ instruction: { id: 'ins_2' }, waiting: 1 });
    const both = [
      { kind: 'acknowledged', instructionId: 'ins_1' },
      { kind: 'refused', instructionId: 'ins_2', reason: 'Geen tijd' },
    ] as const;
    expect(screenOf(route, ...both).instruction).toBeNull();
  });

  it('marks the stops whose parcels were to go elsewhere', () => {
    const { current, ahead } = screenOf(aRoute(stops('next', 'planned')));
    expect([current?.was, ahead[0]?.was]).toEqual([[], [anAddress('Kerkstraat', 9)]]);
  });

  it('takes nothing that is done after the end', () => {
    const route = aRoute(stops('planned'), { state: 'ended' });
    expect(screenOf(route, { kind: 'completed', stopId: 'stp_1' }).done).toEqual([]);
  });
});
