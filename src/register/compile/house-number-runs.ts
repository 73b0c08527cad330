import { LONGEST_STEP, runHead } from '../edition/edition-format';

export interface Run {
  head: number;
  length: number;
}

const LONGEST_RUN = 0xffff;

/**
 * House numbers as runs of equal steps. Most streets count odd on one side and even on the other, so the whole
 * nation's eight million numbers take some hundred thousand runs.
 */
export function toRuns(numbers: readonly number[], additionsKnown: boolean): Run[] {
  const runs: Run[] = [];
  let index = 0;
  while (index < numbers.length) {
    const start = numbers[index] ?? 0;
    const step = stepAt(numbers, index);
    let length = 1;
    while (length < LONGEST_RUN && numbers[index + length] === start + step * length) length++;
    runs.push({ head: runHead(start, length > 1 ? step : 1, additionsKnown), length });
    index += length;
  }
  return runs;
}

/** The step to the next number, or 1 where that number begins a longer run of its own. */
function stepAt(numbers: readonly number[], index: number): number {
  const [here = 0, next = here, second = next, third = second] = numbers.slice(index, index + 4);
  const step = next - here;
  if (step <= 0 || step > LONGEST_STEP) return 1;
  const nextRunIsLonger = second > next && second - next === third - second;
  return nextRunIsLonger && second - next !== step ? 1 : step;
}
