import type { Correction } from '../corrections/correction';
import { correctionsOf } from '../corrections/corrections-of';
import type { Database } from '../database/open-database';
import type { PersonCaller } from '../http/caller';
import { alertsOf } from '../routes/alerts/alerts-of';
import { instructionOf, versionsOfRoutesWith } from '../routes/route-of-shipment';
import { shipmentFor } from '../shipments/find-shipment';
import { timelineOf } from '../shipments/timeline-of';
import { atIssue } from './at-issue';
import { markOf } from '../desk/live-mark';
import { readHands } from './read-hands';

export interface CaseMarkRequest {
  caller: PersonCaller;
  shipmentId: string;
  nowMs: number;
}

/**
 * Another text as soon as the page of a case would show something else: by versions, numbers and ids alone, at a tenth of what
 * the page itself costs.
 * @throws Problem not-found
 */
export async function readCaseMark(
  database: Database,
  { caller, shipmentId, nowMs }: CaseMarkRequest,
): Promise<string> {
  const shipment = await shipmentFor(database, caller, shipmentId);
  const [corrections, events, alerts, routes, hands] = await Promise.all([
    correctionsOf(database, shipmentId),
    timelineOf(database, shipmentId),
    alertsOf(database, caller, shipmentId),
    versionsOfRoutesWith(database, shipmentId),
    readHands(database, shipment, nowMs),
  ]);
  return markOf([
    shipment.version,
    corrections.map(({ id, version }) => [id, version]),
    events.length,
    alerts.map(({ id }) => id),
    routes,
    await progressOf(database, corrections),
    [hands.isOpen, hands.taken?.personId, hands.lookers],
  ]);
}

/** How far what the driver was told has come: that a device received it raises no version. */
async function progressOf(database: Database, corrections: readonly Correction[]): Promise<unknown[]> {
  const { latest } = atIssue(corrections);
  const instruction = latest === null ? null : await instructionOf(database, latest.id);
  return [instruction?.state, instruction?.receivedAtMs];
}
