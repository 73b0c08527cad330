import { Presets, SingleBar } from 'cli-progress';
import type { Clock } from '../clock';
import type { BuildProgress } from '../register/compile/build-register';
import { inBytes, inTime } from './figures';
import type { Terminal } from './terminal';

/** How far a download, a build or a backup is; bytesTotal is null where it is not known. */
export interface Progress {
  step: 'fetching' | 'copying' | BuildProgress['step'];
  bytesDone: number;
  bytesTotal: number | null;
}

export interface ProgressDisplay {
  show: (progress: Progress) => void;
  end: () => void;
}

const LINE_EVERY_MS = 3_000;

/** A bar with rate and time left where someone looks on, a line every few seconds elsewhere. */
export function showBuildProgress(terminal: Terminal, clock: Clock): ProgressDisplay {
  return terminal.isInteractive ? bar(clock) : lines(terminal, clock);
}

function bar(clock: Clock): ProgressDisplay {
  const rateAt = createPace(clock);
  const drawn = new SingleBar(
    { format: '{step} [{bar}] {percentage} %  {rate}/s  {eta_formatted} left', etaBuffer: 100, fps: 5 },
    Presets.rect,
  );
  drawn.start(1, 0, { step: 'starting', rate: inBytes(0) });
  return {
    show: ({ step, bytesDone, bytesTotal }) => {
      drawn.setTotal(Math.max(bytesTotal ?? bytesDone, 1));
      drawn.update(bytesDone, { step, rate: inBytes(rateAt(bytesDone)) });
    },
    end: () => drawn.stop(),
  };
}

function lines(terminal: Terminal, clock: Clock): ProgressDisplay {
  const rateAt = createPace(clock);
  let lastMs = clock.monotonicMs();
  let lastStep = '';
  return {
    show: (progress) => {
      const perSecond = rateAt(progress.bytesDone);
      const nowMs = clock.monotonicMs();
      if (progress.step === lastStep && nowMs - lastMs < LINE_EVERY_MS) return;
      lastMs = nowMs;
      lastStep = progress.step;
      terminal.remark(progressLine(progress, perSecond));
    },
    end: () => undefined,
  };
}

/** Bytes a second since the first that was shown: what an earlier run left came at no rate. */
function createPace(clock: Clock): (bytesDone: number) => number {
  const startedMs = clock.monotonicMs();
  let bytesBefore: number | undefined;
  return (bytesDone) => {
    bytesBefore = Math.min(bytesBefore ?? bytesDone, bytesDone);
    const elapsedMs = clock.monotonicMs() - startedMs;
    return elapsedMs <= 0 ? 0 : Math.round(((bytesDone - bytesBefore) * 1_000) / elapsedMs);
  };
}

/** "reading: 12.0 MB of 22.6 MB (53 %), 3.1 MB/s, 3.4 s left" */
export function progressLine({ step, bytesDone, bytesTotal }: Progress, perSecond: number): string {
  if (step === 'compiling' || step === 'writing') return step;
  const done = inBytes(Math.round(bytesDone));
  const rate = perSecond === 0 ? '' : `, ${inBytes(perSecond)}/s`;
  if (bytesTotal === null) return `${step}: ${done}${rate}`;
  const percentage = Math.floor((100 * bytesDone) / Math.max(bytesTotal, 1));
  const left = perSecond === 0 ? '' : `, ${inTime(((bytesTotal - bytesDone) / perSecond) * 1_000)} left`;
  return `${step}: ${done} of ${inBytes(bytesTotal)} (${percentage} %)${rate}${left}`;
}
