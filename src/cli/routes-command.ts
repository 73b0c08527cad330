import { Command, Option } from 'commander';
import { systemClock as clock } from '../clock';
import type { Language } from '../http/language';
import { type Encoding, ENCODINGS } from './check-text';
import { processTerminal, type Terminal } from './terminal';
import { withDatabase } from './with-database';

/** `klopt routes import|list|qr`. */
export function routesCommand(terminal: Terminal = processTerminal): Command {
  return new Command('routes')
    .description("plan a day's routes from a list, show them, let drivers' devices in")
    .addCommand(importCommand(terminal))
    .addCommand(listCommand(terminal))
    .addCommand(qrCommand(terminal));
}

interface ImportOptions {
  encoding: Encoding;
  language: Language;
  json: boolean;
}

function importCommand(terminal: Terminal): Command {
  return new Command('import')
    .description(
      'plan the routes of a list (.csv, .csv.gz), a parcel each row; run again, it changes nothing',
    )
    .argument('<list>', 'a CSV with a header, by comma, semicolon or tab; - for the standard input')
    .addOption(
      new Option('--language <language>', 'of what is said of rows').choices(['nl', 'en']).default('nl'),
    )
    .addOption(new Option('--encoding <encoding>', 'of the list').choices(ENCODINGS).default('utf-8'))
    .option('--json', 'print what became of each route as JSON', false)
    .action(async (path: string, { json, ...options }: ImportOptions) => {
      const { importRoutesFile } = await import('./import-routes-file.js');
      const { importedRoutesText } = await import('./routes-text.js');
      const startedMs = clock.monotonicMs();
      const imported = await importRoutesFile({ path, ...options }, terminal);
      const durationMs = Math.round(clock.monotonicMs() - startedMs);
      terminal.answer(importedRoutesText(imported, { durationMs, ...options, json }));
      if (imported.some(({ outcome }) => outcome === 'refused')) process.exitCode = 1;
    });
}

interface ListOptions {
  day?: string;
  depot?: string;
  json: boolean;
}

function listCommand(terminal: Terminal): Command {
  return new Command('list')
    .description('show routes and how far they are')
    .option('--day <day>', 'of this day only, as in 2026-11-27')
    .option('--depot <code>', 'of this depot only')
    .option('--json', 'print as JSON', false)
    .action(async ({ day, depot, json }: ListOptions) => {
      const { everyRoute } = await import('./every-route.js');
      const { listedRoutesText } = await import('./routes-text.js');
      const wanted = { day, depot: depot?.toUpperCase() };
      const routes = await withDatabase((database) => everyRoute(database, wanted));
      terminal.answer(listedRoutesText(routes, json));
    });
}

function qrCommand(terminal: Terminal): Command {
  return new Command('qr')
    .description("let one more device of a route's driver in, by a QR code")
    .argument('<route>', 'its id, as in "klopt routes list"')
    .option('--json', 'print the token and its address as JSON', false)
    .action(async (routeId: string, { json }: { json: boolean }) => {
      const { routeQr } = await import('./route-qr.js');
      terminal.answer(await withDatabase((database) => routeQr({ database, clock }, routeId, json)));
    });
}
