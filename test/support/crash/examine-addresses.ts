import { IN_EFFECT, type CorrectionState } from '../../../src/corrections/states';
import type { Database } from '../../../src/database/open-database';

interface Address {
  street: string;
  house_number: number;
  postcode: string | null;
}

/** What is wrong between shipments, their corrections, and the stops and instructions of these. */
export async function wrongAddresses(trx: Database): Promise<string[]> {
  return [...(await wrongStops(trx)), ...(await wrongCorrections(trx)), ...(await wrongInstructions(trx))];
}

interface StopRow extends Address {
  shipment_id: string;
  stop: string;
  stop_street: string;
  stop_number: number;
  stop_postcode: string | null;
}

/** What a driver is on the way to, or handed over, goes where its shipment does. */
async function wrongStops(trx: Database): Promise<string[]> {
  const rows = await trx('stop_shipments')
    .join('stops', 'stops.id', 'stop_shipments.stop_id')
    .join('routes', 'routes.id', 'stops.route_id')
    .join('shipments', 'shipments.id', 'stop_shipments.shipment_id')
    .join('addresses', 'addresses.id', 'shipments.address_id')
    .where((either) => {
      void either.where('stops.state', 'completed').orWhereNot('routes.state', 'ended');
    })
    .select('stop_shipments.shipment_id', 'addresses.street', 'addresses.house_number', 'addresses.postcode')
    .select({ stop: 'stops.id', stop_street: 'stops.street' })
    .select<StopRow[]>({ stop_number: 'stops.house_number', stop_postcode: 'stops.postcode' });
  return rows
    .filter(
      (row) =>
        row.street !== row.stop_street ||
        row.house_number !== row.stop_number ||
        row.postcode !== row.stop_postcode,
    )
    .map((row) => `a shipment goes elsewhere than its stop: ${JSON.stringify(row)}`);
}

interface CorrectionRow extends Address {
  id: string;
  shipment_id: string;
  state: CorrectionState;
  approved: string | null;
  reason: string | null;
}

/** One correction of a shipment is in effect, and that is where it goes; none where the driver refused, or never came. */
async function wrongCorrections(trx: Database): Promise<string[]> {
  const rows = await trx('corrections')
    .join('shipments', 'shipments.id', 'corrections.shipment_id')
    .join('addresses', 'addresses.id', 'shipments.address_id')
    .select('corrections.id', 'corrections.shipment_id', 'corrections.state', 'corrections.reason')
    .select({ approved: 'corrections.address' })
    .select<CorrectionRow[]>('addresses.street', 'addresses.house_number', 'addresses.postcode');
  const byShipment = new Map<string, CorrectionRow[]>();
  for (const row of rows) byShipment.set(row.shipment_id, [...(byShipment.get(row.shipment_id) ?? []), row]);
  return [...byShipment].flatMap(([id, corrections]) => wrongOfShipment(id, corrections));
}

function wrongOfShipment(id: string, corrections: readonly CorrectionRow[]): string[] {
  const inEffect = corrections.filter(({ state }) => IN_EFFECT.includes(state));
  const [one] = inEffect;
  const wasApproved = corrections.some(({ approved }) => approved !== null);
  const cameToNothing = corrections.some(({ state, reason }) => state === 'expired' || reason !== null);
  if (one === undefined && (!wasApproved || cameToNothing)) return [];
  if (one === undefined || inEffect.length > 1)
    return [`shipment ${id} has ${inEffect.length} corrections in effect`];
  return isAt(one) ? [] : [`shipment ${id} goes elsewhere than its correction ${one.id}`];
}

function isAt({ approved, street, house_number, postcode }: CorrectionRow): boolean {
  const address = JSON.parse(approved ?? '{}') as Record<string, unknown>;
  return address.street === street && address.houseNumber === house_number && address.postcode === postcode;
}

/** What a correction's latest instruction is, by what the correction is. */
const INSTRUCTION_OF: Partial<Record<CorrectionState, readonly string[]>> = {
  pushed: ['pushed'],
  acknowledged: ['acknowledged'],
  // Handed over before the driver had answered; or in effect again when the one that replaced it was undone.
  applied: ['acknowledged', 'pushed', 'superseded', 'expired'],
};

interface ToldRow {
  id: string;
  state: CorrectionState;
  told: string | null;
}

async function wrongInstructions(trx: Database): Promise<string[]> {
  const rows = await trx('corrections')
    .leftJoin('instructions', 'instructions.correction_id', 'corrections.id')
    .whereIn('corrections.state', Object.keys(INSTRUCTION_OF))
    .orderBy('instructions.id')
    .select<ToldRow[]>('corrections.id', 'corrections.state', { told: 'instructions.state' });
  const latest = new Map(rows.map((row) => [row.id, row]));
  return [...latest.values()]
    .filter(({ state, told }) => INSTRUCTION_OF[state]?.includes(told ?? '') !== true)
    .map(({ id, state, told }) => `correction ${id} is ${state}, its instruction ${String(told)}`);
}
