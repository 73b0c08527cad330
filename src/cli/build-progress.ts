import { Presets, SingleBar } from 'cli-progress';
import type { Clock } from '../clock';
import type { BuildProgress } from '../register/build-register';
import { inBytes, inTime } from './figures';
import type { Terminal } from './terminal';

export interface ProgressDisplay {
  show: (progress: BuildProgress) => void;
  end: () => void;
}

const LINE_EVERY_MS = 3_000;

/** A bar with rate and time left where someone looks on, a line every few seconds elsewhere. */
export function showBuildProgress(terminal: Terminal, clock: Clock): ProgressDisplay {
  return terminal.isInteractive ? bar(clock) : lines(terminal, clock);
}

function bar(clock: Clock): ProgressDisplay {
  const startedMs = clock.monotonicMs();
  const drawn = new SingleBar(
    { format: '{step} [{bar}] {percentage} %  {rate}/s  {eta_formatted} left', etaBuffer: 100, fps: 5 },
    Presets.rect,
  );
  drawn.start(1, 0, { step: 'reading', rate: inBytes(0) });
  return {
    show: ({ step, bytesDone, bytesTotal }) => {
      drawn.setTotal(Math.max(bytesTotal, 1));
      drawn.update(bytesDone, {
        step,
        rate: inBytes(ratePerSecond(bytesDone, clock.monotonicMs() - startedMs)),
      });
    },
    end: () => drawn.stop(),
  };
}

function lines(terminal: Terminal, clock: Clock): ProgressDisplay {
  const startedMs = clock.monotonicMs();
  let lastMs = startedMs;
  let lastStep = '';
  return {
    show: (progress) => {
      const nowMs = clock.monotonicMs();
      if (progress.step === lastStep && nowMs - lastMs < LINE_EVERY_MS) return;
      lastMs = nowMs;
      lastStep = progress.step;
      terminal.remark(progressLine(progress, nowMs - startedMs));
    },
    end: () => undefined,
  };
}

/** "reading: 12.0 MB of 22.6 MB (53 %), 3.1 MB/s, 3.4 s left" */
export function progressLine({ step, bytesDone, bytesTotal }: BuildProgress, elapsedMs: number): string {
  if (step !== 'reading') return step;
  const perSecond = ratePerSecond(bytesDone, elapsedMs);
  const percentage = Math.floor((100 * bytesDone) / Math.max(bytesTotal, 1));
  const line = `reading: ${inBytes(Math.round(bytesDone))} of ${inBytes(bytesTotal)} (${percentage} %)`;
  if (perSecond === 0) return line;
  const leftMs = ((bytesTotal - bytesDone) / perSecond) * 1_000;
  return `${line}, ${inBytes(perSecond)}/s, ${inTime(leftMs)} left`;
}

function ratePerSecond(bytes: number, elapsedMs: number): number {
  return elapsedMs <= 0 ? 0 : Math.round((bytes * 1_000) / elapsedMs);
}
