import type { Database } from '../../../src/database/open-database';
import type { ExpectedOnRoutes } from './examine-routes';

/** What is wrong with the feeds of routes, and with what devices reported. */
export async function wrongFeeds(trx: Database, expected: ExpectedOnRoutes): Promise<string[]> {
  return [
    ...(await gaps(trx)),
    ...(await misplaced(trx)),
    ...(await unaudited(trx)),
    ...(await otherThanReported(trx)),
    ...(await unreported(trx, expected)),
  ];
}

interface Feed {
  id: string;
  version: number;
  first: number;
  last: number;
  entries: number | string;
}

/** The entries of a route are 1 to its version. */
async function gaps(trx: Database): Promise<string[]> {
  const feeds = await trx('routes')
    .leftJoin('route_changes', 'route_changes.route_id', 'routes.id')
    .groupBy('routes.id', 'routes.version')
    .select<Feed[]>('routes.id', 'routes.version')
    .min({ first: 'seq' })
    .max({ last: 'seq' })
    .count({ entries: 'seq' });
  return (feeds as Feed[])
    .filter(
      ({ version, first, last, entries }) => first !== 1 || last !== version || Number(entries) !== version,
    )
    .map((feed) => `the feed of a route has gaps: ${JSON.stringify(feed)}`);
}

/** Every instruction is carried by the entry that it names. */
async function misplaced(trx: Database): Promise<string[]> {
  const ids = await trx('instructions')
    .leftJoin('route_changes', (on) => {
      on.on('route_changes.route_id', 'instructions.route_id').on('route_changes.seq', 'instructions.seq');
    })
    .whereRaw("coalesce(route_changes.instruction_id, '') <> instructions.id")
    .pluck<string[]>('instructions.id');
  return ids.map((id) => `instruction ${id} is not in the entry that it names`);
}

async function unaudited(trx: Database): Promise<string[]> {
  const entries = await countOf(trx('route_changes').whereNot({ kind: 'planned' }));
  const audited = await countOf(trx('audit_entries').where({ action: 'route.changed' }));
  return entries === audited ? [] : [`${entries} changes of routes, and ${audited} in the audit log`];
}

/** The entries of a feed that come of what a device reports, by what it reports. */
const TOLD_BY: readonly [entries: readonly string[], reports: readonly string[]][] = [
  [
    ['started', 'stop_progressed'],
    ['started', 'heading', 'arrived', 'completed', 'failed', 'skipped'],
  ],
  [['instruction_answered'], ['acknowledged', 'refused', 'answered']],
  [['ended'], ['ended']],
];

/** Whatever was applied has one entry: done twice it would have two. */
async function otherThanReported(trx: Database): Promise<string[]> {
  const wrong: string[] = [];
  for (const [entries, reports] of TOLD_BY) {
    const told = await countOf(trx('route_changes').whereIn('kind', entries));
    const applied = await countOf(trx('device_events').whereIn('kind', reports).where({ effect: 'applied' }));
    if (told !== applied) wrong.push(`${told} × ${entries.join()}, of ${applied} × ${reports.join()}`);
  }
  return wrong;
}

/** What a device reported and was answered is kept: 1 to as many. */
async function unreported(trx: Database, { heard, isQuiet }: ExpectedOnRoutes): Promise<string[]> {
  const kept = await trx<{ device_id: string; device_seq: number }>('device_events').select(
    'device_id',
    'device_seq',
  );
  const byDevice = new Map<string, { last: number; events: number }>();
  for (const { device_id, device_seq } of kept) {
    const { last, events } = byDevice.get(device_id) ?? { last: 0, events: 0 };
    byDevice.set(device_id, { last: Math.max(last, device_seq), events: events + 1 });
  }
  return heard.flatMap(({ van: { deviceId }, answered }) => {
    const { last, events } = byDevice.get(deviceId) ?? { last: 0, events: 0 };
    const isWhole = last === events && (isQuiet ? last === answered : last >= answered);
    return isWhole ? [] : [`device ${deviceId}: ${answered} answered, ${events} kept, up to ${last}`];
  });
}

async function countOf(query: ReturnType<Database>): Promise<number> {
  const row = await query.count({ found: '*' }).first<{ found: number | string }>();
  return Number(row.found);
}
