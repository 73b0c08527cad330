import type { EnteredAddress } from '../checks/address';
import type { AddressCheckAnswer } from '../checks/answer';
import type { Insert } from '../database/insert-together';
import { checkRow } from './shipment-rows-store';

/** The row that keeps a check of a shipment's address beside those before it, to be written with what came of it. */
export function keptCheck(
  shipmentId: string,
  entry: EnteredAddress,
  answer: AddressCheckAnswer,
  atMs: number,
): Insert {
  return checkRow(shipmentId, { entry, answer, atMs });
}
