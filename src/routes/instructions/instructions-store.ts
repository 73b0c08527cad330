import type { Insert, Update } from '../../database/write';
import { instructionIs } from '../refusals';
import type { Database } from '../../database/open-database';
import type { Instruction, InstructionAnswer, InstructionKind } from './instruction';
import type { InstructionState } from '../states';

interface InstructionRow {
  id: string;
  route_id: string;
  seq: number;
  kind: InstructionKind;
  state: InstructionState;
  shipment_id: string | null;
  correction_id: string | null;
  stop_id: string | null;
  text: string | null;
  answer: InstructionAnswer | null;
  reason: string | null;
  before: string | null;
  actor: string;
  pushed_at: number;
  received_at: number | null;
  answered_at: number | null;
  closed_at: number | null;
}

const TABLE = 'instructions';

export function instructionRow(instruction: Instruction): Insert {
  return { table: TABLE, rows: [{ ...rowOf(instruction) }] };
}

export async function findInstruction(
  database: Database,
  routeId: string,
  id: string,
): Promise<Instruction | undefined> {
  const row = await database<InstructionRow>(TABLE).where({ id, route_id: routeId }).first();
  return row && instructionOf(row);
}

/** Instructions by their ids. */
export async function findInstructions(database: Database, ids: readonly string[]): Promise<Instruction[]> {
  return (await database<InstructionRow>(TABLE).whereIn('id', ids)).map(instructionOf);
}

/** The instructions of a route, the oldest first; of one state where that is asked. */
export async function listInstructions(
  database: Database,
  { routeId, state }: { routeId: string; state?: InstructionState },
): Promise<Instruction[]> {
  const query = database<InstructionRow>(TABLE).where({ route_id: routeId }).orderBy('seq');
  if (state !== undefined) void query.where({ state });
  return (await query).map(instructionOf);
}

/** The latest instruction that carries a correction. */
export async function findInstructionOf(
  database: Database,
  correctionId: string,
): Promise<Instruction | undefined> {
  const row = await database<InstructionRow>(TABLE)
    .where({ correction_id: correctionId })
    .orderBy('pushed_at', 'desc')
    .orderBy('id', 'desc')
    .first();
  return row && instructionOf(row);
}

/** What tells a driver to bring a parcel back, and stands. */
export async function findTakenBack(
  database: Database,
  shipmentId: string,
): Promise<Instruction | undefined> {
  const row = await database<InstructionRow>(TABLE)
    .where({ shipment_id: shipmentId, kind: 'take_back' })
    .whereIn('state', ['pushed', 'acknowledged'])
    .orderBy('pushed_at', 'desc')
    .first();
  return row && instructionOf(row);
}

/** Everything that was pushed and not answered yet, the oldest first. */
export async function listWaiting(database: Database, limit: number): Promise<Instruction[]> {
  const rows = await database<InstructionRow>(TABLE)
    .where({ state: 'pushed' })
    .orderBy('pushed_at')
    .limit(limit);
  return rows.map(instructionOf);
}

/** Writes an instruction over one in a state. */
export function instructionUpdate(from: InstructionState, instruction: Instruction): Update {
  const { id, ...set } = rowOf(instruction);
  const orElse = () => {
    throw instructionIs(from);
  };
  return { update: TABLE, set, where: { id, state: from }, orElse };
}

/** Notes that a device has fetched its route's feed up to here. */
export async function markReceived(
  database: Database,
  routeId: string,
  { upTo, nowMs }: { upTo: number; nowMs: number },
): Promise<void> {
  await database<InstructionRow>(TABLE)
    .where({ route_id: routeId, received_at: null })
    .where('seq', '<=', upTo)
    .update({ received_at: nowMs });
}

function rowOf(instruction: Instruction): InstructionRow {
  return {
    id: instruction.id,
    route_id: instruction.routeId,
    seq: instruction.seq,
    kind: instruction.kind,
    state: instruction.state,
    shipment_id: instruction.shipmentId,
    correction_id: instruction.correctionId,
    stop_id: instruction.stopId,
    text: instruction.text,
    answer: instruction.answer,
    reason: instruction.reason,
    before: instruction.before === null ? null : JSON.stringify(instruction.before),
    actor: instruction.actor,
    pushed_at: instruction.pushedAtMs,
    received_at: instruction.receivedAtMs,
    answered_at: instruction.answeredAtMs,
    closed_at: instruction.closedAtMs,
  };
}

function instructionOf(row: InstructionRow): Instruction {
  return {
    id: row.id,
    routeId: row.route_id,
    seq: row.seq,
    kind: row.kind,
    state: row.state,
    shipmentId: row.shipment_id,
    correctionId: row.correction_id,
    stopId: row.stop_id,
    text: row.text,
    answer: row.answer,
    reason: row.reason,
    before: row.before === null ? null : (JSON.parse(row.before) as Instruction['before']),
    actor: row.actor,
    pushedAtMs: row.pushed_at,
    receivedAtMs: row.received_at,
    answeredAtMs: row.answered_at,
    closedAtMs: row.closed_at,
  };
}
