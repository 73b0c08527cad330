import type { Transaction } from '../database/open-database';
import { auditInsert } from '../audit/record-audit';
import { type Insert, insertTogether } from '../database/insert-together';
import { newId } from '../ids';
import type { Instruction } from './instruction';
import { instructionRow, updateInstruction } from './instructions-store';
import { closeAlerts } from './raise-alert';
import { instructionIs } from './refusals';
import type { Route } from './route';
import { INSTRUCTION_TRANSITIONS, type InstructionState } from './states';
import { writeRoute } from './write-route';

/** What a driver is to be told or asked. */
export type InstructionDraft = Pick<
  Instruction,
  'kind' | 'shipmentId' | 'correctionId' | 'stopId' | 'text' | 'before'
>;

export interface Instructed {
  route: Route;
  instruction: Instruction;
}

interface RouteStep {
  before: Route;
  after: Route;
}

/** Pushes an instruction to a route's driver, within a transaction that has locked the route, with what it changes there. */
export async function pushInstruction(
  trx: Transaction,
  step: RouteStep,
  { actor, ...draft }: InstructionDraft & { actor: string },
  nowMs: number,
): Promise<Instructed> {
  const instruction = newInstruction(step.before, { actor, ...draft }, nowMs);
  const kind = draft.kind === 'question' ? 'question_asked' : 'stops_changed';
  const inserts = [instructionRow(instruction), audited(instruction, actor, nowMs)];
  const entry = { kind, actor, instructionId: instruction.id, text: draft.text, inserts } as const;
  return { instruction, route: await writeRoute(trx, step, entry, nowMs) };
}

function newInstruction(
  { id: routeId, version }: Route,
  draft: InstructionDraft & { actor: string },
  nowMs: number,
): Instruction {
  return {
    id: newId('ins', nowMs),
    routeId,
    seq: version + 1,
    state: 'pushed',
    ...draft,
    ...{ answer: null, reason: null, receivedAtMs: null, answeredAtMs: null, closedAtMs: null },
    pushedAtMs: nowMs,
  };
}

type Told = Partial<Pick<Instruction, 'answer' | 'reason' | 'answeredAtMs' | 'receivedAtMs'>>;

/**
 * Brings an instruction into another state, with what that changes on its route, within a transaction that has locked it.
 * @throws Problem conflict where it cannot come there
 */
export async function moveInstruction(
  trx: Transaction,
  { instruction: before, ...step }: RouteStep & { instruction: Instruction },
  { state, actor, ...told }: Told & { state: InstructionState; actor: string },
  nowMs: number,
): Promise<Instructed> {
  if (!INSTRUCTION_TRANSITIONS[before.state].includes(state)) throw instructionIs(before.state);
  const isAnswer = state === 'acknowledged' || state === 'refused';
  const closedAtMs = isAnswer ? before.closedAtMs : nowMs;
  const instruction: Instruction = { ...before, ...told, state, closedAtMs };
  if (!(await updateInstruction(trx, before.state, instruction))) throw instructionIs(before.state);
  await insertTogether(trx, [audited(instruction, actor, nowMs)]);
  await closeAlerts(trx, instruction.id, nowMs);
  const kind = isAnswer ? 'instruction_answered' : 'instruction_closed';
  const entry = { kind, actor, instructionId: instruction.id } as const;
  return { instruction, route: await writeRoute(trx, step, entry, nowMs) };
}

function audited({ id, routeId, state, ...of }: Instruction, actor: string, nowMs: number): Insert {
  const details = { route: routeId, shipment: of.shipmentId, correction: of.correctionId };
  return auditInsert([{ actor, action: `instruction.${state}`, subject: id, details }], nowMs);
}
