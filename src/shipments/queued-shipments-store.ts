import type { EnteredAddress } from '../checks/address';
import type { Database } from '../database/open-database';
import { readMany } from '../database/read-many';
import { whereAmong } from '../database/where-among';
import { hasFailed, type QueuedShipment } from './queued-shipment';
import type { ShipmentRow } from './shipment-rows-store';
import type { Reach } from './shipments-store';
import type { ShipmentState } from './states';

/** By what an agent knows a shipment in a list. */
export interface ShipmentLine {
  id: string;
  reference: string;
  barcode: string;
  recipientName: string;
  /** The address as it was typed. */
  entry: EnteredAddress;
  /** Where it goes, in words; null as long as that is the question. */
  address: { street: string; houseNumber: number; addition: string | null; postcode: string | null } | null;
}

type QueuedRow = Pick<ShipmentRow, 'id' | 'shop_id' | 'depot' | 'state' | 'state_at' | 'hold_reason'>;

const WAITING: readonly ShipmentState[] = ['held', 'delivery_failed'];

/** What stands still until somebody decides: held, or a delivery that failed. */
export async function listWaiting(database: Database, reach: Reach): Promise<QueuedShipment[]> {
  return readQueued(database, queuedRows(database, reach).whereIn('state', WAITING));
}

/** Those of these shipments that are within reach. */
export async function listAmong(
  database: Database,
  reach: Reach,
  ids: readonly string[],
): Promise<QueuedShipment[]> {
  if (ids.length === 0) return [];
  const query = queuedRows(database, reach);
  whereAmong(database, query, 'id', ids);
  return readQueued(database, query);
}

/** What is shown of these shipments in a list. */
export async function readLines(database: Database, ids: readonly string[]): Promise<ShipmentLine[]> {
  if (ids.length === 0) return [];
  const query = database('shipments')
    .leftJoin('addresses', 'addresses.id', 'shipments.address_id')
    .select('shipments.id', 'reference', 'barcode', 'recipient_name', 'entry')
    .select('street', 'house_number', 'addition', 'postcode');
  whereAmong(database, query, 'shipments.id', ids);
  return ((await query) as LineRow[]).map(lineOf);
}

type LineRow = Pick<ShipmentRow, 'id' | 'reference' | 'barcode' | 'recipient_name' | 'entry'> & {
  street: string | null;
  house_number: number;
  addition: string | null;
  postcode: string | null;
};

const QUEUED_COLUMNS = ['id', 'shop_id', 'depot', 'state', 'state_at', 'hold_reason'] as const;

function queuedRows(database: Database, { depot }: Reach) {
  const query = database<ShipmentRow>('shipments').select(...QUEUED_COLUMNS);
  if (depot !== undefined) void query.where((either) => void either.where({ depot }).orWhereNull('depot'));
  return query;
}

async function readQueued(
  database: Database,
  query: ReturnType<typeof queuedRows>,
): Promise<QueuedShipment[]> {
  return (await readMany<QueuedRow>(database, query, QUEUED_COLUMNS)).map(queuedOf);
}

function queuedOf(row: QueuedRow): QueuedShipment {
  const { id, shop_id, depot, state, state_at, hold_reason } = row;
  return { id, shopId: shop_id, depot, state, stateAtMs: state_at, hasFailed: hasFailed(state, hold_reason) };
}

function lineOf({ street, house_number, addition, postcode, ...row }: LineRow): ShipmentLine {
  const { id, reference, barcode, recipient_name } = row;
  return {
    ...{ id, reference, barcode, recipientName: recipient_name },
    entry: JSON.parse(row.entry) as EnteredAddress,
    address: street === null ? null : { street, houseNumber: house_number, addition, postcode },
  };
}
