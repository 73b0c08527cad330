import type { OpenDesk, Seen } from '../../test/support/desk/open-desk';

/** A change that was answered, and the marks of what it is seen in, right after it. */
export interface Answered {
  beganMs: number;
  atMs: number;
  /** By the path of a page: all that changes follow each other, so each is before the next. */
  marks: Readonly<Record<string, string>>;
}

export interface Delays {
  /** From a change's answer until a desk that it concerns was told, and until its page was there; in milliseconds. */
  toldMs: number[];
  shownMs: number[];
  /** Desks that were not told of a change, and that do not show it, each counted for each change. */
  untold: number;
  unshown: number;
}

/**
 * How long changes took to each desk that they concern: the ones whose mark is another than before. The first is how all was
 * before any.
 */
export function delaysOf(desks: readonly OpenDesk[], changes: readonly Answered[]): Delays {
  const delays: Delays = { toldMs: [], shownMs: [], untold: 0, unshown: 0 };
  for (const desk of desks) {
    const marks = changes.map((one) => one.marks[desk.path] ?? '');
    changes.forEach(({ atMs }, index) => {
      if (index === 0 || marks[index] === marks[index - 1]) return;
      const of = { marks: new Set(marks.slice(index)), sinceMs: changes[index]?.beganMs ?? 0 };
      const [told, shown] = [firstOf(desk.told, of), firstOf(desk.shown, of)];
      if (told === undefined) delays.untold += 1;
      else delays.toldMs.push(Math.max(0, told - atMs));
      if (shown === undefined) delays.unshown += 1;
      else delays.shownMs.push(Math.max(0, shown - atMs));
    });
  }
  return delays;
}

/** When that change was first seen, or a later one, which tells of it too: no sooner than it was made, since marks may come back. */
function firstOf(
  seen: readonly Seen[],
  { marks, sinceMs }: { marks: ReadonlySet<string>; sinceMs: number },
): number | undefined {
  return seen.find(({ mark, atMs }) => atMs >= sinceMs && marks.has(mark))?.atMs;
}

/** That share of the values is at most this. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
