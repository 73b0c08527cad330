import fc from 'fast-check';
import { SharedReads } from '../../src/desk/shared-reads';

/** A read that ends when it is told to; what is read is what there was when it began. */
interface Read {
  key: string;
  began: number;
  end: (isGood: boolean) => void;
}

interface Asked {
  key: string;
  at: number;
  /** How many reads of its key had ended by then. */
  endedBefore: number;
  answered: { began: number | 'failed'; ended: number } | undefined;
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

class World {
  readonly shared = new SharedReads<string, number>();
  readonly reads: Read[] = [];
  readonly asked: Asked[] = [];
  readonly ended: { key: string; began: number; isGood: boolean }[] = [];
  mostAtOnce = 0;
  private now = 0;

  ask(key: string): void {
    const asked: Asked = { key, at: (this.now += 1), endedBefore: this.endedOf(key), answered: undefined };
    this.asked.push(asked);
    const answered = (began: number | 'failed') => {
      asked.answered = { began, ended: this.endedOf(key) };
    };
    this.shared.ask(key, () => this.begin(key)).then(answered, () => answered('failed'));
  }

  endOldest(isGood: boolean): void {
    this.reads.shift()?.end(isGood);
  }

  private begin(key: string): Promise<number> {
    const began = (this.now += 1);
    return new Promise((resolve, reject) => {
      const end = (isGood: boolean) => {
        this.ended.push({ key, began, isGood });
        if (isGood) resolve(began);
        else reject(new Error('the database is away'));
      };
      this.reads.push({ key, began, end });
      const atOnce = this.reads.filter((one) => one.key === key).length;
      this.mostAtOnce = Math.max(this.mostAtOnce, atOnce);
    });
  }

  private endedOf(key: string): number {
    return this.ended.filter((one) => one.key === key).length;
  }
}

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ ask: fc.constantFrom('ZLV', 'MLH') }) },
  { weight: 1, arbitrary: fc.record({ endIsGood: fc.boolean() }) },
  // Others go on meanwhile.
  { weight: 1, arbitrary: fc.constant('turn' as const) },
);

describe('reads that are shared', () => {
  it('give everybody what a read of their own would that began when the one under way had ended', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const world = new World();
        for (const one of steps) {
          if (one === 'turn') await turn();
          else if ('ask' in one) world.ask(one.ask);
          else world.endOldest(one.endIsGood);
        }
        for (let left = 200; left > 0 && world.asked.some(({ answered }) => !answered); left -= 1) {
          world.endOldest(true);
          await turn();
        }
        expect(world.mostAtOnce).toBeLessThanOrEqual(1);
        for (const asked of world.asked) expectAsByItself(world, asked);
      }),
    );
  });

  /** The naive model: of all reads of the key the first that began after it was asked for, however it ended. */
  function expectAsByItself(world: World, { key, at, endedBefore, answered }: Asked): void {
    const first = world.ended
      .filter((read) => read.key === key && read.began > at)
      .sort((one, other) => one.began - other.began)[0];
    expect(answered?.began).toBe(first?.isGood === true ? first.began : 'failed');
    expect((answered?.ended ?? Infinity) - endedBefore).toBeLessThanOrEqual(2);
  }

  it('are two for fifty who ask at once', async () => {
    let began = 0;
    const shared = new SharedReads<null, number>();
    const read = async () => {
      began += 1;
      await turn();
      return began;
    };
    const given = await Promise.all(Array.from({ length: 50 }, () => shared.ask(null, read)));
    expect([began, given.filter((one) => one === 1).length]).toEqual([2, 1]);
  });

  it('leave nothing behind: the next is read anew', async () => {
    const shared = new SharedReads<string, string>();
    expect(await shared.ask('ZLV', () => Promise.resolve('before'))).toBe('before');
    await expect(shared.ask('ZLV', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await shared.ask('ZLV', () => Promise.resolve('after'))).toBe('after');
  });
});
