import { fuzzChecks } from '../support/fuzz-checks';

// More of them: npm run prove:fuzz.
it('a thousand requests of any kind are answered as documented, and none with 5xx', async () => {
  const statuses = await fuzzChecks(1_000);
  expect([...statuses.keys()].sort()).toEqual([200, 400, 403]);
  expect(statuses.get(200)).toBeGreaterThan(100);
}, 60_000);
