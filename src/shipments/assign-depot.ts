import type { AssignDepot } from '../routes/parcel';
import { writeChange } from './change-shipment';
import { withoutDepot } from './parcels-store';
import { findShipment } from './shipments-store';

/** Gives shipments that have no depot yet to one: from then on only its people see them. */
export const assignDepot: AssignDepot = async (trx, { shipmentIds, depot, actor }, nowMs) => {
  for (const id of await withoutDepot(trx, shipmentIds)) {
    const before = await findShipment(trx, {}, id);
    if (before === undefined) continue;
    await writeChange(
      trx,
      { before, after: { ...before, depot }, code: 'changed', reason: null, actor },
      nowMs,
    );
  }
};
