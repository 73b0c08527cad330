import type { AddressCheckAnswer } from '../checks/answer';
import type { EnteredAddress } from '../checks/address';
import type { ReasonCode } from '../checks/reason-codes';
import { addressAsTyped } from '../shipments/address-as-typed';
import type { DeliveryAddress, Shipment } from '../shipments/shipment';
import { isWithDriver } from '../shipments/states';
import type { CorrectionSource } from './correction';

export interface Proposal {
  entry: EnteredAddress;
  source: CorrectionSource;
  /** Whoever proposes it was asked, and says that the address is right. */
  isConfirmed: boolean;
}

export interface CorrectionDecision {
  state: 'blocked' | 'proposed' | 'approved';
  address: DeliveryAddress | null;
}

type Checked = Pick<AddressCheckAnswer, 'verdict' | 'address' | 'reasons'>;

/**
 * What becomes of a proposal: one that its check does not let through is blocked; one that leaves a question, comes by
 * e-mail (which anyone can write), was refused before, or concerns a parcel that is on a route, or that an agent holds
 * waits for an agent; the others are approved.
 */
export function decideCorrection(
  { entry, source, isConfirmed }: Proposal,
  check: Checked | null,
  parcel: Pick<Shipment, 'state' | 'hold'> & { isOnRoute: boolean },
): CorrectionDecision {
  if (check === null) return { state: 'proposed', address: null };
  if (check.verdict === 'fix') return { state: 'blocked', address: null };
  const address = addressMeant(entry, check);
  const isClear = !leavesQuestion(check) || isConfirmed;
  const isRepeated = says(check, 'CORRECTION_REPEATS_REJECTED');
  const waits = address === null || !isClear || isRepeated || needsAgent(source, parcel);
  return waits ? { state: 'proposed', address: null } : { state: 'approved', address };
}

/** Whatever its check says. */
function needsAgent(
  source: CorrectionSource,
  { state, hold, isOnRoute }: Pick<Shipment, 'state' | 'hold'> & { isOnRoute: boolean },
): boolean {
  const isHeldByAgent = hold?.reason === 'agent' && source !== 'agent';
  return source === 'email' || isHeldByAgent || isOnRoute || isWithDriver(state);
}

/** The one address that is meant: as its check has it, or as it was typed; null where that is not complete. */
export function addressMeant(
  entry: EnteredAddress,
  check: Pick<Checked, 'address'> | null,
): DeliveryAddress | null {
  return check?.address ?? addressAsTyped(entry);
}

function leavesQuestion(check: Checked): boolean {
  return check.verdict !== 'accept' || says(check, 'MATCHES_PREVIOUS_ADDRESS');
}

function says({ reasons }: Checked, wanted: ReasonCode): boolean {
  return reasons.some(({ code }) => code === wanted);
}
