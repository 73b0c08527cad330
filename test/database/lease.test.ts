import { claimLease, releaseLease } from '../../src/database/lease';
import { transaction } from '../../src/database/transaction';
import { onEveryDatabase } from '../support/databases';

const name = 'some-work';
const forMs = 5_000;

onEveryDatabase('a lease', (databases) => {
  it('is had by the first that asks, until it ends, and prolonged by asking again', async () => {
    const database = await databases.open();
    const claim = (holder: string, nowMs: number) => claimLease(database, { name, holder }, { nowMs, forMs });
    expect(await claim('a', 0)).toBe(true);
    expect(await claim('b', 4_000)).toBe(false);
    expect(await claim('a', 4_000)).toBe(true);
    expect(await claim('b', 9_000)).toBe(false);
    expect(await claim('b', 9_001)).toBe(true);
    expect(await claim('a', 9_002)).toBe(false);
  });

  it('holds up no other work', async () => {
    const database = await databases.open();
    expect(await claimLease(database, { name, holder: 'a' }, { nowMs: 0, forMs })).toBe(true);
    expect(await claimLease(database, { name: 'other', holder: 'b' }, { nowMs: 0, forMs })).toBe(true);
  });

  it('can be given back by who has it, and by nobody else', async () => {
    const database = await databases.open();
    const claim = (holder: string) => claimLease(database, { name, holder }, { nowMs: 1, forMs });
    await claim('a');
    await releaseLease(database, { name, holder: 'b' });
    expect(await claim('b')).toBe(false);
    await releaseLease(database, { name, holder: 'a' });
    expect(await claim('b')).toBe(true);
  });

  it('goes to one of many that ask at once', async () => {
    const url = await databases.url();
    const processes = await Promise.all([1, 2, 3].map(() => databases.connect(url)));
    const claims = await Promise.all(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((holder, index) =>
        transaction(processes[index % 3]!, (trx) => claimLease(trx, { name, holder }, { nowMs: 0, forMs })),
      ),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
  });
});
