import { prove } from '../support/prove';

const small = ['--agents=3', '--vans=2', '--stops=15'];

// Small runs of `npm run prove:route-crash`.
describe('whatever an agent approved for a parcel in a van', () => {
  it('reaches its driver once, in order, though the service was killed', async () => {
    const { code, output } = await prove(
      'route-crash',
      '--kills=2',
      '--approvals=15',
      '--restarts=0',
      ...small,
    );
    expect(output).toMatch(/killed 2 times: \d{2,} approvals acknowledged.*; 0 wrong/);
    expect(code).toBe(0);
  }, 120_000);

  it('reaches its driver once, in order, though PostgreSQL crashed', async () => {
    const { code, output } = await prove('route-crash', '--kills=0', '--restarts=1', '--between=8', ...small);
    expect(output).toMatch(/crashed 1 times: \d+ approvals acknowledged.*; 0 wrong/);
    expect(code).toBe(0);
  }, 120_000);
});
