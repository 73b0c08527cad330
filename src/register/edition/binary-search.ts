/** The first index from 0 to count for which `holds` (false first, true ever after); count where it never does. */
export function findFirst(count: number, holds: (index: number) => boolean, from = 0): number {
  let low = from;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The first index of sorted numbers, between `from` and `to`, that holds a value or more; `to` where none does. */
export function firstAtLeast(numbers: ArrayLike<number>, value: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) >= value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The indexes of a value in sorted numbers, between `from` and `to`. */
export function findRange(numbers: ArrayLike<number>, value: number, from: number, to: number): number[] {
  const found: number[] = [];
  let index = firstAtLeast(numbers, value, from, to);
  while (index < to && numbers[index] === value) found.push(index++);
  return found;
}
