import fc from 'fast-check';
import { countsOf, inOrder, narrowed, type QueueFilter, within } from '../../src/cases/queue';
import { itemsOf, type OpenItem, QUEUE_REASONS, type Taking, type Waiting } from '../../src/cases/queue-item';
import { REASON_WORDS } from '../../src/cases/queue-words';

const parcels = ['a', 'b', 'c', 'd'];
const whose = (name: string) => ({
  shopId: name < 'c' ? 'shop 1' : 'shop 2',
  depot: name === 'd' ? null : 'ZLV',
});

const anyWaiting: fc.Arbitrary<Waiting> = fc
  .record({
    about: fc.constantFrom(...parcels),
    reason: fc.constantFrom(...QUEUE_REASONS),
    sinceMs: fc.nat(9),
    routeId: fc.option(fc.constantFrom('r1', 'r2')),
  })
  .map((one) => ({ ...one, shipmentId: one.about, ...whose(one.about) }));
const anyTakings = fc
  .dictionary(
    fc.constantFrom(...parcels),
    fc.record({ personId: fc.constantFrom('x', 'y'), sinceMs: fc.nat(9) }),
  )
  .map((found) => new Map<string, Taking>(Object.entries(found)));

/** What is asked for, one sentence each. */
function naively(waiting: readonly Waiting[], takings: ReadonlyMap<string, Taking>) {
  return parcels
    .filter((name) => waiting.some(({ about }) => about === name))
    .map((name) => {
      const its = waiting.filter(({ about }) => about === name);
      const [first = 0] = its.map(({ sinceMs }) => sinceMs).sort((one, other) => one - other);
      const taking = takings.get(name);
      return {
        ...{ id: name, shipmentId: name, ...whose(name), sinceMs: first },
        routeId: its.map(({ routeId }) => routeId).find((id) => id !== null) ?? null,
        reasons: [...new Set(its.map(({ reason }) => reason))].sort(
          (one, other) => QUEUE_REASONS.indexOf(one) - QUEUE_REASONS.indexOf(other),
        ),
        taken: taking !== undefined && taking.sinceMs >= first ? taking : null,
      };
    });
}

function isOfPlace(item: OpenItem, { depot, shopId }: QueueFilter): boolean {
  if (depot !== undefined && item.depot !== depot) return false;
  return shopId === undefined || item.shopId === shopId;
}

function isAskedFor(item: OpenItem, { reason, takenBy }: QueueFilter): boolean {
  if (reason !== undefined && !item.reasons.includes(reason)) return false;
  return takenBy === undefined || item.taken?.personId === takenBy;
}

describe('the items of the queue', () => {
  it('are one for each shipment, with all that waits of it', () => {
    fc.assert(
      fc.property(fc.array(anyWaiting), anyTakings, (waiting, takings) => {
        const items = itemsOf(waiting, takings).sort((one, other) => (one.id < other.id ? -1 : 1));
        expect(items).toEqual(naively(waiting, takings));
      }),
    );
  });

  it('are filtered and counted as one by one', () => {
    const anyFilter = fc.record({
      depot: fc.constantFrom(undefined, 'ZLV', 'MLH'),
      shopId: fc.constantFrom(undefined, 'shop 1'),
      reason: fc.constantFrom(undefined, ...QUEUE_REASONS),
      takenBy: fc.constantFrom(undefined, 'x'),
    });
    fc.assert(
      fc.property(fc.array(anyWaiting), anyTakings, anyFilter, (waiting, takings, filter) => {
        const items = itemsOf(waiting, takings);
        const inView = within(items, filter);
        expect(inView).toEqual(items.filter((item) => isOfPlace(item, filter)));
        expect(narrowed(inView, filter)).toEqual(inView.filter((item) => isAskedFor(item, filter)));
        const counts = countsOf(inView, 'x');
        expect(counts.all).toBe(inView.length);
        expect(counts.mine).toBe(narrowed(inView, { takenBy: 'x' }).length);
        for (const one of QUEUE_REASONS)
          expect(counts.byReason[one]).toBe(narrowed(inView, { reason: one }).length);
      }),
    );
  });
});

describe('the order of the queue', () => {
  const item = (id: string, closesAtMs: number | null, sinceMs: number) => ({
    ...{ id, closesAtMs, sinceMs, shipmentId: id, shopId: null, depot: null, routeId: null, taken: null },
    reasons: ['held' as const],
  });

  it.each([
    ['the least time left', [item('b', 200, 1), item('a', 100, 9)], ['a', 'b']],
    ['what has no time left at all', [item('b', 200, 1), item('a', -5, 9)], ['a', 'b']],
    ['what something closes', [item('b', null, 1), item('a', 900, 9)], ['a', 'b']],
    ['of what nothing closes, the longest waiting', [item('b', null, 5), item('a', null, 4)], ['a', 'b']],
    ['of what closes at once, the longest waiting', [item('b', 100, 5), item('a', 100, 4)], ['a', 'b']],
    ['of what is alike in all, always the same', [item('b', 1, 1), item('a', 1, 1)], ['a', 'b']],
  ])('has first %s', (_, items, expected) => {
    expect(inOrder(items).map(({ id }) => id)).toEqual(expected);
  });

  it('has every item once, none after one that is more urgent', () => {
    const anyItems = fc
      .array(fc.tuple(fc.option(fc.nat(5)), fc.nat(5)))
      .map((all) => all.map(([closesAtMs, sinceMs], index) => item(`i${index}`, closesAtMs, sinceMs)));
    fc.assert(
      fc.property(anyItems, (items) => {
        const sorted = inOrder(items);
        expect(new Set(sorted)).toEqual(new Set(items));
        const urgency = sorted.map(({ closesAtMs, sinceMs }) => (closesAtMs ?? 1_000) * 100 + sinceMs);
        expect(urgency).toEqual(urgency.toSorted((one, other) => one - other));
      }),
    );
  });
});

test('every reason has its words in both languages', () => {
  for (const reason of QUEUE_REASONS) {
    const { nl, en } = REASON_WORDS[reason];
    expect([nl, en].every((words) => words.length > 0)).toBe(true);
  }
});
