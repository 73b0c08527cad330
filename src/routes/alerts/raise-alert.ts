import type { Database } from '../../database/open-database';
import type { Update } from '../../database/write';
import { newId } from '../../ids';
import type { AlertDraft } from './alert';
import { addAlert, closedOpen, closeOpen } from './alerts-store';

/** Alerts the agents of a depot, once: as long as the same of the same thing is open, nothing more is raised. */
export async function raiseAlert(trx: Database, draft: AlertDraft, nowMs: number): Promise<void> {
  await addAlert(trx, { ...draft, id: newId('alt', nowMs), raisedAtMs: nowMs, closedAtMs: null });
}

/** Closes every alert of something, since it is over. */
export async function closeAlerts(trx: Database, subject: string, nowMs: number): Promise<void> {
  await closeOpen(trx, subject, { nowMs });
}

/** As closeAlerts, to be written with other things. */
export function closedAlerts(subject: string, nowMs: number): Update {
  return closedOpen(subject, nowMs);
}
