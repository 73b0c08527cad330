import { prove } from '../support/prove';

// Small runs of `npm run prove:crash`.
describe('whatever was acknowledged', () => {
  it('is there, once, after the service was killed', async () => {
    const { code, output } = await prove('crash', '--kills=3', '--writes=300', '--restarts=0');
    expect(output).toMatch(/killed 3 times: \d{3,} writes acknowledged.*; 0 wrong/);
    expect(code).toBe(0);
  }, 60_000);

  it('is there, once, after PostgreSQL crashed, while the service lived on and answered 503', async () => {
    const { code, output } = await prove('crash', '--kills=0', '--restarts=1', '--between=60');
    expect(output).toMatch(/crashed 1 times: \d{2,} writes acknowledged.*, [1-9]\d* answered 503; 0 wrong/);
    expect(code).toBe(0);
  }, 60_000);
});
