import type { Database } from '../../../src/database/open-database';
import type { Told } from '../fleet/device';
import type { Pushed } from '../fleet/redirect';
import type { Van } from '../fleet/send-out';
import { wrongAddresses } from './examine-addresses';
import { wrongFeeds } from './examine-feeds';

/** What was acknowledged and heard until a moment; what is written after it may be there too. */
export interface ExpectedOnRoutes {
  pushed: readonly Pushed[];
  heard: readonly (Told & { van: Van })[];
  /** Nobody writes any more, and every device knows everything. */
  isQuiet: boolean;
}

/** Everything that is wrong with routes, corrections and shipments in the light of what was acknowledged and heard. */
export async function wrongOnRoutes(database: Database, expected: ExpectedOnRoutes): Promise<string[]> {
  return database.transaction(
    async (trx) => [
      ...expected.heard.flatMap(({ wrong }) => wrong),
      ...(await lost(trx, expected)),
      ...(await wrongFeeds(trx, expected)),
      ...(await otherThanHeard(trx, expected)),
      ...(await wrongAddresses(trx)),
    ],
    { isolationLevel: 'repeatable read', readOnly: true },
  );
}

interface Instruction {
  id: string;
  route_id: string;
  seq: number;
  state: string;
  correction_id: string;
}

/**
 * Of each acknowledged approval there is one instruction, in the entry right behind the version that it was chosen on; told
 * again only where it was superseded, by one that the driver then refused.
 */
async function lost(trx: Database, { pushed, isQuiet }: ExpectedOnRoutes): Promise<string[]> {
  const all = await trx<Instruction>('instructions')
    .select('id', 'route_id', 'seq', 'state', 'correction_id')
    .orderBy('seq');
  const byCorrection = new Map<string, Instruction[]>();
  for (const one of all)
    byCorrection.set(one.correction_id, [...(byCorrection.get(one.correction_id) ?? []), one]);
  const wrong = pushed.flatMap((one) => wrongInstruction(one, byCorrection.get(one.correctionId) ?? []));
  const doubled = [...byCorrection].filter(
    ([, found]) => found.filter(({ state }) => state !== 'superseded').length > 1,
  );
  wrong.push(...doubled.map(([id, found]) => `correction ${id} has ${found.length} instructions`));
  if (isQuiet && byCorrection.size !== pushed.length)
    wrong.push(`${pushed.length} approvals were acknowledged, ${byCorrection.size} were told`);
  return wrong;
}

/** One that takes the place of another comes behind the entry that closes that. */
function wrongInstruction(
  { correctionId, routeId, routeVersion }: Pushed,
  found: readonly Instruction[],
): string[] {
  const [one] = found;
  if (one === undefined) return [`lost: the instruction of correction ${correctionId}`];
  const isThere = one.route_id === routeId && [1, 2].includes(one.seq - routeVersion);
  return isThere ? [] : [`correction ${correctionId} was chosen on ${routeVersion}, and told in ${one.seq}`];
}

/** A device has heard what its feed holds, in its order, and nothing that is not there. */
async function otherThanHeard(trx: Database, { heard, isQuiet }: ExpectedOnRoutes): Promise<string[]> {
  const rows = await trx<{ route_id: string; seq: number; instruction_id: string | null }>('route_changes')
    .select('route_id', 'seq', 'instruction_id')
    .orderBy('seq');
  const feeds = new Map<string, (string | null)[]>();
  for (const { route_id, instruction_id } of rows) {
    const feed = feeds.get(route_id);
    if (feed) feed.push(instruction_id);
    else feeds.set(route_id, [instruction_id]);
  }
  return heard.flatMap(({ van: { routeId }, instructions }) => {
    const feed = feeds.get(routeId) ?? [];
    const known = isQuiet ? feed : feed.slice(0, instructions.length);
    const isSame = known.length === instructions.length && known.every((id, at) => id === instructions[at]);
    return isSame ? [] : [`route ${routeId}: its device has heard something else than its feed holds`];
  });
}
