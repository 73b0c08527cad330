import fc from 'fast-check';
import type { FeedChange } from '../../../src/routes/driver/contract';
import { beforeFeed, withChanges, withRoute, type RouteCopy } from '../../../src/routes/driver/route-copy';
import { aChange, aRoute, aStop } from '../../support/driver/a-route';
import { anyDay, type Day } from '../../support/driver/any-day';

/** The feed as a replay gives it: what an entry carries is as it is by then. */
function asReplayed(changes: readonly FeedChange[]): FeedChange[] {
  const latest = new Map(changes.flatMap(({ instruction }) => instruction ?? []).map((one) => [one.id, one]));
  return changes.map((change) => ({
    ...change,
    instruction: latest.get(change.instruction?.id ?? '') ?? null,
  }));
}

/** Follows a day in parts: each streamed, or replayed whole, and each begun so many entries too early. */
function follow({ changes, begin }: Day, parts: readonly Part[]): RouteCopy {
  let copy = begin;
  let upTo = 0;
  for (const { length, isStreamed, overlap } of [
    ...parts,
    { length: Infinity, isStreamed: true, overlap: 0 },
  ]) {
    const from = Math.max(0, upTo - overlap);
    upTo = Math.min(changes.length, upTo + length);
    const seen = isStreamed ? changes.slice(from, upTo) : asReplayed(changes.slice(0, upTo)).slice(from);
    copy = isStreamed
      ? seen.reduce((so, change) => withChanges(so, [change]), copy)
      : withChanges(copy, seen);
  }
  return copy;
}

interface Part {
  length: number;
  isStreamed: boolean;
  overlap: number;
}

const anyParts = fc.array(fc.record({ length: fc.nat(6), isStreamed: fc.boolean(), overlap: fc.nat(3) }), {
  maxLength: 8,
});

describe("a device's copy of its route", () => {
  it('is the same however its feed was split into stream and replay, and is the route', () => {
    fc.assert(
      fc.property(anyDay, anyParts, (day, parts) => {
        const copy = follow(day, parts);
        expect(copy).toEqual(follow(day, []));
        expect(copy.route).toEqual(day.after);
      }),
    );
  });

  it('takes nothing from behind a gap', () => {
    const copy = withRoute(null, aRoute([aStop('stp_1')]));
    const ended = aChange(3, { kind: 'ended' });
    expect(withChanges(copy, [ended])).toBe(copy);
    expect(withChanges(copy, [aChange(2), ended]).route).toMatchObject({ version: 3, state: 'ended' });
  });

  it('takes no entry that it has already, also where nothing comes after it', () => {
    const copy = withChanges(withRoute(null, aRoute([aStop('stp_1')])), [aChange(2), aChange(3)]);
    expect(withChanges(copy, [aChange(2, { kind: 'ended' })])).toBe(copy);
  });

  it('is replaced by the route as it is, unless the feed was quicker', () => {
    const [first, second] = [
      aRoute([aStop('stp_1')]),
      aRoute([aStop('stp_1'), aStop('stp_2')], { version: 2 }),
    ];
    const copy = withRoute(null, first);
    expect(withRoute(copy, second).route).toBe(second);
    const quicker = withRoute(null, second);
    expect(withRoute(quicker, first)).toBe(quicker);
    expect(withRoute(quicker, { ...first, id: 'rte_2' }).route.id).toBe('rte_2');
  });

  it('keeps the estimate that it knows, where the feed tells none', () => {
    const known = aStop('stp_1', { estimatedAt: '2026-11-27T12:00:00Z' });
    const { estimatedAt, ...told } = aStop('stp_1', { state: 'next' });
    const { route } = withChanges(withRoute(null, aRoute([known])), [aChange(2, { stops: [told] })]);
    expect(estimatedAt).toBeNull();
    expect(route.stops[0]).toMatchObject({ state: 'next', estimatedAt: known.estimatedAt });
  });

  it('knows nothing before the first entry of the feed, and all of it after', () => {
    fc.assert(
      fc.property(anyDay, ({ after, changes }) => {
        expect(withChanges(beforeFeed(after), changes).route.stops).toEqual(after.stops);
      }),
    );
  });
});
