import { randomUUID } from 'node:crypto';
import { addresses } from '../shipments-service';
import type { KnownShipment, Ledger, Operation } from './ledger';
import { sendUntilAcknowledged, type Target, type Write } from './send';

/** Of each shipment, after it is registered: what is done with it, one after the other. */
const NEXT: readonly Exclude<Operation, 'register'>[] = ['change', 'correct', 'change', 'scan'];

/** Writes one thing after the other until told to stop: registers shipments, and changes, corrects and scans each. */
export async function keepWriting(target: Target, ledger: Ledger, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    let shipment = await register(target, ledger);
    for (const operation of NEXT) if (!isOver()) shipment = await WRITES[operation](target, ledger, shipment);
  }
}

type Follow = (target: Target, ledger: Ledger, before: KnownShipment) => Promise<KnownShipment>;

const WRITES: Record<(typeof NEXT)[number], Follow> = { change, correct, scan };

async function register(target: Target, ledger: Ledger): Promise<KnownShipment> {
  const key = newKey('register');
  const note = `Note ${key}`;
  const order = { reference: key, recipient: { name: 'Vera Verhuizer' }, address: addresses.right };
  const body = { ...order, customerReference: `customer of ${key}`, driverNote: note };
  const write: Write = { who: 'shop', method: 'POST', path: '/v1/shipments', key, body };
  const answer = await sendUntilAcknowledged(target, write, ledger);
  const shipment = { id: String(answer.body.id), version: Number(answer.body.version), note };
  ledger.note({ key, operation: 'register', shipmentId: shipment.id }, shipment);
  return shipment;
}

async function change(target: Target, ledger: Ledger, before: KnownShipment): Promise<KnownShipment> {
  const key = newKey('change');
  const note = `Note ${key}`;
  const write: Write = { ...follow(before, key), method: 'PATCH', body: { driverNote: note } };
  const { body } = await sendUntilAcknowledged(target, write, ledger);
  const after = { ...before, note, version: Number(body.version) };
  ledger.note({ key, operation: 'change', shipmentId: before.id }, after);
  return after;
}

/** A right address is applied at once, which is the shipment's next version. */
async function correct(target: Target, ledger: Ledger, before: KnownShipment): Promise<KnownShipment> {
  const key = newKey('correct');
  const { path, ...rest } = follow(before, key);
  const body = { address: addresses.old, source: 'customer' };
  const write: Write = { ...rest, method: 'POST', path: `${path}/corrections`, body };
  const answer = await sendUntilAcknowledged(target, write, ledger);
  const applied = answer.body.state === 'applied' ? 1 : 0;
  const after = { ...before, version: before.version + applied };
  ledger.note({ key, operation: 'correct', shipmentId: before.id }, after);
  return after;
}

async function scan(target: Target, ledger: Ledger, before: KnownShipment): Promise<KnownShipment> {
  const key = newKey('scan');
  const body = { code: 'at_depot', device: key, occurredAt: new Date().toISOString() };
  const path = `/v1/shipments/${before.id}/events`;
  const write: Write = { who: 'planner', method: 'POST', path, key, body };
  const answer = await sendUntilAcknowledged(target, write, ledger);
  const applied = answer.body.effect === 'applied' ? 1 : 0;
  const after = { ...before, version: before.version + applied };
  ledger.note({ key, operation: 'scan', shipmentId: before.id }, after);
  return after;
}

function follow({ id, version }: KnownShipment, key: string): Omit<Write, 'method' | 'body'> {
  return { who: 'shop', path: `/v1/shipments/${id}`, key, etag: `"v${version}"` };
}

function newKey(operation: Operation): string {
  return `${operation} ${randomUUID()}`;
}
