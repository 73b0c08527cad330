import type { Database } from '../../database/open-database';
import type { AlertKind } from '../alerts/alert';
import type { RouteState } from '../states';

/**
 * The routes under way that have a promise to keep that ends before a time, the most urgent first. Where the driver has
 * been, it is promised no longer: it was met or missed.
 */
export async function findPromisesUntil(
  database: Database,
  untilMs: number,
  limit: number,
): Promise<string[]> {
  const rows = await database<{ route_id: string }>('stops')
    .join('routes', 'routes.id', 'stops.route_id')
    .where('routes.state', 'under_way')
    .where('stops.window_state', 'promised')
    .where('stops.window_until', '<', untilMs)
    .groupBy('stops.route_id')
    .orderByRaw('MIN(stops.window_until)')
    .limit(limit)
    .select('stops.route_id');
  return rows.map((row: { route_id: string }) => row.route_id);
}

/** The routes that are not over, and whose shift was by a time, the oldest first. */
export async function findOverdue(
  database: Database,
  byMs: number,
  limit: number,
): Promise<{ id: string; depot: string }[]> {
  return database<{ id: string; depot: string; state: RouteState; ends_at: number }>('routes')
    .whereIn('state', ['planned', 'under_way'])
    .where('ends_at', '<=', byMs)
    .orderBy('ends_at')
    .limit(limit)
    .select('id', 'depot');
}

/** Instructions that have been answered or closed, and of which an alert is open all the same. */
export async function findAnsweredWithAlert(database: Database, kind: AlertKind): Promise<string[]> {
  return database('alerts')
    .join('instructions', 'instructions.id', 'alerts.subject')
    .where({ 'alerts.kind': kind, 'alerts.closed_at': null })
    .whereNot('instructions.state', 'pushed')
    .pluck<string[]>('instructions.id');
}
