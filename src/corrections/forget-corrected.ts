import { forgetAddress } from '../customers/remember-address';
import type { Database } from '../database/open-database';
import type { Shipment } from '../shipments/shipment';
import type { Correction } from './correction';

/** Forgets, within a transaction, what a correction made known of a customer and what was not to be. */
export async function forgetCorrected(
  trx: Database,
  { shopId, customer }: Pick<Shipment, 'shopId' | 'customer'>,
  { id }: Pick<Correction, 'id'>,
): Promise<void> {
  if (customer !== null) await forgetAddress(trx, { shopId, customer }, id);
}
