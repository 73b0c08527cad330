import type { Clock } from '../../clock';
import type { Database } from '../../database/open-database';
import type { PersonCaller } from '../../http/caller';
import { Problem } from '../../http/problem';
import type { Once } from '../../idempotency/once';
import { writeOnce, type Written } from '../../idempotency/write-once';
import { routeToChange } from '../find-route';
import type { Instruction } from './instruction';
import { findInstruction } from './instructions-store';
import { instructionIsNoQuestion, notOnRoute, routeIs } from '../refusals';
import type { Route } from '../route';
import type { RouteFollower } from '../route-follower';
import { moveInstruction, pushInstruction } from './write-instruction';

export interface QuestionDependencies {
  database: Database;
  clock: Clock;
  followRoute: RouteFollower;
}

export interface Question {
  text: string;
  /** The parcel that it is about. */
  shipmentId: string | null;
}

/**
 * Puts a question to the driver of a route, once: it waits in the route's feed until it is answered.
 * @throws Problem not-found for a route out of reach; conflict where it has ended; invalid-request for a parcel not on it
 */
export async function askQuestion(
  { database, clock, followRoute }: QuestionDependencies,
  { caller, routeId, ...question }: Question & { caller: PersonCaller; routeId: string },
  once: Once,
): Promise<Written<Instruction>> {
  const nowMs = clock.nowMs();
  return writeOnce(database, once, nowMs, async (trx) => {
    const route = await routeToChange(trx, caller, routeId);
    if (route.state === 'ended') throw routeIs(route.state);
    const draft = { ...draftOf(route, question), actor: caller.personId };
    const asked = await pushInstruction(trx, { before: route, after: route }, draft, nowMs);
    const { instruction } = asked;
    const happening = { kind: 'instruction', instruction, occurredAtMs: nowMs } as const;
    await followRoute(trx, asked.route, happening, { actor: caller.personId, device: null, nowMs });
    return { subject: instruction.id, result: instruction };
  });
}

function draftOf({ stops }: Route, { text, shipmentId }: Question) {
  const stop = stops.find(({ shipmentIds }) => shipmentIds.some((id) => id === shipmentId));
  if (shipmentId !== null && stop === undefined) throw notOnRoute();
  const of = { text, shipmentId, stopId: stop?.id ?? null };
  return { kind: 'question', ...of, correctionId: null, before: null } as const;
}

/**
 * Takes a question back that the driver has not answered yet, once.
 * @throws Problem not-found for one out of reach; conflict where it is no question, or no longer open
 */
export async function withdrawQuestion(
  { database, clock }: Omit<QuestionDependencies, 'followRoute'>,
  { caller, routeId, instructionId }: { caller: PersonCaller; routeId: string; instructionId: string },
  once: Once,
): Promise<Written<Instruction>> {
  const nowMs = clock.nowMs();
  return writeOnce(database, once, nowMs, async (trx) => {
    const route = await routeToChange(trx, caller, routeId);
    const question = await findInstruction(trx, route.id, instructionId);
    if (question === undefined) throw new Problem('not-found');
    if (question.kind !== 'question') throw instructionIsNoQuestion();
    const step = { instruction: question, before: route, after: route };
    const told = { state: 'withdrawn', actor: caller.personId } as const;
    const { instruction } = await moveInstruction(trx, step, told, nowMs);
    return { subject: instruction.id, result: instruction };
  });
}
