import { auditInsert } from '../audit/record-audit';
import type { Checked } from '../checks/address-checker';
import type { CheckMemory } from '../checks/check-memory-worker';
import { keepCheck } from '../checks/keep-check';
import { knownTogether } from '../checks/known-together';
import type { Clock } from '../clock';
import type { Pseudonymise } from '../customers/pseudonym';
import { recallGathered } from '../customers/remember-address';
import { isDuplicate, isUnknownReference } from '../database/database-error';
import type { Insert } from '../database/insert-together';
import type { Database } from '../database/open-database';
import type { ShopCaller } from '../http/caller';
import { Problem } from '../http/problem';
import type { Once } from '../idempotency/once';
import { insertOnce, type Written } from '../idempotency/write-once';
import type { CheckEntry } from './check-entry';
import { decisionEvent } from './decision-event';
import { newShipment, type Order } from './new-shipment';
import { orderedTo } from './remembered';
import { unknownDepot } from './refusals';
import type { Shipment } from './shipment';
import { eventRows } from './shipment-events-store';
import { addressRow, checkRow, shipmentRow } from './shipment-rows-store';
import { findByReference } from './shipments-store';

export interface RegisterDependencies {
  database: Database;
  clock: Clock;
  checkEntry: CheckEntry;
  checkMemory: CheckMemory;
  pseudonymise: Pseudonymise;
}

/**
 * Registers an order's shipment, once: its address is checked beside what the shop's customer is known by, and the
 * shipment is released or held.
 * @throws Problem conflict where the shop has one of that reference or barcode; invalid-request for a depot that is none
 */
export async function registerShipment(
  dependencies: RegisterDependencies,
  caller: ShopCaller,
  order: Order,
  once: Once,
): Promise<Written<Shipment>> {
  const { database, clock, checkEntry, checkMemory, pseudonymise } = dependencies;
  const { shopId } = caller;
  const { customerReference, entry } = order;
  const customer = customerReference === null ? null : pseudonymise(shopId, customerReference);
  const recalled = customer === null ? [] : await recallGathered(database, { shopId, customer });
  const nowMs = clock.nowMs();
  const checked = checkEntry({ entry, known: knownTogether(order.known, recalled) });
  const shipment = newShipment(order, { shopId, customer }, checked, nowMs);
  const inserts = rowsOf(shipment, caller, checked);
  try {
    const outcome = { subject: shipment.id, result: shipment, inserts };
    const written = await insertOnce(database, once, nowMs, outcome);
    if (checked !== null && !written.replayed)
      keepCheck(checkMemory, caller, checked, { address: entry, nowMs });
    return written;
  } catch (error) {
    if (isUnknownReference(error)) throw unknownDepot();
    if (isDuplicate(error)) throw await takenAlready(database, shopId, order);
    throw error;
  }
}

/** Everything that a new shipment is kept as. */
function rowsOf(shipment: Shipment, { keyId }: ShopCaller, checked: Checked | null): Insert[] {
  const { id, address, addressId, state, createdAtMs: nowMs } = shipment;
  const event = decisionEvent(shipment, { code: 'registered', reason: null, actor: keyId }, nowMs);
  const details = { state, verdict: checked?.judgement.verdict ?? null };
  return [
    ...(address === null || addressId === null ? [] : [addressRow(id, addressId, address)]),
    shipmentRow(shipment),
    ...(checked === null
      ? []
      : [checkRow(id, { entry: shipment.entry, answer: checked.answer, atMs: nowMs })]),
    ...orderedTo(shipment, nowMs),
    eventRows([event]),
    auditInsert([{ actor: keyId, action: 'shipment.registered', subject: id, details }], nowMs),
  ];
}

async function takenAlready(
  database: Database,
  shopId: string,
  { reference }: Pick<Order, 'reference'>,
): Promise<Problem> {
  const shipmentId = await findByReference(database, shopId, reference);
  if (shipmentId === undefined) return new Problem('conflict', { detail: barcodeTaken });
  return new Problem('conflict', { detail: referenceTaken, extensions: { shipmentId } });
}

const referenceTaken = {
  nl: 'Er is al een zending met deze reference; shipmentId noemt haar.',
  en: 'There is a shipment with this reference already; shipmentId names it.',
};
const barcodeTaken = {
  nl: 'Er is al een zending met deze barcode.',
  en: 'There is a shipment with this barcode already.',
};
