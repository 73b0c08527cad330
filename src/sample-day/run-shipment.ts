import type { Judgement } from '../checks/judgement';
import type { Clock } from '../clock';
import type { Correction } from '../corrections/correction';
import { proposeCorrection } from '../corrections/propose-correction';
import type { Caller, PersonCaller, ShopCaller } from '../http/caller';
import { Problem } from '../http/problem';
import { onceOf, type Once } from '../idempotency/once';
import type { ChangeDependencies } from '../shipments/change-shipment';
import { shipmentFor } from '../shipments/find-shipment';
import { orderOf } from '../shipments/order-of';
import { recordScan } from '../shipments/record-scan';
import { type RegisterDependencies, registerShipment } from '../shipments/register-shipment';
import type { Shipment } from '../shipments/shipment';
import { shipmentRequest } from '../shipments/shipments-schemas';
import { isFinal } from '../shipments/states';
import type { PlannedCorrection, PlannedScan, PlannedShipment } from './planned';

export type RunDependencies = RegisterDependencies & ChangeDependencies;

/** Who does what with a shipment. */
export interface Callers {
  shop: ShopCaller;
  agent: PersonCaller;
  planner: PersonCaller;
}

/** What was done with a shipment now; what was done before is not done again. */
export interface ShipmentRun {
  shipment: Shipment;
  /** Of the order's check. */
  verdict: Judgement['verdict'] | undefined;
  isNew: boolean;
  scans: number;
  correction: Correction['state'] | null;
}

/** Registers a shipment of the sample's, scans it, and proposes its correction; each at its own time. */
export async function runShipment(
  dependencies: RunDependencies,
  callers: Callers,
  planned: PlannedShipment,
): Promise<ShipmentRun> {
  const registered = await register(dependencies, callers.shop, planned);
  const run: ShipmentRun = { ...registered, scans: 0, correction: null };
  for (const scan of planned.scans) await runScan(dependencies, { caller: callers.planner, run, scan });
  if (planned.correction !== null)
    await runCorrection(dependencies, callers, { run, planned: planned.correction });
  return run;
}

type Registered = Pick<ShipmentRun, 'shipment' | 'verdict' | 'isNew'>;

async function register(
  dependencies: RunDependencies,
  caller: ShopCaller,
  planned: PlannedShipment,
): Promise<Registered> {
  const body = shipmentRequest.parse(requestOf(planned));
  const once = onceFor(caller, planned.reference, 'register', body);
  const at = { ...dependencies, clock: earlier(dependencies.clock, planned.agoMs) };
  const asItIs = (id: string) => shipmentFor(at.database, caller, id);
  try {
    const { result, replayed } = await registerShipment(at, caller, orderOf(body), once);
    const shipment = replayed ? await asItIs(result.id) : result;
    return { shipment, verdict: result.check?.verdict, isNew: !replayed };
  } catch (error) {
    const id = error instanceof Problem ? error.details.extensions?.shipmentId : undefined;
    if (typeof id !== 'string') throw error;
    const shipment = await asItIs(id);
    return { shipment, verdict: shipment.check?.verdict, isNew: false };
  }
}

function requestOf({ reference, customer, isNamed, entry, known, ...told }: PlannedShipment) {
  const { depot, promisedOn, driverNote } = told;
  const { reference: customerReference, ...recipient } = customer;
  return {
    ...{ reference, recipient, depot, promisedOn, driverNote },
    address: entry,
    knownAddresses: known,
    customerReference: isNamed ? customerReference : null,
  };
}

interface ScanToRun {
  caller: PersonCaller;
  run: ShipmentRun;
  scan: PlannedScan;
}

async function runScan(dependencies: RunDependencies, { caller, run, scan }: ScanToRun): Promise<void> {
  if (isFinal(run.shipment.state)) return;
  const { id, reference } = run.shipment;
  const { code, reason, agoMs } = scan;
  const once = onceFor(caller, reference, code, scan);
  const clock = earlier(dependencies.clock, agoMs);
  const seen = { code, reason, device: 'sample', occurredAtMs: clock.nowMs() };
  const request = { caller, shipmentId: id, scan: seen };
  const { result, replayed } = await recordScan({ ...dependencies, clock }, request, once);
  if (replayed) return;
  Object.assign(run, { shipment: result.shipment, scans: run.scans + 1 });
}

async function runCorrection(
  dependencies: RunDependencies,
  callers: Callers,
  { run, planned }: { run: ShipmentRun; planned: PlannedCorrection },
): Promise<void> {
  const { id, reference, version } = run.shipment;
  const caller: Caller = callers[planned.by];
  const once = onceFor(caller, reference, 'correction', planned);
  const clock = earlier(dependencies.clock, planned.agoMs);
  const { entry, source } = planned;
  const request = {
    caller,
    shipmentId: id,
    expected: version,
    proposal: { entry, source, isConfirmed: false },
  };
  const { result, replayed } = await proposeCorrection({ ...dependencies, clock }, request, once);
  if (replayed) return;
  Object.assign(run, {
    correction: result.state,
    shipment: await shipmentFor(dependencies.database, callers.shop, id),
  });
}

function onceFor(caller: Caller, reference: string, what: string, body: unknown): Once {
  return onceOf(caller, `sample day ${reference} ${what}`, { operationId: 'sampleDay', body });
}

function earlier(clock: Clock, agoMs: number): Clock {
  const atMs = clock.nowMs() - agoMs;
  return { nowMs: () => atMs, now: () => new Date(atMs), monotonicMs: () => clock.monotonicMs() };
}
