import type { DescribeParcels, FindParcels, Parcel } from '../routes/parcel';
import { findNamed, lockShipments, type ParcelRow, readParcels } from './parcels-store';
import { stateWords } from './refusals';
import { mayBeOnRoute } from './states';

/** The parcels that a plan names, each by the name that it was given there: its id or its barcode. */
export const findParcels: FindParcels = async (database, { depot, names, isLocking }) => {
  const ids = await findNamed(database, depot, names);
  if (isLocking) await lockShipments(database, ids);
  const found = await readParcels(database, ids);
  const byName = new Map<string, Parcel | 'several'>();
  for (const row of found) {
    byName.set(row.barcode, byName.has(row.barcode) ? 'several' : parcelOf(row));
    byName.set(row.id, parcelOf(row));
  }
  return byName;
};

/** What a driver needs to know of parcels: whose they are, and what was asked of the driver. */
export const describeParcels: DescribeParcels = async (database, shipmentIds) => {
  const found = await readParcels(database, shipmentIds);
  return found.map(({ id, barcode, recipient_name, driver_note }) => ({
    shipmentId: id,
    ...{ barcode, name: recipient_name, note: driver_note },
  }));
};

function parcelOf({ id, state, address }: ParcelRow): Parcel {
  const mayLeave = address !== null && mayBeOnRoute(state);
  return { shipmentId: id, address, mayLeave, state: stateWords(state) };
}
