import type { Box } from './box';
import type { DeviceEvent } from './contract';
import { withoutAccess, type Kept } from './model';
import { batchOf, withOutcomes, withoutEvent, withVersion } from './outbox';
import { backoffMs, type Pause } from './pause';
import { Refused, sendEvents } from './service';

/** How long to wait where there is nothing to send: whatever the driver does wakes it. */
const IDLE_MS = 600_000;

/** Sends what the driver did, in order and until it is answered, for as long as the page is open. */
export async function send({ box, pause }: { box: Box; pause: Pause }): Promise<never> {
  let failures = 0;
  let atOnce = Infinity;
  for (;;) {
    const events = batchOf(box.get().kept.outbox).slice(0, atOnce);
    if (events.length === 0 || !canSend(box.get().kept)) {
      await pause.for(IDLE_MS);
      continue;
    }
    const sent = await sendOnce(box, events);
    // One that cannot be read is found by sending each by itself.
    atOnce = sent === 'unreadable' ? 1 : Infinity;
    failures = sent === 'unreachable' ? failures + 1 : 0;
    if (failures > 0) await pause.for(backoffMs(failures, Math.random()));
  }
}

function canSend({ access, isRefused }: Kept): boolean {
  return access !== null && !isRefused;
}

async function sendOnce(
  box: Box,
  events: readonly DeviceEvent[],
): Promise<'answered' | 'unreadable' | 'unreachable'> {
  const { access } = box.get().kept;
  if (access === null) return 'answered';
  try {
    const answer = await sendEvents(access, events);
    box.changeKept((kept) => withOutbox(kept, withOutcomes(kept.outbox, answer)));
    // An answer that names none of them is none.
    return batchOf(box.get().kept.outbox)[0] === events[0] ? 'unreachable' : 'answered';
  } catch (error) {
    if (!(error instanceof Refused)) return 'unreachable';
    if (error.reason === 'access') box.changeKept(withoutAccess);
    else if (events.length === 1) forget(box, events);
    return error.reason === 'access' ? 'answered' : 'unreadable';
  }
}

function withOutbox(kept: Kept, outbox: Kept['outbox']): Kept {
  return { ...kept, outbox: withVersion(outbox, kept.copy?.route.version ?? 0) };
}

function forget(box: Box, [event]: readonly DeviceEvent[]): void {
  if (event !== undefined)
    box.changeKept((kept) => ({ ...kept, outbox: withoutEvent(kept.outbox, event.deviceSeq) }));
}
