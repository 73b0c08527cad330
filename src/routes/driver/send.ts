import type { Box } from './box';
import type { DeviceEvent, Outcomes } from './contract';
import { withoutAccess, type Kept, type Left } from './model';
import { batchOf, unsentCount, withOutcomes, withoutEvent, withVersion, type Outbox } from './outbox';
import { backoffMs, type Pause } from './pause';
import { Refused, sendEvents } from './service';

/** How long to wait where there is nothing to send: whatever the driver does wakes it. */
const IDLE_MS = 600_000;

interface Sending {
  box: Box;
  pause: Pause;
  nowMs: () => number;
}

/** Sends what the driver did, in order and until it is answered, for as long as the page is open. */
export async function send({ box, pause, nowMs }: Sending): Promise<never> {
  let failures = 0;
  let atOnce = Infinity;
  for (;;) {
    const next = nextOf(box.get().kept);
    if (next === null) {
      await pause.for(IDLE_MS);
      continue;
    }
    const sent = await sendOnce({ box, nowMs }, next, batchOf(next.outbox).slice(0, atOnce));
    // One that cannot be read is found by sending each by itself.
    atOnce = sent === 'unreadable' ? 1 : Infinity;
    failures = sent === 'unreachable' ? failures + 1 : 0;
    if (failures > 0) await pause.for(backoffMs(failures, Math.random()));
  }
}

/** What was left of an earlier route goes first. */
function nextOf({ left, access, isRefused, outbox }: Kept): Left | null {
  if (left[0] !== undefined) return left[0];
  return access === null || isRefused || batchOf(outbox).length === 0 ? null : { access, outbox };
}

async function sendOnce(
  { box, nowMs }: Omit<Sending, 'pause'>,
  { access }: Left,
  events: readonly DeviceEvent[],
): Promise<'answered' | 'unreadable' | 'unreachable'> {
  const change = (next: (outbox: Outbox) => Outbox) =>
    box.changeKept((kept) => withOutboxOf(kept, access, next));
  try {
    const answer = await sendEvents(access, { sentAt: new Date(nowMs()).toISOString(), events });
    change((outbox) => withOutcomes(outbox, answer));
    // An answer that names none of them is none.
    return isNamed(events, answer) ? 'answered' : 'unreachable';
  } catch (error) {
    if (!(error instanceof Refused)) return 'unreachable';
    if (error.reason === 'access') box.changeKept((kept) => withoutAccessOf(kept, access));
    else if (events.length === 1) change((outbox) => withoutEvent(outbox, events[0]?.deviceSeq ?? 0));
    return error.reason === 'access' ? 'answered' : 'unreadable';
  }
}

function isNamed([first]: readonly DeviceEvent[], { outcomes }: Outcomes): boolean {
  return outcomes.some(({ deviceSeq }) => deviceSeq === first?.deviceSeq);
}

function withOutboxOf(kept: Kept, access: Left['access'], next: (outbox: Outbox) => Outbox): Kept {
  if (kept.access?.routeId === access.routeId)
    return { ...kept, outbox: withVersion(next(kept.outbox), kept.copy?.route.version ?? 0) };
  const left = kept.left.map((one) =>
    one.access.token === access.token ? { access, outbox: next(one.outbox) } : one,
  );
  return { ...kept, left: left.filter(({ outbox }) => unsentCount(outbox) > 0) };
}

/** The token of an earlier route is of no more use to anyone. */
function withoutAccessOf(kept: Kept, access: Left['access']): Kept {
  if (kept.access?.token === access.token) return withoutAccess(kept);
  return { ...kept, left: kept.left.filter((one) => one.access.token !== access.token) };
}
