import type { Database } from '../../database/open-database';
import { findInstructions } from '../instructions/instructions-store';
import type { DescribeParcels } from '../parcel';
import type { RouteChange } from '../route-change';
import { listChanges } from '../route-changes-store';
import { type Beside, shipmentsOf, type ShownEntry, shownEntry } from './shown-entry';

export interface FeedDependencies {
  database: Database;
  describeParcels: DescribeParcels;
}

/** Which part of a route's feed. */
export interface FeedPart {
  after: number;
  limit: number;
}

/** The entries of a route's feed after one, in their order, with all that a device needs beside them. */
export async function readFeed(
  dependencies: FeedDependencies,
  routeId: string,
  part: FeedPart,
): Promise<ShownEntry[]> {
  const changes = await listChanges(dependencies.database, routeId, part);
  const beside = await readBeside(dependencies, changes);
  return changes.map((change) => shownEntry(change, beside));
}

async function readBeside(
  { database, describeParcels }: FeedDependencies,
  changes: readonly RouteChange[],
): Promise<Beside> {
  const named = changes.flatMap(({ instructionId }) => instructionId ?? []);
  const found = named.length === 0 ? [] : await findInstructions(database, [...new Set(named)]);
  const instructions = new Map(found.map((instruction) => [instruction.id, instruction]));
  const shipments = [...new Set(changes.flatMap((change) => shipmentsOf(change, instructions)))];
  const parcels = shipments.length === 0 ? [] : await describeParcels(database, shipments);
  return { instructions, parcels: new Map(parcels.map((parcel) => [parcel.shipmentId, parcel])) };
}
