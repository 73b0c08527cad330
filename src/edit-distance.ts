const ROW = 256;
let beforePrevious = new Uint16Array(ROW);
let previous = new Uint16Array(ROW);
let current = new Uint16Array(ROW);

/**
 * Edits between two strings (insert, delete, replace, swap of neighbours: optimal string alignment), counted up to
 * `limit`; limit + 1 where there are more. Strings longer than 255 characters count as too far apart.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const tooFar = limit + 1;
  if (Math.abs(a.length - b.length) > limit || a.length >= ROW || b.length >= ROW) return tooFar;
  const start = commonStart(a, b);
  const end = commonEnd(a, b, start);
  return Math.min(tooFar, distance(a.slice(start, a.length - end), b.slice(start, b.length - end), limit));
}

/** Names differ in their middle: what they begin and end with in common takes no edits. */
function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let length = 0;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length))
    length++;
  return length;
}

function distance(a: string, b: string, limit: number): number {
  if (a.length === 0 || b.length === 0) return Math.max(a.length, b.length);
  for (let column = 0; column <= b.length; column++) previous[column] = column;
  for (let row = 1; row <= a.length; row++) {
    if (fillRow(a, b, row) > limit) return limit + 1;
    const free = beforePrevious;
    beforePrevious = previous;
    previous = current;
    current = free;
  }
  return at(previous, b.length);
}

/** Fills one row of the table and returns its smallest value. */
function fillRow(a: string, b: string, row: number): number {
  const letter = a.charCodeAt(row - 1);
  const letterBefore = row > 1 ? a.charCodeAt(row - 2) : -1;
  current[0] = row;
  let smallest = row;
  for (let column = 1; column <= b.length; column++) {
    const other = b.charCodeAt(column - 1);
    let edits = at(previous, column - 1) + (letter === other ? 0 : 1);
    edits = Math.min(edits, at(previous, column) + 1, at(current, column - 1) + 1);
    if (column > 1 && letterBefore === other && letter === b.charCodeAt(column - 2)) {
      edits = Math.min(edits, at(beforePrevious, column - 2) + 1);
    }
    current[column] = edits;
    if (edits < smallest) smallest = edits;
  }
  return smallest;
}

function at(row: Uint16Array, column: number): number {
  return row[column] ?? 0;
}
