import { Command, Option } from 'commander';
import type { AnswerLanguage } from '../checks/answer';
import { systemClock as clock } from '../clock';
import { readConfig } from '../config';
import { showBuildProgress } from './build-progress';
import type { OpenedList } from './check-file';
import type { CheckedRow } from './check-row';
import { CheckCounts, summaryText } from './check-summary';
import { type Encoding, ENCODINGS } from './check-text';
import { registerFileOf } from './register-file';
import { processTerminal, type Terminal } from './terminal';

interface CheckOptions {
  out?: string;
  register?: string;
  map: string[];
  language: AnswerLanguage;
  encoding: Encoding;
  json: boolean;
}

/** `klopt check`: a list of addresses with a verdict for each; without a server, without a database. */
export function checkCommand(terminal: Terminal = processTerminal): Command {
  return new Command('check')
    .description('check a list of addresses (.csv, .csv.gz) and give it back with a verdict a row')
    .argument('<list>', 'a CSV with a header, by comma, semicolon or tab; - for the standard input')
    .option('--out <file>', 'where to write it; the standard output when not given')
    .option('--register <file>', 'an edition; the one of KLOPT_REGISTER, or the sample, when not given')
    .option('--map <column=field...>', 'what a column holds, where its name does not tell', [])
    .addOption(language())
    .addOption(new Option('--encoding <encoding>', 'of the list').choices(ENCODINGS).default('utf-8'))
    .option('--json', 'print the summary as JSON', false)
    .action(async (path: string, options: CheckOptions) => {
      const startedMs = clock.monotonicMs();
      const counts = await checkFile(path, options, terminal);
      const durationMs = Math.round(clock.monotonicMs() - startedMs);
      const summary = counts.summary();
      const text = options.json
        ? JSON.stringify({ file: options.out ?? null, ...summary, durationMs })
        : summaryText(summary, durationMs);
      if (options.out === undefined) terminal.remark(text);
      else terminal.answer(text);
    });
}

function language(): Option {
  return new Option('--language <language>', 'of the messages').choices(['nl', 'en']).default('nl');
}

async function checkFile(path: string, options: CheckOptions, terminal: Terminal): Promise<CheckCounts> {
  const { openList, writeList } = await import('./check-file.js');
  const { checkList } = await import('./check-list.js');
  const { decodeList } = await import('./check-text.js');
  const check = await rowCheck(options);
  const list = openList(path);
  const counts = new CheckCounts();
  const progress = showProgress(list, terminal);
  const onRow = (row: CheckedRow) => {
    counts.add(row);
    progress.show();
  };
  const text = decodeList(list.bytes, list.name, options.encoding);
  try {
    const checked = await checkList(text, { name: list.name, told: options.map, check, onRow });
    await writeList(options.out, checked);
  } finally {
    progress.end();
  }
  return counts;
}

async function rowCheck({ register, language }: CheckOptions) {
  const { readEdition } = await import('../register/edition/edition-file.js');
  const { createAddressChecker } = await import('../checks/address-checker.js');
  const { checkRow } = await import('./check-row.js');
  const edition = readEdition(await registerFileOf(register));
  const checker = createAddressChecker({
    register: () => edition,
    nowMs: () => clock.nowMs(),
    newCheckId: () => '',
    registerMaxAgeDays: readConfig().registerMaxAgeDays,
  });
  return (row: readonly string[], columns: Parameters<typeof checkRow>[1]) =>
    checkRow(row, columns, { checker, language });
}

const ROWS_A_LOOK = 256;

/** Progress by the bytes read; none where their number is not known. */
function showProgress({ bytesDone, bytesTotal }: OpenedList, terminal: Terminal) {
  if (bytesTotal === 0) return { show: () => undefined, end: () => undefined };
  const progress = showBuildProgress(terminal, clock);
  let rows = 0;
  return {
    show: () => {
      if (rows++ % ROWS_A_LOOK === 0) progress.show({ step: 'reading', bytesDone: bytesDone(), bytesTotal });
    },
    end: progress.end,
  };
}
