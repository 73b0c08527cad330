import { dialectOf } from '../database/dialect';
import type { Database } from '../database/open-database';
import type { DeliveryAddress } from './shipment';
import type { ShipmentState } from './states';

/** What is known of a shipment that is, or may be, on a route. */
export interface ParcelRow {
  id: string;
  barcode: string;
  state: ShipmentState;
  recipient_name: string;
  driver_note: string | null;
  address: DeliveryAddress | null;
}

type FoundRow = Omit<ParcelRow, 'address'> & {
  street: string | null;
  house_number: number;
  addition: string | null;
  postcode: string | null;
  city: string;
  country: string;
};

const COLUMNS = [
  ...['shipments.id', 'barcode', 'state', 'recipient_name', 'driver_note'],
  ...['street', 'house_number', 'addition', 'postcode', 'city', 'country'],
];

/** The ids of the shipments of a depot, and of none yet, that have one of these ids or barcodes. */
export async function findNamed(
  database: Database,
  depot: string,
  names: readonly string[],
): Promise<string[]> {
  const ids = names.filter((name) => name.startsWith('snd_'));
  // The depot is compared here: SQLite would take its index for it, and read all that a depot ever had.
  const rows = await database<{ id: string; depot: string | null }>('shipments')
    .whereIn('id', ids)
    .orWhereIn('barcode', names)
    .select('id', 'depot');
  return rows.filter((row) => row.depot === null || row.depot === depot).map(({ id }) => id);
}

/** Which of these shipments have no depot yet. */
export async function withoutDepot(database: Database, ids: readonly string[]): Promise<string[]> {
  return database('shipments').whereIn('id', ids).where({ depot: null }).orderBy('id').pluck<string[]>('id');
}

/** Makes others that change these shipments wait until the transaction ends, always in the same order. */
export async function lockShipments(trx: Database, ids: readonly string[]): Promise<void> {
  if (dialectOf(trx) !== 'postgres' || ids.length === 0) return;
  await trx('shipments').whereIn('id', ids).orderBy('id').select('id').forUpdate();
}

export async function readParcels(database: Database, ids: readonly string[]): Promise<ParcelRow[]> {
  const rows: FoundRow[] = await database('shipments')
    .leftJoin('addresses', 'addresses.id', 'shipments.address_id')
    .whereIn('shipments.id', ids)
    .orderBy('shipments.id')
    .select(COLUMNS);
  return rows.map(({ street, house_number, addition, postcode, city, country, ...row }) => {
    const rest = { postcode, city, country };
    const address = { houseNumber: house_number, houseNumberAddition: addition, ...rest };
    return { ...row, address: street === null ? null : { street, ...address } };
  });
}
