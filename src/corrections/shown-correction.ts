import { type AnswerLanguage, reworded } from '../checks/answer';
import { sideOf } from '../shipments/shown-shipment';
import type { Correction } from './correction';
import { shownWindow } from './shown-options';

/** A correction as the API shows it, its check in the reader's language: of who did what only on which side. */
export function shownCorrection(correction: Correction, language: AnswerLanguage) {
  const { id, shipmentId, version, state, source, entry, address, reason, supersededBy } = correction;
  const { check, proposedBy, decidedBy, plan, createdAtMs, updatedAtMs } = correction;
  return {
    ...{ id, shipmentId, version, state, source, entry, address, reason, supersededBy },
    proposedBy: sideOf(proposedBy),
    check: check === null ? null : reworded(check, language),
    decidedBy: decidedBy === null ? null : sideOf(decidedBy),
    plan: plan === null ? null : { ...plan, window: shownWindow(plan.window) },
    createdAt: new Date(createdAtMs).toISOString(),
    updatedAt: new Date(updatedAtMs).toISOString(),
  };
}
