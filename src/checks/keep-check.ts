import type { ShopCaller } from '../http/caller';
import type { EnteredAddress } from './address';
import type { Checked } from './address-checker';
import type { CheckMemory } from './check-memory-worker';

/** Keeps a check of a shop's own server; test keys leave nothing behind, and browsers nothing to be found. */
export function keepCheck(
  memory: CheckMemory,
  { shopId, kind, test }: ShopCaller,
  { answer, judgement }: Checked,
  entry: { address: EnteredAddress; nowMs: number },
): void {
  if (kind !== 'secret' || test) return;
  const { id, previousCheckId } = answer;
  memory.keep({
    id,
    shopId,
    createdAtMs: entry.nowMs,
    address: entry.address,
    judgement,
    previousCheckId,
  });
}
