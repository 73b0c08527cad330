import { Command, InvalidArgumentError } from 'commander';
import { systemClock } from '../clock';
import { readConfig } from '../config';
import { buildEdition } from './build-edition';
import { showBuildProgress } from './build-progress';
import { inTime } from './figures';
import type { Terminal } from './terminal';

interface DownloadCommandOptions {
  out?: string;
  url?: string;
  coordinates: boolean;
  keep: boolean;
  json: boolean;
}

/** Beside the database and the sample's edition. */
const USUAL_EDITION = 'data/register.edition';

/** `klopt register download`: fetches the official extract, and builds the edition from it. */
export function downloadCommand(terminal: Terminal): Command {
  return new Command('download')
    .description(
      'fetch the official BAG extract and compile an edition from it; broken off, it goes on when run again',
    )
    .option('--out <file>', `the edition to write (default: that of KLOPT_REGISTER, or ${USUAL_EDITION})`)
    .option('--url <url>', 'of an extract (default: the one of the whole country, by Kadaster)', urlArgument)
    .option('--coordinates', 'keep a position for each street and postcode', false)
    .option('--keep', 'keep the extract, <edition>.extract.zip, when the edition is built', false)
    .option('--json', 'print the summary as JSON', false)
    .action(async ({ out: given, url, coordinates, keep, json }: DownloadCommandOptions) => {
      const out = given ?? readConfig().registerFile ?? USUAL_EDITION;
      const extract = `${out}.extract.zip`;
      const { prepareFolder } = await import('../register/edition/edition-file.js');
      prepareFolder(out);
      await fetchExtract(extract, url, terminal);
      await buildFrom(extract, () =>
        buildEdition({ sources: [extract], out, coordinates }, { json }, terminal),
      );
      const { removeDownload } = await import('../register/sources/download-part-file.js');
      if (keep) terminal.remark(`The extract is kept in ${extract}.`);
      else await removeDownload(extract);
    });
}

async function fetchExtract(extract: string, given: string | undefined, terminal: Terminal): Promise<void> {
  const { downloadExtract, OFFICIAL_EXTRACT_URL } = await import('../register/sources/download-source.js');
  const url = given ?? OFFICIAL_EXTRACT_URL;
  terminal.remark(`Fetching ${url} into ${extract}.`);
  const progress = showBuildProgress(terminal, systemClock);
  const onProgress = (bytesDone: number, bytesTotal: number | null) =>
    progress.show({ step: 'fetching', bytesDone, bytesTotal });
  const onFailure = (failure: string, delayMs: number) =>
    terminal.remark(`${failure}; trying again in ${inTime(delayMs)}`);
  await untilStopped((signal) =>
    downloadExtract({ url, out: extract, signal, onProgress, onFailure }),
  ).finally(progress.end);
}

/** The first SIGINT or SIGTERM tells the work to stop, a second ends the process. */
async function untilStopped(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const stop = new AbortController();
  const abort = () => stop.abort();
  process.once('SIGINT', abort).once('SIGTERM', abort);
  try {
    await work(stop.signal);
  } finally {
    process.off('SIGINT', abort).off('SIGTERM', abort);
  }
}

/** As buildEdition; where the extract does not serve, says that another run would not fetch it again. */
async function buildFrom(extract: string, build: () => Promise<void>): Promise<void> {
  const { SourceError } = await import('../register/sources/source-error.js');
  try {
    await build();
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const message = `${error.message} The extract is kept: remove ${extract} to have it fetched anew.`;
    throw new SourceError(message, { cause: error });
  }
}

function urlArgument(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '') {
    throw new InvalidArgumentError(
      'Give an address that begins with http:// or https://, without a user name.',
    );
  }
  return text;
}
