import { prove } from '../support/prove';

// A small run of `npm run prove:replicas`.
describe('with three replicas, one of which is killed', () => {
  it('every device hears of every approval, once and in order', async () => {
    const { output } = await prove('replicas', '--approvals=20', '--devices=6', '--agents=3');
    // How soon is for a machine that does nothing else.
    expect(output).toMatch(/2\d approvals, [1-9]\d* connections lost: at the device after \d+ ms.*; 0 wrong/);
  }, 120_000);
});
