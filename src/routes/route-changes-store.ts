import type { Insert } from '../database/insert-together';
import type { Database } from '../database/open-database';
import type { ChangeContent, ChangeKind, RouteChange } from './route-change';

interface ChangeRow {
  route_id: string;
  seq: number;
  at: number;
  kind: ChangeKind;
  instruction_id: string | null;
  content: string;
}

/** The row of an entry of a route's feed, which is never written again. */
export function changeRow({ routeId, seq, atMs, kind, instructionId, content }: RouteChange): Insert {
  const row = { route_id: routeId, seq, at: atMs, kind, instruction_id: instructionId };
  return { table: 'route_changes', rows: [{ ...row, content: JSON.stringify(content) }] };
}

/** The entries of a route's feed after one, in their order. */
export async function listChanges(
  database: Database,
  routeId: string,
  { after, limit }: { after: number; limit: number },
): Promise<RouteChange[]> {
  const rows = await database<ChangeRow>('route_changes')
    .where({ route_id: routeId })
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit);
  return rows.map(changeOf);
}

/** How far the feeds of routes are: what each has told last. Those that there are none of are left out. */
export async function readVersions(
  database: Database,
  routeIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await database<{ id: string; version: number }>('routes')
    .whereIn('id', routeIds)
    .select('id', 'version');
  return new Map(rows.map(({ id, version }) => [id, version]));
}

function changeOf(row: ChangeRow): RouteChange {
  return {
    routeId: row.route_id,
    seq: row.seq,
    atMs: row.at,
    kind: row.kind,
    instructionId: row.instruction_id,
    content: JSON.parse(row.content) as ChangeContent,
  };
}
