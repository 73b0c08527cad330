import type { Writable } from 'node:stream';
import { LiveHub } from '../../src/desk/live-hub';
import { Connection } from '../support/connection';

const MINUTE = 60_000;

describe('a page that is looked at', () => {
  let nowMs: number;
  let mark: string;
  let looks: string[];
  let hub: LiveHub;
  beforeEach(() => {
    [nowMs, mark, looks] = [0, 'as it was', []];
    hub = new LiveHub(() => nowMs);
  });

  const watched = (key: string, tookMs = 0) => ({
    key,
    mark: () => {
      looks.push(key);
      nowMs += tookMs;
      return Promise.resolve(mark);
    },
  });
  const open = (key = 'queue', { shows = 'as it was', tookMs = 0 } = {}) => {
    const connection = new Connection();
    hub.follow(watched(key, tookMs), connection as unknown as Writable, shows);
    return connection;
  };
  const told = ({ written }: Connection) => written.filter((text) => text.includes('event: changed')).length;

  it('is told once of each change, and of none that is none', async () => {
    const page = open();
    await hub.look();
    expect(told(page)).toBe(0);
    mark = 'as it is';
    await hub.look();
    await hub.look();
    expect(told(page)).toBe(1);
    expect(page.written.at(-1)).toBe('id: as it is\nevent: changed\ndata: changed\n\n');
  });

  it('is told of what changed before it was connected', async () => {
    const page = open('queue', { shows: 'as it was long ago' });
    await hub.look();
    expect(told(page)).toBe(1);
  });

  it('shares one look with all that show the same', async () => {
    const pages = [open('queue'), open('queue'), open('case')];
    mark = 'as it is';
    await hub.look();
    expect([looks, pages.map(told)]).toEqual([
      ['queue', 'case'],
      [1, 1, 1],
    ]);
  });

  it('costs nothing once nobody looks', async () => {
    open().end();
    await hub.look();
    expect([looks, hub.lineCount()]).toEqual([[], 0]);
  });

  it('is not looked after all the time where a look takes long', async () => {
    open('queue', { tookMs: 100 });
    await hub.look();
    nowMs += 1_999;
    await hub.look();
    expect(looks).toHaveLength(1);
    nowMs += 1;
    await hub.look();
    expect(looks).toHaveLength(2);
  });

  it('is looked after again at once where one look alone took long', async () => {
    const took = [0, 100, 0];
    const mark = () => {
      looks.push('queue');
      nowMs += took.shift() ?? 0;
      return Promise.resolve('');
    };
    hub.follow({ key: 'queue', mark }, new Connection() as unknown as Writable, '');
    for (let count = 1; count <= 3; count += 1) await hub.look();
    expect(looks).toHaveLength(3);
  });

  it('misses nothing where a look fails', async () => {
    const page = open();
    const failing = { key: 'broken', mark: () => Promise.reject(new Error('the database is away')) };
    hub.follow(failing, new Connection() as unknown as Writable, '');
    mark = 'as it is';
    await hub.look();
    expect(told(page)).toBe(1);
  });

  it('hears that the connection lives, comes back now and then, and is cut off where it takes nothing', () => {
    const [page, stuck] = [open(), open()];
    page.read();
    stuck.writableLength = 100_000;
    hub.beat();
    expect([page.written.at(-1), stuck.destroyed]).toEqual([':\n\n', true]);
    nowMs += 5 * MINUTE;
    hub.beat();
    expect([page.writableEnded, hub.lineCount()]).toEqual([true, 0]);
  });

  it('is sent elsewhere when this process stops', () => {
    const page = open();
    hub.drain();
    expect([page.writableEnded, open().writableEnded, hub.lineCount()]).toEqual([true, true, 0]);
  });
});
