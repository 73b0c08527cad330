import type { Transaction } from '../../database/open-database';
import { auditInsert } from '../../audit/record-audit';
import type { Insert, Write } from '../../database/write';
import { writeTogether } from '../../database/write-together';
import { newId } from '../../ids';
import type { Instruction } from './instruction';
import { instructionRow, instructionUpdate } from './instructions-store';
import { closedAlerts } from '../alerts/raise-alert';
import { instructionIs } from '../refusals';
import type { Route } from '../route';
import { INSTRUCTION_TRANSITIONS, type InstructionState } from '../states';
import { changedRoute, type RouteStep, writeRoute } from '../write-route';

/** What a driver is to be told or asked. */
export type InstructionDraft = Pick<
  Instruction,
  'kind' | 'shipmentId' | 'correctionId' | 'stopId' | 'text' | 'before'
>;

export interface Instructed {
  route: Route;
  instruction: Instruction;
}

/** Pushes an instruction to a route's driver, within a transaction that has locked the route, with what it changes there. */
export async function pushInstruction(
  trx: Transaction,
  step: RouteStep,
  draft: InstructionDraft & { actor: string },
  nowMs: number,
): Promise<Instructed> {
  const { instruction, route, writes } = pushed(step, draft, nowMs);
  await writeTogether(trx, writes);
  return { instruction, route };
}

/** What pushInstruction writes, and what it leaves. */
export function pushed(
  step: RouteStep,
  { actor, ...draft }: InstructionDraft & { actor: string },
  nowMs: number,
): Instructed & { writes: Write[] } {
  const instruction = newInstruction(step.before, { actor, ...draft }, nowMs);
  const kind = draft.kind === 'question' ? 'question_asked' : 'stops_changed';
  const writes = [instructionRow(instruction), audited(instruction, actor, nowMs)];
  const entry = { kind, actor, instructionId: instruction.id, text: draft.text, writes } as const;
  return { instruction, ...changedRoute(step, entry, nowMs) };
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
  const kind = isAnswer ? 'instruction_answered' : 'instruction_closed';
  const writes = [
    instructionUpdate(before.state, instruction),
    closedAlerts(instruction.id, nowMs),
    audited(instruction, actor, nowMs),
  ];
  const entry = { kind, actor, instructionId: instruction.id, writes } as const;
  return { instruction, route: await writeRoute(trx, step, entry, nowMs) };
}

function audited({ id, routeId, state, ...of }: Instruction, actor: string, nowMs: number): Insert {
  const details = { route: routeId, shipment: of.shipmentId, correction: of.correctionId };
  return auditInsert([{ actor, action: `instruction.${state}`, subject: id, details }], nowMs);
}
