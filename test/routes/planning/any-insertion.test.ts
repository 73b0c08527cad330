import fc from 'fast-check';
import { estimateTimes } from '../../../src/routes/planning/estimate';
import { anyQuestion } from '../../support/any-route';
import { judgeInsertion } from '../../support/judge-insertion';

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

describe('on any route', () => {
  it('the cheapest place is found, no promise is broken unasked, and doing and undoing gives the same sequence', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        judgeInsertion(seed);
      }),
      { numRuns: 1_000 },
    );
  });

  it('estimates never go back along the route, nor into the past', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { route, nowMs, travelMs } = anyQuestion(seed);
        const { arrivals, endMs } = estimateTimes(route, nowMs, travelMs);
        const ahead = route.stops.filter(({ state }) => state === 'planned' || state === 'next');
        const known = [...arrivals].flatMap(([id, ms]) =>
          ahead.some((stop) => stop.id === id) ? (ms ?? []) : [],
        );
        const times = [nowMs, ...known, ...(endMs === null ? [] : [endMs])];
        expect(times).toEqual([...times].sort((one, other) => one - other));
      }),
      { numRuns: 1_000 },
    );
  });
});
