import type { Language } from '../http/language';
import type { ImportedPlan, NamedMistake } from '../routes/plans/import-plans';
import type { RouteSummary } from '../routes/route-summary';
import { shownSummary } from '../routes/shown-route';
import { inColumns, printable } from './columns';
import { inThousands, inTime } from './figures';
import { minute } from './times';

interface Shown {
  durationMs: number;
  language: Language;
  json: boolean;
}

/** What became of the routes of a list, counted, and everything that is wrong with those that were refused. */
export function importedRoutesText(
  imported: readonly ImportedPlan[],
  { durationMs, language, json }: Shown,
): string {
  const routes = imported.map(({ mistakes, ...route }) => ({
    ...route,
    errors: mistakes.map((mistake) => ({ ...mistake, message: wordsOf(mistake, language) })),
  }));
  if (json) return JSON.stringify({ routes, durationMs });
  const refused = imported.filter(({ outcome }) => outcome === 'refused');
  return [
    `${inThousands(imported.length)} routes in ${inTime(durationMs)}`,
    inColumns(OUTCOMES.map((outcome) => [outcome, String(countOf(imported, outcome))])),
    ...refused.flatMap((route) => refusedLines(route, language)),
    ...(refused.length > 0
      ? ['Put these rows right and run the whole list again: what is planned stays as it is.']
      : []),
  ].join('\n');
}

const OUTCOMES = ['created', 'unchanged', 'replaced', 'refused'] as const;

function countOf(imported: readonly ImportedPlan[], outcome: ImportedPlan['outcome']): number {
  return imported.filter((route) => route.outcome === outcome).length;
}

function refusedLines({ reference, day, depot, mistakes }: ImportedPlan, language: Language): string[] {
  const lines = mistakes.map((mistake) => {
    const column = mistake.column === null ? '' : `, ${printable(mistake.column)}`;
    return `  row ${mistake.row}${column}: ${wordsOf(mistake, language)}`;
  });
  return [printable(`${reference} of ${depot}, ${day}:`), ...lines];
}

function wordsOf({ message }: NamedMistake, language: Language): string {
  return typeof message === 'string' ? message : message[language];
}

/** Routes as a table, or as JSON. */
export function listedRoutesText(routes: readonly RouteSummary[], asJson: boolean): string {
  if (asJson) return JSON.stringify({ routes: routes.map(shownSummary) });
  if (routes.length === 0) return 'There are no such routes. Plan them: klopt routes import LIST';
  return inColumns([HEADING, ...routes.map(rowOf)]);
}

const HEADING = ['ROUTE', 'REFERENCE', 'DAY', 'DEPOT', 'DRIVER', 'STATE', 'DONE', 'VERSION', 'DEVICE SEEN'];

function rowOf(route: RouteSummary): string[] {
  const { id, reference, day, depot, driver, state, version, stopsDone, stopsToDo, deviceSeenAtMs } = route;
  const done = `${stopsDone} of ${stopsDone + stopsToDo}`;
  return [id, reference, day, depot, driver, state, done, String(version), minute(deviceSeenAtMs)];
}
