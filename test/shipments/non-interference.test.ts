import { proveNonInterference } from '../support/non-interference';

// More of them, and how long the answers take: npm run prove:non-interference.
it('what a shop is answered is the same, byte for byte, whatever another shop does', async () => {
  const { histories, answers } = await proveNonInterference(40);
  expect(histories).toBe(40);
  expect(answers).toBeGreaterThan(200);
}, 60_000);
