import { DAY } from './routes-service';
import type { Stage } from './shipments-stage';

export interface ImportedRoute {
  reference: string;
  outcome: string;
  routeId: string | null;
  version: number | null;
  errors: { row: number; column: string | null; code: string; message: string }[];
}

const COLUMNS = [
  ...['reference', 'day', 'depot', 'driver', 'vehicle', 'starts_at', 'ends_at', 'sequence', 'shipment'],
  ...['service_minutes', 'window_from', 'window_until', 'planned_at', 'lat', 'lon'],
] as const;

/** A row of a list of routes; what it does not tell is as of a route that works. */
export type ListRow = Partial<Record<(typeof COLUMNS)[number], string | number>>;

const usual: ListRow = {
  ...{ day: DAY, depot: 'ZLV', driver: 'Jelle', vehicle: 'V-1', starts_at: '08:00', ends_at: '17:00' },
};

/** A list of routes, as a CSV. */
export function listOf(
  rows: readonly ListRow[],
  { delimiter = ';' }: { delimiter?: ';' | ',' } = {},
): string {
  const lines = rows.map((row) => COLUMNS.map((name) => String({ ...usual, ...row }[name] ?? '')));
  const quoted = (cell: string) => (cell.includes(delimiter) ? `"${cell}"` : cell);
  return [COLUMNS, ...lines].map((cells) => cells.map(quoted).join(delimiter)).join('\n');
}

/** Sends a list; what became of each of its routes. */
export async function sendList({ service }: Pick<Stage, 'service'>, list: string): Promise<ImportedRoute[]> {
  const headers = { authorization: 'Bearer planner', 'content-type': 'text/csv', 'accept-language': 'en' };
  const answer = await service.ask('/v1/route-imports', { method: 'POST', headers, body: list });
  const lines = (await answer.text()).split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as ImportedRoute);
}
