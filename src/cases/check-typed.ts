import type { EnteredAddress } from '../checks/address';
import { checkBeside, type CorrectionDependencies } from '../corrections/propose-correction';
import type { PersonCaller } from '../http/caller';
import { shipmentFor } from '../shipments/find-shipment';
import { type CaseEntry, caseEntry } from './case-entry';
import type { Language } from './case-words';

export interface TypedRequest {
  caller: PersonCaller;
  shipmentId: string;
  entry: EnteredAddress;
  language: Language;
}

/** An address while it is typed. */
export interface TypedAddress {
  entry: CaseEntry;
  /** Whether it would be let through as it stands; null while the register is away. */
  isRight: boolean | null;
}

/**
 * What the check would say of an address that is being typed, were it proposed: beside the order's entry, what its customer is
 * known by, and what was refused. Keeps nothing.
 * @throws Problem not-found
 */
export async function checkTyped(
  { database, checkEntry }: CorrectionDependencies,
  { caller, shipmentId, entry, language }: TypedRequest,
): Promise<TypedAddress> {
  const shipment = await shipmentFor(database, caller, shipmentId);
  const check = await checkBeside(database, { checkEntry, shipment, entry });
  const isRight = check === null ? null : check.verdict === 'accept';
  return { entry: caseEntry(entry, check, language), isRight };
}
