import { Command } from 'commander';
import type { Depot } from '../access/depots-store';
import { systemClock } from '../clock';
import { inColumns } from './columns';
import { processTerminal, type Terminal } from './terminal';
import { instant, minute } from './times';
import { withDatabase } from './with-database';

/** `klopt depots create|list`. */
export function depotsCommand(terminal: Terminal = processTerminal): Command {
  return new Command('depots')
    .description('make and list the depots where routes start')
    .addCommand(createCommand(terminal))
    .addCommand(listCommand(terminal));
}

function createCommand(terminal: Terminal): Command {
  return new Command('create')
    .description('make a depot')
    .argument('<code>', 'short, as in ZLV: routes, shipments and people name it so')
    .requiredOption('--name <name>', 'what people call it')
    .option('--at <lat,lon>', 'where it is, as in 51.4988,3.6136: tells which depot is nearest to an address')
    .option('--json', 'print as JSON')
    .action(async (code: string, { name, at, json }: { name: string; at?: string; json?: boolean }) => {
      const { createDepot } = await import('../access/create-depot.js');
      const depot = await withDatabase((database) => createDepot(database, systemClock, { code, name, at }));
      const words = `Depot ${depot.code} (${depot.name}) is made. Its people: klopt agents create --name NAME --depot ${depot.code}`;
      terminal.answer(json ? JSON.stringify({ depot: shown(depot) }) : words);
    });
}

function listCommand(terminal: Terminal): Command {
  return new Command('list')
    .description('show all depots')
    .option('--json', 'print as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const { listDepots } = await import('../access/depots-store.js');
      const depots = await withDatabase((database) => listDepots(database));
      terminal.answer(json ? JSON.stringify({ depots: depots.map(shown) }) : listedInWords(depots));
    });
}

function listedInWords(depots: readonly Depot[]): string {
  if (depots.length === 0) return 'There are no depots. Make one: klopt depots create CODE --name NAME';
  const rows = depots.map(({ code, name, createdAtMs }) => [code, name, minute(createdAtMs)]);
  return inColumns([['CODE', 'NAME', 'MADE'], ...rows]);
}

function shown({ code, name, place, createdAtMs }: Depot): Record<string, unknown> {
  return { code, name, place, createdAt: instant(createdAtMs) };
}
