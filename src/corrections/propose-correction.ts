import type { EnteredAddress } from '../checks/address';
import type { PreviousCheck } from '../checks/correction';
import type { Clock } from '../clock';
import { recallAddresses } from '../customers/remember-address';
import { insertTogether } from '../database/insert-together';
import type { Database, Transaction } from '../database/open-database';
import { writeTogether } from '../database/write-together';
import type { Caller } from '../http/caller';
import { refuseOtherVersion } from '../http/version';
import type { Once } from '../idempotency/once';
import { writeOnce, type Written } from '../idempotency/write-once';
import { newId } from '../ids';
import { whereOnRoute } from '../routes/route-of-shipment';
import type { CheckEntry } from '../shipments/check-entry';
import { actorOf, shipmentToChange } from '../shipments/find-shipment';
import { notInState } from '../shipments/refusals';
import type { Shipment } from '../shipments/shipment';
import { keptCheck } from '../shipments/shipment-checks';
import { canBeReaddressed, isWithDriver } from '../shipments/states';
import { carryOut, offRoute } from './carry-out';
import type { Correction } from './correction';
import { listCorrections } from './corrections-store';
import { decideCorrection, type Proposal } from './decide-correction';
import { refusedEntries } from './refused-entries';
import { supersede } from './supersede';
import { OPEN } from './states';
import { addCorrection, moveCorrection } from './write-correction';

export interface CorrectionDependencies {
  database: Database;
  clock: Clock;
  checkEntry: CheckEntry;
}

export interface ProposalRequest {
  caller: Caller;
  shipmentId: string;
  /** The version of the shipment that the proposal is based on. */
  expected: number;
  proposal: Proposal;
}

/**
 * Proposes another address for a shipment, once. It is checked as strictly as the order was, beside the entry that it
 * corrects and those that were refused before; where nothing is left to ask it is applied at once.
 * @throws Problem not-found, precondition-failed, or conflict where the parcel is past correcting
 */
export async function proposeCorrection(
  { database, clock, checkEntry }: CorrectionDependencies,
  { caller, shipmentId, expected, proposal }: ProposalRequest,
  once: Once,
): Promise<Written<Correction>> {
  const nowMs = clock.nowMs();
  return writeOnce(database, once, nowMs, async (trx) => {
    const shipment = await shipmentToChange(trx, caller, shipmentId);
    refuseOtherVersion(shipment.version, expected);
    if (!canBeReaddressed(shipment.state) && !isWithDriver(shipment.state)) throw notInState(shipment.state);
    const check = await checkBeside(trx, { checkEntry, shipment, entry: proposal.entry });
    const correction = newCorrection({ shipment, proposal, check, actor: actorOf(caller) }, nowMs);
    await addCorrection(trx, correction);
    if (check !== null) await insertTogether(trx, [keptCheck(shipmentId, proposal.entry, check, nowMs)]);
    const result = await decided(trx, { correction, shipment, proposal }, nowMs);
    // What is blocked takes the place of nothing that may be right.
    const states = result.state === 'blocked' ? (['blocked'] as const) : OPEN;
    const by = { by: correction.id, shipment, corrections: await listCorrections(trx, shipmentId) };
    await supersede(trx, by, { states, actor: correction.proposedBy }, nowMs);
    return { subject: shipmentId, result };
  });
}

/** Checks an entry beside what its customer is known by, the order's entry, and the entries that were refused. */
export async function checkBeside(
  trx: Database,
  { checkEntry, shipment, entry }: { checkEntry: CheckEntry; shipment: Shipment; entry: EnteredAddress },
): Promise<Correction['check']> {
  const { shopId, customer } = shipment;
  const recalled = customer === null ? [] : await recallAddresses(trx, { shopId, customer });
  const previous = await previousOf(trx, shipment);
  return checkEntry({ entry, known: recalled, previous })?.answer ?? null;
}

async function previousOf(trx: Database, shipment: Shipment): Promise<PreviousCheck> {
  const { id, entry, check } = shipment;
  const rejected = refusedEntries(shipment, await listCorrections(trx, id));
  return { id: check?.id ?? null, address: entry, verdict: check?.verdict ?? null, rejected };
}

interface Proposed {
  shipment: Shipment;
  proposal: Proposal;
  check: Correction['check'];
  actor: string;
}

function newCorrection({ shipment, proposal, check, actor }: Proposed, nowMs: number): Correction {
  return {
    id: newId('cor', nowMs),
    shipmentId: shipment.id,
    version: 1,
    state: 'proposed',
    source: proposal.source,
    proposedBy: actor,
    entry: proposal.entry,
    ...{ check, address: null, reason: null, decidedBy: null, prior: null, plan: null, supersededBy: null },
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
  };
}

/** The correction as its check leaves it. */
async function decided(
  trx: Transaction,
  { correction, shipment, proposal }: { correction: Correction; shipment: Shipment; proposal: Proposal },
  nowMs: number,
): Promise<Correction> {
  const isOnRoute = (await whereOnRoute(trx, shipment.id)) !== null;
  const parcel = { ...shipment, isOnRoute };
  const { state, address } = decideCorrection(proposal, correction.check, parcel);
  if (state === 'blocked') return moveCorrection(trx, correction, { state, actor: 'system' }, nowMs);
  if (state === 'proposed' || address === null) return correction;
  const approval = { address, check: correction.check, reason: null, actor: correction.proposedBy };
  const corrections = await listCorrections(trx, shipment.id);
  const done = await carryOut(trx, { correction, shipment, corrections, approval, ...offRoute }, nowMs);
  await writeTogether(trx, done.writes);
  return done.correction;
}
