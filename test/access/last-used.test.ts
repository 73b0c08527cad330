import { issueKey } from '../../src/access/issue-key';
import { listKeys } from '../../src/access/keys-store';
import { createLastUsed, lastUsedEveryMs } from '../../src/access/last-used';
import { writeLastUsed } from '../../src/access/last-used-store';
import { onEveryDatabase } from '../support/databases';
import { steeredClock } from '../support/steered-clock';

describe('the last use of a key', () => {
  it('is handed over once a minute, with the time of the first use in it', async () => {
    const clock = steeredClock(0);
    const written: [string, number][][] = [];
    const lastUsed = createLastUsed(clock, (uses) => Promise.resolve(void written.push([...uses])));
    for (let second = 0; second < 130; second += 1) {
      lastUsed.note('key_1');
      if (second === 70) lastUsed.note('key_2');
      await lastUsed.flush();
      clock.advance(1_000);
    }
    expect(written).toEqual([[['key_1', 0]], [['key_1', 60_000]], [['key_2', 70_000]], [['key_1', 120_000]]]);
  });

  it('is let go where it cannot be written, and handed over again in the next minute', async () => {
    const clock = steeredClock(0);
    const write = jest.fn().mockRejectedValueOnce(new Error('away')).mockResolvedValue(undefined);
    const lastUsed = createLastUsed(clock, write);
    lastUsed.note('key_1');
    await expect(lastUsed.flush()).rejects.toThrow('away');
    await lastUsed.flush();
    expect(write).toHaveBeenCalledTimes(1);
    clock.advance(lastUsedEveryMs);
    lastUsed.note('key_1');
    await lastUsed.flush();
    expect(write).toHaveBeenLastCalledWith(new Map([['key_1', 60_000]]));
  });
});

onEveryDatabase('the last use of a key', (databases) => {
  it('is written by the first replica in a minute, and never set back', async () => {
    const database = await databases.open();
    const { stored } = await issueKey(database, steeredClock(), {
      shopName: 'A',
      kind: 'secret',
      mode: 'live',
    });
    const write = async (atMs: number) => {
      await writeLastUsed(database, new Map([[stored.id, atMs]]), 60_000);
      return (await listKeys(database))[0]?.lastUsedAtMs;
    };
    expect(await write(1_000_000)).toBe(1_000_000);
    expect(await write(1_030_000)).toBe(1_000_000);
    expect(await write(900_000)).toBe(1_000_000);
    expect(await write(1_060_000)).toBe(1_060_000);
  });
});
