import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { claimLease, releaseLease } from '../../database/lease';
import { every, type Repeated } from '../../every';
import type { Log } from '../../log';
import { alertedOf, closeOpen, openSubjects } from '../alerts/alerts-store';
import { isOverdue, stopsAtRisk } from './escalation';
import { findAnsweredWithAlert, findPromisesUntil } from './escalation-store';
import type { Instruction } from '../instructions/instruction';
import { listWaiting } from '../instructions/instructions-store';
import { alertOfOverdue, endOverdue, type OverdueDependencies } from './overdue-routes';
import { estimateTimes } from '../planning/estimate';
import { straightLine } from '../planning/travel';
import { raiseAlert } from '../alerts/raise-alert';
import type { Route } from '../route';
import { findRoute } from '../routes-store';

export interface EscalationDependencies extends OverdueDependencies {
  log: Log;
}

const LOOK_EVERY_MS = 5_000;
const LEASE_MS = 15_000;
const NAME = 'escalation';
/** Promises that are further away are not about to be missed. */
const AHEAD_MS = 2 * 60 * 60_000;
const WAITING_AT_ONCE = 1_000;
const ROUTES_AT_ONCE = 500;

/** Alerts the agents in time to drivers who do not answer and promises that cannot be kept, and ends what was left; one of several replicas does. */
export function startEscalationWorker(dependencies: EscalationDependencies): Repeated {
  const { database, clock, log } = dependencies;
  const holder = randomUUID();
  const looking = every(LOOK_EVERY_MS, async () => {
    try {
      const lease = { nowMs: clock.nowMs(), forMs: LEASE_MS };
      if (await claimLease(database, { name: NAME, holder }, lease)) await escalate(dependencies);
    } catch (error) {
      log.warn({ error }, 'nobody could be alerted of what drivers have not answered');
    }
  });
  return {
    async stop() {
      await looking.stop();
      await releaseLease(database, { name: NAME, holder }).catch(() => undefined);
    },
  };
}

/**
 * Raises what must be looked at now, and closes what is over; routes that nobody ended long after their shift are ended.
 * Customers are told nothing by it.
 */
export async function escalate(dependencies: Omit<EscalationDependencies, 'log'>): Promise<void> {
  await alertOfWaiting(dependencies);
  await alertOfPromises(dependencies);
  await alertOfOverdue(dependencies);
  await endOverdue(dependencies);
}

type Looking = Omit<EscalationDependencies, 'log'>;

async function alertOfWaiting({ database, clock }: Looking): Promise<void> {
  const kind = 'instruction_unacknowledged';
  const nowMs = clock.nowMs();
  // One that was answered between being looked at and being alerted of.
  for (const id of await findAnsweredWithAlert(database, kind))
    await closeOpen(database, id, { nowMs, kind });
  const waiting = await listWaiting(database, WAITING_AT_ONCE);
  const ids = waiting.map(({ id }) => id);
  const alerted = await alertedOf(database, kind, ids);
  const routes = new Map<string, Route | undefined>();
  for (const instruction of waiting.filter(({ id }) => !alerted.has(id))) {
    const { routeId } = instruction;
    if (!routes.has(routeId)) routes.set(routeId, await findRoute(database, {}, routeId));
    const route = routes.get(routeId);
    if (route === undefined) continue;
    const { arrivals } = estimateTimes(route, nowMs, straightLine);
    if (isOverdue(instruction, arrivals.get(instruction.stopId ?? '') ?? null, nowMs))
      await raiseAlert(database, { kind, ...alertOf(instruction, route) }, nowMs);
    await nextTurn();
  }
}

function alertOf({ id, routeId, shipmentId, correctionId }: Instruction, { depot }: Route) {
  return { subject: id, depot, routeId, shipmentId, correctionId };
}

async function alertOfPromises({ database, clock }: Looking): Promise<void> {
  const kind = 'window_at_risk';
  const nowMs = clock.nowMs();
  const over = new Set(await openSubjects(database, kind));
  for (const routeId of await findPromisesUntil(database, nowMs + AHEAD_MS, ROUTES_AT_ONCE)) {
    const route = await findRoute(database, {}, routeId);
    if (route === undefined) continue;
    const atRisk = stopsAtRisk(route, estimateTimes(route, nowMs, straightLine).arrivals, nowMs);
    const alerted = await alertedOf(
      database,
      kind,
      atRisk.map(({ id }) => id),
    );
    for (const { id: subject, shipmentIds } of atRisk) {
      over.delete(subject);
      const [shipmentId = null] = shipmentIds;
      const alert = { kind, subject, depot: route.depot, routeId, shipmentId, correctionId: null } as const;
      if (!alerted.has(subject)) await raiseAlert(database, alert, nowMs);
    }
    await nextTurn();
  }
  for (const subject of over) await closeOpen(database, subject, { nowMs, kind });
}
