import { Command, Option } from 'commander';
import { systemClock as clock } from '../clock';
import type { Language } from '../http/language';
import { type Encoding, ENCODINGS } from './check-text';
import { processTerminal, type Terminal } from './terminal';

interface ImportOptions {
  shop: string;
  out?: string;
  map: string[];
  language: Language;
  encoding: Encoding;
  json: boolean;
}

/** `klopt shipments import`. */
export function shipmentsCommand(terminal: Terminal = processTerminal): Command {
  return new Command('shipments')
    .description("register shops' shipments from a list")
    .addCommand(importCommand(terminal));
}

function importCommand(terminal: Terminal): Command {
  return new Command('import')
    .description('register the shipments of a list (.csv, .csv.gz), each once however often it is run')
    .argument('<list>', 'a CSV with a header, by comma, semicolon or tab; - for the standard input')
    .requiredOption('--shop <name>', 'whose shipments they are')
    .option('--out <file>', 'where rows that were rejected are written, with why')
    .option('--map <column=field...>', 'what a column holds, where its name does not tell', [])
    .addOption(
      new Option('--language <language>', 'of what is said of rows').choices(['nl', 'en']).default('nl'),
    )
    .addOption(new Option('--encoding <encoding>', 'of the list').choices(ENCODINGS).default('utf-8'))
    .option('--json', 'print the summary as JSON', false)
    .action(async (path: string, { map, json, ...options }: ImportOptions) => {
      const { importFile } = await import('./import-file.js');
      const { importText } = await import('./import-summary.js');
      const startedMs = clock.monotonicMs();
      const asked = { out: undefined, ...options, path, told: map };
      const summary = (await importFile(asked, terminal)).summary();
      const durationMs = Math.round(clock.monotonicMs() - startedMs);
      const { shop, out } = asked;
      const data = { shop, out: out ?? null, ...summary, durationMs };
      terminal.answer(json ? JSON.stringify(data) : importText(summary, durationMs, out));
      if (summary.rejected.length > 0) process.exitCode = 1;
    });
}
