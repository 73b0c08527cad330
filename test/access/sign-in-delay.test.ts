import { oneMore, waitMs } from '../../src/access/sign-in-delay';

const HOUR_MS = 3_600_000;

describe('the wait after failed tries to sign in', () => {
  it.each([
    ['name', 2, 0],
    ['name', 3, 1_000],
    ['name', 5, 4_000],
    ['name', 40, 900_000],
    ['address', 19, 0],
    ['address', 20, 1_000],
  ] as const)('of a %s after %d of them is %d ms', (of, count, wait) => {
    expect(waitMs({ count, lastAtMs: 50 }, of, 50)).toBe(wait);
  });

  it('is over when it has passed, and all is forgotten after an hour', () => {
    expect(waitMs({ count: 4, lastAtMs: 0 }, 'name', 1_999)).toBe(1);
    expect(waitMs({ count: 4, lastAtMs: 0 }, 'name', 2_000)).toBe(0);
    expect(waitMs({ count: 400, lastAtMs: 0 }, 'name', HOUR_MS)).toBe(0);
    expect(waitMs(null, 'name', 0)).toBe(0);
    expect(oneMore({ count: 4, lastAtMs: 0 }, HOUR_MS)).toEqual({ count: 1, lastAtMs: HOUR_MS });
    expect(oneMore({ count: 4, lastAtMs: 0 }, HOUR_MS - 1)).toEqual({ count: 5, lastAtMs: HOUR_MS - 1 });
  });
});
