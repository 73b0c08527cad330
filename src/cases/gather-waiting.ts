import { openCorrections } from '../corrections/open-corrections';
import type { Database } from '../database/open-database';
import type { PersonCaller } from '../http/caller';
import { openAlerts } from '../routes/alerts/open-alerts';
import type { QueuedShipment } from '../shipments/queued-shipment';
import { shipmentsWithin, waitingShipments } from '../shipments/queued-shipments';
import { itemsOf, type OpenItem, type Waiting } from './queue-item';
import { readTakings } from './taken-cases-store';
import { waitingAsIs, waitingByAlert, waitingForDecision } from './waiting';

/** Everything that waits within someone's reach, and the shipments that it is about. */
export interface Gathered {
  items: OpenItem[];
  shipments: ReadonlyMap<string, QueuedShipment>;
}

/** Reads what waits for an agent, in five statements: of a depot what is of that depot and of none yet. */
export async function gatherWaiting(database: Database, caller: PersonCaller): Promise<Gathered> {
  const [waiting, corrections, alerts] = await Promise.all([
    waitingShipments(database, caller),
    openCorrections(database),
    openAlerts(database),
  ]);
  const shipments = new Map(waiting.map((shipment) => [shipment.id, shipment]));
  const named = new Set([...corrections, ...alerts].map(({ shipmentId }) => shipmentId ?? ''));
  const others = [...named].filter((id) => id !== '' && !shipments.has(id));
  for (const shipment of await shipmentsWithin(database, caller, others))
    shipments.set(shipment.id, shipment);
  const takings = await readTakings(database, [...shipments.keys()]);
  return { items: itemsOf(all({ shipments, corrections, alerts }, caller), takings), shipments };
}

interface Read {
  shipments: ReadonlyMap<string, QueuedShipment>;
  corrections: Awaited<ReturnType<typeof openCorrections>>;
  alerts: Awaited<ReturnType<typeof openAlerts>>;
}

/** What is of a shipment out of reach is left out, and so is an alert of another depot that is about none. */
function all({ shipments, corrections, alerts }: Read, { depot }: PersonCaller): Waiting[] {
  const found: (Waiting | null)[] = Array.from(shipments.values(), waitingAsIs);
  for (const correction of corrections) {
    const shipment = shipments.get(correction.shipmentId);
    if (shipment !== undefined) found.push(waitingForDecision(correction, shipment));
  }
  for (const alert of alerts) {
    const shipment = alert.shipmentId === null ? null : shipments.get(alert.shipmentId);
    const isOurs = shipment !== null || depot === null || alert.depot === null || alert.depot === depot;
    if (shipment !== undefined && isOurs) found.push(waitingByAlert(alert, shipment));
  }
  return found.filter((one) => one !== null);
}

/** What waits of one shipment, whose reach was asked before; undefined where nothing does. */
export async function waitingOf(database: Database, shipment: QueuedShipment): Promise<OpenItem | undefined> {
  const shipments = new Map([[shipment.id, shipment]]);
  const corrections = await openCorrections(database, shipment.id);
  const alerts = await openAlerts(database, shipment.id);
  const waiting = [
    waitingAsIs(shipment),
    ...corrections.map((correction) => waitingForDecision(correction, shipment)),
    ...alerts.map((alert) => waitingByAlert(alert, shipment)),
  ];
  const takings = await readTakings(database, [...shipments.keys()]);
  return itemsOf(
    waiting.filter((one) => one !== null),
    takings,
  )[0];
}
