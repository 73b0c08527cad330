import type { Knex } from 'knex';
import { insertTogether } from '../database/insert-together';
import type { Instruction } from '../routes/instruction';
import type { Told } from '../routes/route-follower';
import { type DecisionCode, decisionEvent } from '../shipments/decision-event';
import { shipmentOnRoute } from '../shipments/find-shipment';
import { eventRows } from '../shipments/shipment-events-store';

/** Puts what a driver was asked, and what the driver answered, into the timeline of the shipment that it is about. */
export async function tellTimeline(
  trx: Knex.Transaction,
  instruction: Instruction,
  { actor, nowMs }: Told,
): Promise<void> {
  const told = eventOf(instruction);
  if (told === null || instruction.shipmentId === null) return;
  const shipment = await shipmentOnRoute(trx, instruction.shipmentId);
  if (shipment === undefined) return;
  await insertTogether(trx, [eventRows([decisionEvent(shipment, { ...told, actor }, nowMs)])]);
}

function eventOf({ kind, state, text, answer, reason }: Instruction): {
  code: DecisionCode;
  reason: string | null;
} | null {
  if (kind === 'question' && state === 'pushed') return { code: 'asked', reason: text };
  if (kind === 'question' && state === 'acknowledged') return { code: 'answered', reason: answer };
  if (state === 'acknowledged') return { code: 'acknowledged', reason: null };
  return state === 'refused' ? { code: 'refused', reason } : null;
}
