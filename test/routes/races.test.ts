import { prove } from '../support/prove';

// A small run of `npm run prove:route-races`.
describe('of two agents who approve at once', () => {
  it('one wins, the other is told and comes after, on each database and behind two services', async () => {
    const { code, output } = await prove('route-races', '--rounds=5');
    expect(output.match(/5 rounds for one (parcel|route), 0 wrong/g)).toHaveLength(6);
    expect(output.match(/: 20 approvals afterwards, 0 wrong/g)).toHaveLength(3);
    expect(code).toBe(0);
  }, 120_000);
});
