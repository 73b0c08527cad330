import type { Writable } from 'node:stream';
import { FeedHub, type FeedSource } from '../../../src/routes/feed/feed-hub';
import { type FeedLine, FULL_BYTES } from '../../../src/routes/feed/feed-line';
import { Connection } from '../../support/connection';

const turns = async () => {
  for (let count = 0; count < 50; count++) await Promise.resolve();
};

describe('the hub of feeds', () => {
  const route = 'rte_1';
  let version: number;
  let reads: number[];
  let told: [string, number][];
  /** How much an entry is. */
  let entryBytes: number;
  let atOnce: number;
  let whileReading: () => void;
  let hub: FeedHub;
  beforeEach(() => {
    [version, reads, told, entryBytes, atOnce] = [0, [], [], 10, 100];
    whileReading = () => undefined;
    const source: FeedSource = {
      read: async (_, after) => {
        reads.push(after);
        await Promise.resolve();
        whileReading();
        const seqs = Array.from({ length: Math.max(0, version - after) }, (__, index) => after + index + 1);
        const entries = seqs.slice(0, atOnce).map((seq) => ({
          ...{ seq, isInstruction: seq % 5 === 0 },
          bytes: Buffer.from(String(seq).padEnd(entryBytes)),
        }));
        return { entries, more: entries.length === atOnce };
      },
      toldDevice: (routeId, upTo) => {
        told.push([routeId, upTo]);
        return Promise.resolve();
      },
    };
    hub = new FeedHub(source);
  });

  const join = (after = 0, of: Partial<FeedLine> = {}) => {
    const connection = new Connection();
    const to = connection as unknown as Writable;
    hub.join(route, { to, keyId: 'dev_1', isDevice: false, seq: after, wasFull: false, ...of });
    return connection;
  };
  const change = async (count = 1) => {
    version += count;
    hub.wake(route);
    await turns();
  };

  it('tells a client when to come back, what there was, and then what comes', async () => {
    version = 3;
    const connection = join(1);
    await turns();
    await change();
    expect(connection.written[0]).toBe('retry: 2000\n\n');
    expect(connection.seqs()).toEqual([2, 3, 4]);
  });

  it('reads an entry once for all who follow its route', async () => {
    const connections = Array.from({ length: 50 }, () => join());
    await turns();
    reads = [];
    await change();
    expect(reads).toEqual([0]);
    expect(connections.map((connection) => connection.seqs())).toEqual(connections.map(() => [1]));
  });

  it('misses nothing and repeats nothing of what comes while it reads, for those who join then, too', async () => {
    version = 3;
    const early = join(2);
    let late: Connection | undefined;
    whileReading = () => {
      version += 1;
      hub.wake(route);
      late ??= join(0);
      if (version === 6) whileReading = () => undefined;
    };
    await turns();
    expect(early.seqs()).toEqual([3, 4, 5, 6]);
    expect(late?.seqs()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('goes on where one reading does not hold everything', async () => {
    [version, atOnce] = [10, 3];
    const [all, some] = [join(0), join(7)];
    await turns();
    expect([all.seqs(), some.seqs()]).toEqual([
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      [8, 9, 10],
    ]);
  });

  it('gives nothing to one who knows more than there is', async () => {
    version = 3;
    const connection = join(9);
    await turns();
    await change();
    expect(connection.seqs()).toEqual([]);
  });

  it('waits with one who reads slowly, without keeping the others waiting, and goes on when it has', async () => {
    entryBytes = FULL_BYTES / 2 + 1;
    const [slow, quick] = [join(), join()];
    for (let count = 0; count < 6; count++) {
      quick.read();
      await change();
    }
    expect([slow.seqs(), quick.seqs()]).toEqual([
      [1, 2],
      [1, 2, 3, 4, 5, 6],
    ]);
    for (let count = 0; count < 4; count++) {
      slow.read();
      hub.wakeBehind(new Map([[route, version]]));
      await turns();
    }
    expect([slow.seqs(), quick.seqs()]).toEqual([
      [1, 2, 3, 4, 5, 6],
      [1, 2, 3, 4, 5, 6],
    ]);
  });

  it('cuts off one who has read nothing from one heartbeat to the next', async () => {
    entryBytes = FULL_BYTES + 1;
    const [slow, quick] = [join(), join()];
    await change();
    quick.read();
    hub.beat();
    expect([slow.destroyed, quick.destroyed]).toEqual([false, false]);
    hub.beat();
    expect([slow.destroyed, quick.destroyed, hub.lineCount()]).toEqual([true, false, 1]);
    const again = join(1);
    await change();
    expect(again.seqs()).toEqual([2]);
  });

  it('keeps one who was slow and has read since', async () => {
    entryBytes = FULL_BYTES + 1;
    const connection = join();
    await change();
    for (let beats = 0; beats < 4; beats++) {
      hub.beat();
      connection.read();
    }
    expect(connection.destroyed).toBe(false);
  });

  it('lets everyone know that it lives', () => {
    const connection = join();
    hub.beat();
    expect(connection.written.at(-1)).toBe(':\n\n');
  });

  it('notes which instructions a device was sent, and of nobody else', async () => {
    join(0, { isDevice: false });
    await change(12);
    expect(told).toEqual([]);
    join(11, { isDevice: true });
    await change(3);
    expect(told).toEqual([[route, 15]]);
    await change();
    expect(told).toEqual([[route, 15]]);
  });

  it('goes on after it could not read', async () => {
    const connection = join();
    await turns();
    whileReading = () => {
      throw new Error('the database is away');
    };
    await change();
    whileReading = () => undefined;
    hub.wake(route);
    await turns();
    expect(connection.seqs()).toEqual([1]);
  });

  it('ends those who are let in no longer', () => {
    const [revoked, other] = [join(0, { keyId: 'dev_revoked' }), join()];
    hub.endWhere(({ keyId }) => keyId === 'dev_revoked');
    expect([revoked.writableEnded, other.writableEnded, hub.lineCount()]).toEqual([true, false, 1]);
  });

  it('ends everyone when it is to stop, and takes no new ones', () => {
    const connection = join();
    hub.drain();
    expect([connection.writableEnded, join().writableEnded, hub.lineCount(), hub.routeIds()]).toEqual([
      ...[true, true, 0],
      [],
    ]);
  });

  it('asks nothing of routes that nobody follows', async () => {
    const connection = join();
    await turns();
    connection.end();
    reads = [];
    await change();
    hub.wakeBehind(new Map([[route, version]]));
    expect([reads, hub.routeIds()]).toEqual([[], []]);
  });
});
