import type { Transaction } from '../../database/open-database';
import type { AnswerEvent, DeviceEvent, NewEffect, StopEvent } from './device-event';
import { endRoute } from '../end-route';
import type { Instruction } from '../instructions/instruction';
import { findInstruction, listInstructions } from '../instructions/instructions-store';
import { isOvertaken } from './overtaken';
import { estimateTimes } from '../planning/estimate';
import { straightLine } from '../planning/travel';
import { applyDeviceEvent } from './progress';
import { promised } from './promise-window';
import type { Route } from '../route';
import type { RouteFollower, RouteHappening } from '../route-follower';
import { moveInstruction } from '../instructions/write-instruction';
import { writeRoute } from '../write-route';

export interface DoDependencies {
  followRoute: RouteFollower;
}

interface By extends DoDependencies {
  /** The device whose event it is. */
  device: string;
  /** When it happened, as far as it can be known. */
  atMs: number;
  nowMs: number;
}

interface Done {
  effect: NewEffect;
  /** As it is after it. */
  route: Route;
}

/** Does one thing that a device reports, within a transaction that has locked its route, and what follows from it elsewhere. */
export async function doDeviceEvent(
  trx: Transaction,
  route: Route,
  event: DeviceEvent,
  by: By,
): Promise<Done> {
  // Where a device is decides nothing by itself, and is kept apart.
  if (event.kind === 'position') return { effect: 'applied', route };
  if (event.kind === 'ended') return end(trx, route, by);
  return 'instructionId' in event ? answer(trx, route, event, by) : goOn(trx, route, event, by);
}

async function end(trx: Transaction, route: Route, by: By): Promise<Done> {
  if (route.state === 'ended') return { effect: 'late', route };
  const ended = await endRoute(trx, route, { ...by, actor: by.device, occurredAtMs: by.atMs });
  return { effect: 'applied', route: ended };
}

async function goOn(
  trx: Transaction,
  route: Route,
  event: StopEvent | { kind: 'started' },
  by: By,
): Promise<Done> {
  const before = await asDriven(trx, route, event, by);
  const progress = applyDeviceEvent(before, event, by.atMs);
  if (progress.effect !== 'applied') return { effect: progress.effect, route: before };
  const { stop } = progress;
  const step = { before, after: progress.route };
  const kind = route.state === 'planned' ? 'started' : 'stop_progressed';
  const written = await writeRoute(trx, step, { kind, actor: by.device }, by.nowMs);
  const happening = stop === null ? [] : [{ kind: 'stop', stop, occurredAtMs: by.atMs } as const];
  return { effect: 'applied', route: await follow(trx, { ...step, after: written }, happening, by) };
}

/** The route as its driver knew it at a stop that is done: what was told since then came too late. */
async function asDriven(
  trx: Transaction,
  route: Route,
  event: StopEvent | { kind: 'started' },
  { device, nowMs, atMs, followRoute }: By,
): Promise<Route> {
  if (event.kind !== 'completed') return route;
  let current = route;
  for (const instruction of await listInstructions(trx, { routeId: route.id, state: 'pushed' })) {
    if (!isOvertaken(instruction, event, atMs)) continue;
    const happening = { kind: 'overtaken', instruction, occurredAtMs: atMs } as const;
    current = await followRoute(trx, current, happening, { actor: device, device, nowMs });
  }
  return current;
}

async function answer(trx: Transaction, route: Route, event: AnswerEvent, by: By): Promise<Done> {
  const found = await findInstruction(trx, route.id, event.instructionId);
  const effect = effectOfAnswer(found, event);
  if (found === undefined || effect !== 'applied') return { effect, route };
  const after = isPromise(found, event) ? withPromise(route, found, by) : route;
  const told = {
    ...(event.kind === 'answered' && { answer: event.answer }),
    ...(event.kind === 'refused' && { reason: event.reason }),
    state: event.kind === 'refused' ? 'refused' : 'acknowledged',
    answeredAtMs: by.atMs,
    receivedAtMs: found.receivedAtMs ?? by.nowMs,
    actor: by.device,
  } as const;
  const step = { before: route, after };
  const { instruction, route: written } = await moveInstruction(
    trx,
    { ...step, instruction: found },
    told,
    by.nowMs,
  );
  const happening = { kind: 'instruction', instruction, occurredAtMs: by.atMs } as const;
  return { effect, route: await follow(trx, { ...step, after: written }, [happening], by) };
}

/** A question is answered, the rest acknowledged; whatever was closed meanwhile, a late answer does no harm. */
function effectOfAnswer(found: Instruction | undefined, { kind }: AnswerEvent): NewEffect {
  if (found === undefined) return 'not_possible';
  const isOfItsKind = kind === 'refused' || (kind === 'answered') === (found.kind === 'question');
  if (!isOfItsKind) return 'not_possible';
  return found.state === 'pushed' ? 'applied' : 'late';
}

function isPromise({ kind }: Instruction, event: AnswerEvent): boolean {
  return kind === 'redirect' && event.kind === 'acknowledged';
}

/** By what is known now: a device that was away acknowledged it when the window was still ahead. */
function withPromise(route: Route, { stopId }: Instruction, { nowMs }: By): Route {
  const { arrivals } = estimateTimes(route, nowMs, straightLine);
  return promised(route, stopId, { estimateMs: arrivals.get(stopId ?? '') ?? null, nowMs });
}

/** Tells, in turn, of each thing that happened, the start of the route first where it was that. */
async function follow(
  trx: Transaction,
  { before, after }: { before: Route; after: Route },
  happenings: readonly RouteHappening[],
  { device, nowMs, atMs, followRoute }: By,
): Promise<Route> {
  const start = { kind: 'started', occurredAtMs: atMs } as const;
  let route = after;
  const isStart = before.state === 'planned' && after.state !== 'planned';
  for (const happening of isStart ? [start, ...happenings] : happenings)
    route = await followRoute(trx, route, happening, { actor: device, device, nowMs });
  return route;
}
