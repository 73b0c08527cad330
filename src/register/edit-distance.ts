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
  for (let column = 0; column <= b.length; column++) previous[column] = column;
  for (let row = 1; row <= a.length; row++) {
    if (fillRow(a, b, row) > limit) return tooFar;
    const free = beforePrevious;
    beforePrevious = previous;
    previous = current;
    current = free;
  }
  return Math.min(previous[b.length] ?? tooFar, tooFar);
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
