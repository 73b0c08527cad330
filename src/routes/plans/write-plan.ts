import { isDepot } from '../../access/is-depot';
import { auditInsert } from '../../audit/record-audit';
import { fingerprintOf } from '../../idempotency/fingerprint';
import { isDuplicate } from '../../database/database-error';
import { insertTogether } from '../../database/insert-together';
import { notify } from '../../database/notifications';
import type { Database, Transaction } from '../../database/open-database';
import { StartOver } from '../../database/start-over';
import { Problem } from '../../http/problem';
import { newId } from '../../ids';
import { closeOrphans } from '../instructions/close-orphans';
import type { AssignDepot, FindParcels, Parcel } from '../parcel';
import { namesIn, type RoutePlan } from './plan';
import { mistakesOf, type Standing } from './plan-mistakes';
import { type PlaceOf, plannedStops } from './planned-stops';
import { routeIs, unknownDepot } from '../refusals';
import type { Route } from '../route';
import { changeRow } from '../route-changes-store';
import type { RouteFollower } from '../route-follower';
import { ROUTES_CHANNEL } from '../routes-channel';
import { findByReference, findRoutesOf, lockRoutes, routeRows } from '../routes-store';
import { takeOffOthers } from './take-off-others';
import { writeRoute } from '../write-route';

/** What carrying out a plan stands on. */
export interface PlanGround {
  findParcels: FindParcels;
  assignDepot: AssignDepot;
  placeOf: PlaceOf;
  followRoute: RouteFollower;
}

export const PLAN_OUTCOMES = ['created', 'unchanged', 'replaced'] as const;
export interface WrittenPlan {
  route: Route;
  outcome: (typeof PLAN_OUTCOMES)[number];
}

interface Asked {
  plan: RoutePlan;
  actor: string;
}

/**
 * Carries out a plan within a transaction: its route is made, or made anew as long as it has not left; parcels that other
 * planned routes of the depot had are taken off there, and those of no depot yet are its own from then on. The same plan again changes nothing.
 * @throws Problem invalid-request with everything that is wrong with its parcels; conflict where the route has left
 */
export async function writePlan(
  trx: Transaction,
  ground: PlanGround,
  { plan, actor }: Asked,
  nowMs: number,
): Promise<WrittenPlan> {
  const fingerprint = fingerprintOf(plan);
  const known = await findByReference(trx, plan);
  if (known?.fingerprint === fingerprint) return { route: known.route, outcome: 'unchanged' };
  if (!(await isDepot(trx, plan.depot))) throw unknownDepot();
  const standing = await standingLocked(trx, ground.findParcels, plan);
  const { earlier } = standing;
  if (earlier?.fingerprint === fingerprint) return { route: earlier.route, outcome: 'unchanged' };
  refuseMistakes(plan, standing);
  return makeOrReplace(trx, standing, { plan, actor, fingerprint, ground }, nowMs);
}

async function makeOrReplace(
  trx: Transaction,
  { earlier, parcels, others }: LockedStanding,
  step: Step,
  nowMs: number,
): Promise<WrittenPlan> {
  const { plan, actor, ground } = step;
  const { placeOf, followRoute, assignDepot } = ground;
  const shipmentIds = idsOf(parcels);
  const before = earlier?.route.stops ?? [];
  const after = routeOf(plan, plannedStops(plan, { parcels, placeOf, before }, nowMs), nowMs);
  await assignDepot(trx, { shipmentIds, depot: plan.depot, actor }, nowMs);
  await takeOffOthers(trx, { actor, others, shipmentIds, followRoute }, nowMs);
  if (earlier === undefined) return { route: await create(trx, after, step), outcome: 'created' };
  return { route: await replace(trx, earlier.route, after, step), outcome: 'replaced' };
}

interface Step {
  plan: RoutePlan;
  actor: string;
  fingerprint: string;
  ground: PlanGround;
}

function refuseMistakes(plan: RoutePlan, standing: LockedStanding): void {
  const { earlier } = standing;
  if (earlier !== undefined && earlier.route.state !== 'planned') throw routeIs(earlier.route.state);
  const errors = mistakesOf(plan, standing);
  if (errors.length > 0) throw new Problem('invalid-request', { errors });
}

interface LockedStanding extends Standing {
  earlier: Awaited<ReturnType<typeof findByReference>>;
}

/** What a plan is held against, locked: routes first, then parcels, and looked at again once both are. */
async function standingLocked(
  trx: Database,
  findParcels: FindParcels,
  plan: RoutePlan,
): Promise<LockedStanding> {
  const wanted = { depot: plan.depot, names: namesIn(plan).map(({ name }) => name) };
  const glance = await standingOf(trx, plan, await findParcels(trx, { ...wanted, isLocking: false }));
  const locked = routeIdsOf(glance);
  await lockRoutes(trx, locked);
  const standing = await standingOf(trx, plan, await findParcels(trx, { ...wanted, isLocking: true }));
  if (!routeIdsOf(standing).every((id) => locked.includes(id)))
    throw new StartOver('A parcel came on another route meanwhile.');
  return standing;
}

async function standingOf(
  trx: Database,
  plan: RoutePlan,
  parcels: Standing['parcels'],
): Promise<LockedStanding> {
  const earlier = await findByReference(trx, plan);
  const holding = await findRoutesOf(trx, idsOf(parcels));
  return { earlier, parcels, others: holding.filter(({ id }) => id !== earlier?.route.id) };
}

function routeIdsOf({ earlier, others }: LockedStanding): string[] {
  return [...(earlier === undefined ? [] : [earlier.route.id]), ...others.map(({ id }) => id)].sort();
}

function idsOf(parcels: ReadonlyMap<string, Parcel | 'several'>): string[] {
  const found = [...parcels.values()].filter((parcel) => typeof parcel === 'object');
  return [...new Set(found.map(({ shipmentId }) => shipmentId))];
}

function routeOf(plan: RoutePlan, stops: Route['stops'], nowMs: number): Route {
  const { reference, day, depot, driver, vehicle, start, startsAtMs, endsAtMs } = plan;
  return {
    id: newId('rte', nowMs),
    ...{ reference, day, depot, driver, vehicle, start, startsAtMs, endsAtMs },
    ...{ state: 'planned', version: 1, endedAtMs: null, position: null, deviceSeenAtMs: null },
    stops,
    ...{ createdAtMs: nowMs, updatedAtMs: nowMs },
  };
}

async function create(trx: Transaction, route: Route, { actor, fingerprint }: Step): Promise<Route> {
  const { id, version, createdAtMs: atMs } = route;
  const content = { stops: route.stops, sequence: route.stops.map((stop) => stop.id), text: null };
  const details = { depot: route.depot, stops: route.stops.length };
  try {
    await insertTogether(trx, [
      ...routeRows(route, fingerprint),
      changeRow({ routeId: id, seq: version, atMs, kind: 'planned', instructionId: null, content }),
      auditInsert([{ actor, action: 'route.planned', subject: id, details }], atMs),
    ]);
  } catch (error) {
    throw isDuplicate(error) ? new StartOver('Another made the route meanwhile.') : error;
  }
  await notify(trx, ROUTES_CHANNEL, id);
  return route;
}

async function replace(
  trx: Transaction,
  before: Route,
  planned: Route,
  { actor, fingerprint, ground }: Step,
): Promise<Route> {
  const { id, position, deviceSeenAtMs, createdAtMs } = before;
  const after = { ...planned, id, position, deviceSeenAtMs, createdAtMs };
  const nowMs = planned.updatedAtMs;
  const written = await writeRoute(trx, { before, after }, { kind: 'planned', actor, fingerprint }, nowMs);
  return closeOrphans(trx, written, { actor, followRoute: ground.followRoute }, nowMs);
}
