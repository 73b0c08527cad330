import type { Clock } from '../clock';
import type { BuildProgress } from '../register/compile/build-register';
import { inBytes } from './figures';
import { type Progress, type ProgressDisplay, showProgress } from './progress';
import type { Terminal } from './terminal';

/** How far a download, a build or a backup is; bytesTotal is null where it is not known. */
interface ByteProgress {
  step: 'fetching' | 'copying' | BuildProgress['step'];
  bytesDone: number;
  bytesTotal: number | null;
}

/** A bar with rate and time left where someone looks on, a line every few seconds elsewhere. */
export function showBuildProgress(terminal: Terminal, clock: Clock): ProgressDisplay<ByteProgress> {
  const { show, end } = showProgress(terminal, clock, inBytes);
  return { show: (progress) => show(counted(progress)), end };
}

function counted({ step, bytesDone, bytesTotal }: ByteProgress): Progress {
  const isCounted = step !== 'compiling' && step !== 'writing';
  return { step, done: bytesDone, total: isCounted ? bytesTotal : 0 };
}
