import { systemClock } from '../clock';
import type { BuildRequest } from '../register/compile/build-register';
import { showBuildProgress } from './build-progress';
import { buildText } from './register-text';
import type { Terminal } from './terminal';

export type EditionRequest = Pick<BuildRequest, 'sources' | 'out' | 'coordinates'>;

/** Builds an edition while showing how far it is, and answers with what was built. Throws as buildRegister does. */
export async function buildEdition(
  { sources, out, coordinates }: EditionRequest,
  { json }: { json: boolean },
  terminal: Terminal,
): Promise<void> {
  const { buildRegister } = await import('../register/compile/build-register.js');
  const progress = showBuildProgress(terminal, systemClock);
  const request = { sources, out, coordinates, sample: false };
  const summary = await buildRegister(request, { clock: systemClock, onProgress: progress.show }).finally(
    progress.end,
  );
  const peakBytes = process.resourceUsage().maxRSS * 1_024;
  terminal.answer(
    json ? JSON.stringify({ file: out, ...summary, peakBytes }) : buildText(summary, out, peakBytes),
  );
}
