import type { Database } from '../database/open-database';
import { type RouteSummary, summaryOf } from '../routes/route-summary';
import { listRoutes, type WantedRoutes } from '../routes/routes-store';

const AT_ONCE = 100;

/** Every route of a day and a depot, where they are told, in the order in which they were planned. */
export async function everyRoute(
  database: Database,
  wanted: Pick<WantedRoutes, 'day' | 'depot'>,
): Promise<RouteSummary[]> {
  const all: RouteSummary[] = [];
  for (;;) {
    const page = await listRoutes(database, {}, { ...wanted, afterId: all.at(-1)?.id, limit: AT_ONCE });
    all.push(...page.map(summaryOf));
    if (page.length < AT_ONCE) return all;
  }
}
