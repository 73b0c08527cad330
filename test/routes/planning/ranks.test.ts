import { LEAST_GAP, putIn, rankBetween } from '../../../src/routes/planning/ranks';
import type { Stop } from '../../../src/routes/route';
import { aStop } from '../../support/a-route';

const ranked = (id: string, rank: number, more: Partial<Stop> = {}) => aStop(id, { rank, ...more });
const shown = (stops: readonly Stop[]) => stops.map(({ id, rank }) => `${id} ${rank}`);

describe('ranks', () => {
  it.each([
    [1, 2, 1.5],
    [null, 2, 1],
    [3, null, 4],
    [null, null, 1],
    [-1, 0, -0.5],
  ])('between %p and %p is %p', (before, after, between) => {
    expect(rankBetween(before, after)).toBe(between);
  });

  it('of the others stay as they are where a stop is put in', () => {
    const stops = [ranked('a', 1), ranked('b', 2)];
    const after = putIn(stops, aStop('n'), 'b');
    expect(shown(after)).toEqual(['a 1', 'n 1.5', 'b 2']);
    expect([after[0], after[2]]).toEqual([stops[0], stops[1]]);
    expect(shown(putIn(stops, aStop('n'), 'a'))).toEqual(['n 0', 'a 1', 'b 2']);
    expect(shown(putIn(stops, aStop('n'), null))).toEqual(['a 1', 'b 2', 'n 3']);
    expect(shown(putIn([], aStop('n'), null))).toEqual(['n 1']);
  });

  it('are given anew to all that is undone once they come too near, behind what is done', () => {
    const stops = [
      ranked('x', 7, { state: 'completed' }),
      ranked('a', 8),
      ranked('y', 8.5, { state: 'failed' }),
      ranked('b', 8.5 + LEAST_GAP),
    ];
    expect(shown(putIn(stops, aStop('n'), 'b'))).toEqual(['x 7', 'y 8.5', 'a 9', 'n 10', 'b 11']);
  });

  it('stay in order however often a stop is put in at one place', () => {
    let stops: readonly Stop[] = [ranked('a', 1), ranked('b', 2)];
    for (let count = 0; count < 200; count++) {
      stops = putIn(stops, aStop(`n${count}`), 'b');
      const ranks = stops.map(({ rank }) => rank);
      expect(ranks.every((rank, index) => index === 0 || rank - ranks[index - 1]! >= LEAST_GAP)).toBe(true);
    }
    expect(stops.slice(1, -1).map(({ id }) => id)).toEqual(
      Array.from({ length: 200 }, (_, count) => `n${count}`),
    );
  });
});
