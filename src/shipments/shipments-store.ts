import { dialectOf } from '../database/dialect';
import type { Database } from '../database/open-database';
import type { Insert, Update } from '../database/write';
import { refuseOtherVersion } from '../http/version';
import type { HoldReason, Shipment } from './shipment';
import { addressRow, type FoundRow, rowOf, shipmentOf, type ShipmentRow } from './shipment-rows-store';
import type { ShipmentState } from './states';

/** Which shipments someone may see. */
export interface Reach {
  shopId?: string;
  /** Those of this depot, and those of none yet. */
  depot?: string;
}

/** A shipment within reach; undefined where there is none. */
export async function findShipment(
  database: Database,
  reach: Reach,
  id: string,
): Promise<Shipment | undefined> {
  const row = (await within(shipmentRows(database), reach).where('shipments.id', id).first()) as
    FoundRow | undefined;
  return row && shipmentOf(row);
}

/** Makes others that change this shipment wait until the transaction ends. SQLite has one writer at a time as it is. */
export async function lockShipment(trx: Database, id: string): Promise<void> {
  if (dialectOf(trx) !== 'postgres') return;
  await trx<ShipmentRow>('shipments').where({ id }).forUpdate().first('id');
}

/** The id of a shop's shipment by the shop's own reference. */
export async function findByReference(
  database: Database,
  shopId: string,
  reference: string,
): Promise<string | undefined> {
  const row = await database<ShipmentRow>('shipments').where({ shop_id: shopId, reference }).first('id');
  return row?.id;
}

/** What a list of shipments is asked for. */
export interface ShipmentFilter {
  state?: ShipmentState | undefined;
  holdReason?: HoldReason | undefined;
  depot?: string | undefined;
  promisedOn?: string | undefined;
  reference?: string | undefined;
  barcode?: string | undefined;
  beforeId?: string | undefined;
  limit: number;
}

/** Shipments within reach, the newest first. */
export async function listShipments(
  database: Database,
  reach: Reach,
  filter: ShipmentFilter,
): Promise<Shipment[]> {
  const ids = await newestIds(database, reach, narrowed(filter));
  const rows = (await shipmentRows(database)
    .whereIn('shipments.id', ids)
    .orderBy('shipments.id', 'desc')) as FoundRow[];
  return rows.map(shipmentOf);
}

/** Only what is held has a reason for it, and of the held there are few. */
function narrowed(filter: ShipmentFilter): ShipmentFilter {
  return filter.holdReason === undefined ? filter : { ...filter, state: filter.state ?? 'held' };
}

/** A depot's shipments and those of none are looked for apart: one query for both would sort all that either has. */
async function newestIds(database: Database, reach: Reach, filter: ShipmentFilter): Promise<string[]> {
  const { depot, ...others } = reach;
  if (depot === undefined) return idsOf(database, { ...others, ...filter });
  if (filter.depot !== undefined && filter.depot !== depot) return [];
  const own = await idsOf(database, { ...others, ...filter, depot });
  const unassigned =
    filter.depot === undefined ? await idsOf(database, { ...others, ...filter, depot: null }) : [];
  return [...own, ...unassigned].sort().reverse().slice(0, filter.limit);
}

type Wanted = Omit<ShipmentFilter, 'depot'> & { shopId?: string; depot?: string | null | undefined };

function idsOf(database: Database, { beforeId, limit, ...wanted }: Wanted): Promise<string[]> {
  const query = database<ShipmentRow>('shipments').orderBy('id', 'desc').limit(limit);
  if (beforeId !== undefined) void query.where('id', '<', beforeId);
  const deciding = decidingOf(wanted);
  for (const [name, column] of Object.entries(FILTER_COLUMNS)) {
    const value = wanted[name as keyof typeof FILTER_COLUMNS];
    if (value === undefined) continue;
    if (deciding.includes(column)) void query.where({ [column]: value });
    else
      void query.whereRaw(
        value === null ? "?? || '' IS NULL" : "?? || '' = ?",
        [column, value].filter(isGiven),
      );
  }
  return query.pluck('id');
}

const isGiven = (value: string | null): value is string => value !== null;

const FILTER_COLUMNS = {
  shopId: 'shop_id',
  state: 'state',
  holdReason: 'hold_reason',
  depot: 'depot',
  promisedOn: 'promised_on',
  reference: 'reference',
  barcode: 'barcode',
} as const satisfies Record<string, keyof ShipmentRow>;

/**
 * The columns whose index finds few rows; the others are written such that no index is taken for them, and are only
 * compared. SQLite keeps no statistics that would tell it that a day or a reference has fewer rows than a state or a depot.
 */
function decidingOf({ shopId, reference, barcode, promisedOn }: Omit<Wanted, 'limit'>): readonly string[] {
  if (reference !== undefined) return ['reference', 'shop_id'];
  if (barcode !== undefined) return ['barcode', 'shop_id'];
  return [shopId === undefined ? 'depot' : 'shop_id', promisedOn === undefined ? 'state' : 'promised_on'];
}

/** Shipments whose address has not been checked yet, the oldest first, behind the one of an id. */
export async function listUnchecked(
  database: Database,
  { afterId, limit }: { afterId: string; limit: number },
): Promise<Shipment[]> {
  const rows = (await shipmentRows(database)
    .where('shipments.state', 'registered')
    .where('shipments.id', '>', afterId)
    .orderBy('shipments.id')
    .limit(limit)) as FoundRow[];
  return rows.map(shipmentOf);
}

/** The row of where a shipment goes. An address to which it goes back is there already, and never changes. */
export function keptAddress({
  id,
  addressId,
  address,
}: Pick<Shipment, 'id' | 'addressId' | 'address'>): Insert[] {
  if (addressId === null || address === null) return [];
  return [{ ...addressRow(id, addressId, address), unlessThere: true }];
}

/** Writes a changed shipment over the version that it was changed from. */
export function shipmentUpdate({ version }: Pick<Shipment, 'version'>, after: Shipment): Update {
  const { id, ...set } = rowOf(after);
  const orElse = () => refuseOtherVersion(after.version, version);
  return { update: 'shipments', set, where: { id, version }, orElse };
}

function shipmentRows(database: Database) {
  return database('shipments')
    .leftJoin('addresses', 'addresses.id', 'shipments.address_id')
    .leftJoin('shipment_checks', 'shipment_checks.id', 'shipments.check_id')
    .select(
      'shipments.*',
      'addresses.street as address_street',
      'addresses.house_number as address_house_number',
      'addresses.addition as address_addition',
      'addresses.postcode as address_postcode',
      'addresses.city as address_city',
      'addresses.country as address_country',
      'shipment_checks.answer as answer',
    );
}

function within(query: ReturnType<typeof shipmentRows>, { shopId, depot }: Reach) {
  if (shopId !== undefined) void query.where('shipments.shop_id', shopId);
  if (depot !== undefined)
    void query.where((either) => {
      void either.where('shipments.depot', depot).orWhereNull('shipments.depot');
    });
  return query;
}
