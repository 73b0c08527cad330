import { systemClock as clock } from '../clock';
import type { Language } from '../http/language';
import { routesGround } from '../parts';
import { importPlan, type ImportedPlan } from '../routes/plans/import-plans';
import { readPlanList } from '../routes/plans/plan-list';
import { listedPlan, type PlanRow } from '../routes/plans/plan-rows';
import { readPlan } from '../routes/plans/plan-schemas';
import { openList } from './check-file';
import { decodeList, type Encoding } from './check-text';
import { CommandFailed } from './command-failed';
import { inThousands } from './figures';
import { showProgress } from './progress';
import type { Terminal } from './terminal';
import { withShipments } from './with-shipments';

export interface RoutesFile {
  path: string;
  encoding: Encoding;
  language: Language;
}

/** Plans the routes of a list, each for itself, and tells of each what became of it. */
export async function importRoutesFile(
  { path, encoding, language }: RoutesFile,
  terminal: Terminal,
): Promise<ImportedPlan[]> {
  const routes = await routesOf(path, encoding, language);
  const read = (request: unknown) => readPlan(request, language);
  const importer = { actor: 'operator', read, refuse: () => undefined };
  return withShipments(async ({ database, register }) => {
    const dependencies = { database, clock, ...routesGround(() => register) };
    const progress = showProgress(terminal, clock, inThousands);
    const imported: ImportedPlan[] = [];
    try {
      for (const rows of routes) {
        imported.push(await importPlan(dependencies, listedPlan(rows), importer));
        progress.show({ step: 'planning', done: imported.length, total: routes.length });
      }
    } finally {
      progress.end();
    }
    return imported;
  });
}

async function routesOf(path: string, encoding: Encoding, language: Language): Promise<PlanRow[][]> {
  const { name, bytes } = openList(path);
  let text = '';
  for await (const piece of decodeList(bytes, name, encoding)) text += piece;
  const routes = readPlanList(text);
  if (!Array.isArray(routes)) throw new CommandFailed(`${name}: ${routes[language]}`);
  return routes;
}
