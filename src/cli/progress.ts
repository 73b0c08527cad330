import { Presets, SingleBar } from 'cli-progress';
import type { Clock } from '../clock';
import { inTime } from './figures';
import type { Terminal } from './terminal';

/** How far a step of the work is. */
export interface Progress {
  step: string;
  done: number;
  /** null where it is not known, 0 where there is nothing to count. */
  total: number | null;
}

export interface ProgressDisplay<Shown = Progress> {
  show: (progress: Shown) => void;
  end: () => void;
}

/** An amount of what is counted, such as "12.0 MB". */
export type AmountInWords = (amount: number) => string;

const LINE_EVERY_MS = 3_000;

/** A bar with rate and time left where someone looks on, a line every few seconds elsewhere. */
export function showProgress(terminal: Terminal, clock: Clock, inWords: AmountInWords): ProgressDisplay {
  return terminal.isInteractive ? bar(clock, inWords) : lines(terminal, clock, inWords);
}

function bar(clock: Clock, inWords: AmountInWords): ProgressDisplay {
  const rateAt = createPace(clock);
  const drawn = new SingleBar(
    { format: '{step} [{bar}] {percentage} %  {rate}/s  {eta_formatted} left', etaBuffer: 100, fps: 5 },
    Presets.rect,
  );
  drawn.start(1, 0, { step: 'starting', rate: inWords(0) });
  return {
    show: ({ step, done, total }) => {
      drawn.setTotal(Math.max(total === 0 ? done : (total ?? done), 1));
      drawn.update(done, { step, rate: inWords(rateAt(done)) });
    },
    end: () => drawn.stop(),
  };
}

function lines(terminal: Terminal, clock: Clock, inWords: AmountInWords): ProgressDisplay {
  const rateAt = createPace(clock);
  let lastMs = clock.monotonicMs();
  let lastStep = '';
  return {
    show: (progress) => {
      const perSecond = rateAt(progress.done);
      const nowMs = clock.monotonicMs();
      if (progress.step === lastStep && nowMs - lastMs < LINE_EVERY_MS) return;
      lastMs = nowMs;
      lastStep = progress.step;
      terminal.remark(progressLine(progress, perSecond, inWords));
    },
    end: () => undefined,
  };
}

/** Amount a second since the first that was shown: what an earlier run left came at no rate. */
function createPace(clock: Clock): (done: number) => number {
  const startedMs = clock.monotonicMs();
  let before: number | undefined;
  return (done) => {
    before = Math.min(before ?? done, done);
    const elapsedMs = clock.monotonicMs() - startedMs;
    return elapsedMs <= 0 ? 0 : Math.round(((done - before) * 1_000) / elapsedMs);
  };
}

/** "reading: 12.0 MB of 22.6 MB (53 %), 3.1 MB/s, 3.4 s left" */
export function progressLine(
  { step, done, total }: Progress,
  perSecond: number,
  inWords: AmountInWords,
): string {
  if (total === 0) return step;
  const rate = perSecond === 0 ? '' : `, ${inWords(perSecond)}/s`;
  if (total === null) return `${step}: ${inWords(Math.round(done))}${rate}`;
  const percentage = Math.floor((100 * done) / total);
  const left = perSecond === 0 ? '' : `, ${inTime(((total - done) / perSecond) * 1_000)} left`;
  return `${step}: ${inWords(Math.round(done))} of ${inWords(total)} (${percentage} %)${rate}${left}`;
}
