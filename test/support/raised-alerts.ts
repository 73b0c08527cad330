import { randomUUID } from 'node:crypto';
import type { AlertDraft } from '../../src/routes/alerts/alert';
import { raiseAlert } from '../../src/routes/alerts/raise-alert';
import { sendAs } from './checklist';
import type { Who } from './shipments-service';
import type { Stage } from './shipments-stage';

export interface ShownAlert {
  id: string;
  kind: string;
  depot: string | null;
  subject: string;
  raisedAt: string;
  closedAt: string | null;
  [other: string]: unknown;
}

/** Raises an alert of something that no other alert is about. */
export async function raised({ database, clock }: Stage, of: Partial<AlertDraft> = {}): Promise<string> {
  const subject = of.subject ?? `ins_${randomUUID()}`;
  const about = { routeId: null, shipmentId: null, correctionId: null };
  const draft = { kind: 'instruction_unacknowledged', depot: 'ZLV', ...about, ...of, subject } as const;
  clock.advance(1);
  await raiseAlert(database, draft, clock.nowMs());
  return subject;
}

/** What someone is alerted to. */
export async function alertsOf(stage: Stage, who: Who, query = ''): Promise<ShownAlert[]> {
  const path = `/v1/alerts?limit=100${query}`;
  return (await sendAs<{ alerts: ShownAlert[] }>(stage, 'GET', who, { path })).body.alerts;
}
