import { escalate } from '../../../src/routes/escalation/escalation-worker';
import { followRoute } from '../../../src/corrections/follow-route';
import type { Database } from '../../../src/database/open-database';
import type { Route } from '../../../src/routes/route';
import { findRoute } from '../../../src/routes/routes-store';
import { onEveryDatabase } from '../../support/databases';
import { aRoute, aStop, keepRoute } from '../../support/kept-route';
import { type SteeredClock, steeredClock } from '../../support/steered-clock';

const HOUR = 3_600_000;

onEveryDatabase('a route that nobody ends', (databases) => {
  let database: Database;
  let clock: SteeredClock;
  beforeEach(async () => {
    [database, clock] = [await databases.open(), steeredClock()];
  });

  const keep = (of: Partial<Route> = {}) =>
    keepRoute(database, aRoute({ state: 'under_way', ...of }, clock.nowMs()));
  const look = (hours = 0) => {
    clock.advance(hours * HOUR);
    return escalate({ database, clock, followRoute });
  };
  const alerts = () =>
    database('alerts').where({ kind: 'route_overdue' }).select('subject', 'depot', 'closed_by');

  it.each(['planned', 'under_way'] as const)(
    'is told of from the end of its shift on, and ended four hours later, where it is %s',
    async (state) => {
      const window = { fromMs: 0, untilMs: clock.nowMs() + 24 * HOUR, state: 'promised' } as const;
      const { id } = await keep({ state, stops: [aStop({ window })] });
      await look(7.9);
      expect(await alerts()).toEqual([]);
      await look(0.1);
      await look(3.9);
      expect(await alerts()).toEqual([{ subject: id, depot: 'ZLV', closed_by: null }]);
      expect((await findRoute(database, {}, id))?.state).toBe(state);
      await look(0.1);
      expect(await alerts()).toEqual([{ subject: id, depot: 'ZLV', closed_by: 'system' }]);
      const ended = await findRoute(database, {}, id);
      expect(ended).toMatchObject({ state: 'ended', version: 2, stops: [{ window: { state: 'missed' } }] });
      const audited = await database('audit_entries').where({ subject: id }).pluck<string[]>('actor');
      expect(audited).toEqual(['system']);
      await look(1);
      expect(await findRoute(database, {}, id)).toEqual(ended);
    },
  );

  it('is not told of again where somebody has closed that', async () => {
    await keep();
    await look(8);
    await database('alerts').update({ closed_at: clock.nowMs(), closed_by: 'per_agent' });
    await look(1);
    expect(await alerts()).toMatchObject([{ closed_by: 'per_agent' }]);
  });

  it('keeps none of the others from being ended', async () => {
    const [broken, other] = [await keep(), await keep()];
    clock.advance(12 * HOUR);
    const failing: typeof followRoute = (_trx, route) =>
      route.id === broken.id ? Promise.reject(new Error('broken')) : Promise.resolve(route);
    await expect(escalate({ database, clock, followRoute: failing })).rejects.toThrow('broken');
    const states = [broken, other].map(async ({ id }) => (await findRoute(database, {}, id))?.state);
    expect(await Promise.all(states)).toEqual(['under_way', 'ended']);
  });
});
