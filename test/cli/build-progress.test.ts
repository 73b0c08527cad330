import type { Clock } from '../../src/clock';
import { showBuildProgress } from '../../src/cli/build-progress';
import { progressLine } from '../../src/cli/progress';
import { rangeText } from '../../src/cli/register-text';
import { inBytes, inTime } from '../../src/cli/figures';

const reading = (bytesDone: number) => ({ step: 'reading' as const, bytesDone, bytesTotal: 22_600_000 });
const fetching = (bytesDone: number, bytesTotal: number | null) => ({
  step: 'fetching' as const,
  bytesDone,
  bytesTotal,
});

test.each([
  [reading(0), 0, 'reading: 0 bytes of 22.6 MB (0 %)'],
  [reading(11_300_000), 2_825_000, 'reading: 11.3 MB of 22.6 MB (50 %), 2.8 MB/s, 4.0 s left'],
  [reading(22_600_000), 2_825_000, 'reading: 22.6 MB of 22.6 MB (100 %), 2.8 MB/s, 0.0 s left'],
  [
    fetching(900_000_000, 3_600_000_000),
    9e6,
    'fetching: 900.0 MB of 3.6 GB (25 %), 9.0 MB/s, 5 min 0 s left',
  ],
  [fetching(900_000_000, null), 9e6, 'fetching: 900.0 MB, 9.0 MB/s'],
])('%j at %i bytes a second: %s', (progress, perSecond, line) => {
  const { step, bytesDone: done, bytesTotal: total } = progress;
  expect(progressLine({ step, done, total }, perSecond, inBytes)).toBe(line);
});

test('what was there already does not count for the rate', () => {
  let nowMs = 0;
  const clock: Clock = { now: () => new Date(0), nowMs: () => 0, monotonicMs: () => nowMs };
  const remarks: string[] = [];
  const remark = (text: string) => remarks.push(text);
  const display = showBuildProgress({ answer: () => undefined, remark, isInteractive: false }, clock);
  display.show(fetching(50_000_000, 100_000_000));
  nowMs = 5_000;
  display.show(fetching(60_000_000, 100_000_000));
  expect(remarks).toEqual([
    'fetching: 50.0 MB of 100.0 MB (50 %)',
    'fetching: 60.0 MB of 100.0 MB (60 %), 2.0 MB/s, 20.0 s left',
  ]);
});

test('where nobody looks on, a line comes every few seconds and at each step', () => {
  let nowMs = 0;
  const clock: Clock = { now: () => new Date(0), nowMs: () => 0, monotonicMs: () => nowMs };
  const remarks: string[] = [];
  const terminal = {
    answer: () => undefined,
    remark: (text: string) => remarks.push(text),
    isInteractive: false,
  };
  const display = showBuildProgress(terminal, clock);
  for (; nowMs <= 10_000; nowMs += 500) display.show(reading(nowMs * 2_000));
  display.show({ step: 'compiling', bytesDone: 1, bytesTotal: 1 });
  display.end();
  expect(remarks).toHaveLength(5);
  expect(remarks.at(-1)).toBe('compiling');
});

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [21_176_728, '21.2 MB'],
  [1_500_000_000_000, '1500.0 GB'],
])('%i bytes read as %s', (bytes, text) => {
  expect(inBytes(bytes)).toBe(text);
});

test.each([
  [9_730, '9.7 s'],
  [200_000, '3 min 20 s'],
])('%i ms read as %s', (milliseconds, text) => {
  expect(inTime(milliseconds)).toBe(text);
});

test.each([
  [{ first: 7, last: 7, step: 1 }, '7'],
  [{ first: 1, last: 4, step: 1 }, '1–4'],
  [{ first: 1, last: 9, step: 2 }, '1–9 (odd)'],
  [{ first: 2, last: 8, step: 2 }, '2–8 (even)'],
  [{ first: 10, last: 30, step: 10 }, '10–30 (every 10)'],
])('%j reads as %s', (range, text) => {
  expect(rangeText(range)).toBe(text);
});
