import type { Transaction } from '../database/open-database';
import type { Instruction } from '../routes/instructions/instruction';
import type { Told } from '../routes/route-follower';
import { addToTimeline } from '../shipments/add-to-timeline';
import type { DecisionCode } from '../shipments/decision-event';

/** Puts what a driver was asked, and what the driver answered, into the timeline of the shipment that it is about. */
export async function tellTimeline(
  trx: Transaction,
  instruction: Instruction,
  { actor, nowMs }: Told,
): Promise<void> {
  const told = eventOf(instruction);
  if (told === null || instruction.shipmentId === null) return;
  await addToTimeline(trx, instruction.shipmentId, { ...told, actor }, nowMs);
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
