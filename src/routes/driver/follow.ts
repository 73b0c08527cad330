import type { Access } from './access';
import { catchUp } from './catch-up';
import { listen, type Listening } from './listen';
import { withoutAccess } from './model';
import { backoffMs, type Pause } from './pause';
import { Refused } from './service';

export interface Following extends Listening {
  pause: Pause;
}

/** How long to wait where there is nothing to follow: a QR code that is scanned wakes it. */
const IDLE_MS = 600_000;

/** Keeps the copy up to date, for as long as the page is open. */
export async function follow(following: Following): Promise<never> {
  const { box, pause } = following;
  for (let failures = 0; ; failures += 1) {
    const { access, isRefused } = box.get().kept;
    if (access === null || isRefused) await pause.for(IDLE_MS);
    else {
      if (await followOnce(following, access)) failures = 0;
      box.change((model) => ({ ...model, isLive: false }));
      await pause.for(backoffMs(failures, Math.random()));
    }
  }
}

/** Catches up and listens until the connection breaks; whether there was one. */
async function followOnce(following: Following, access: Access): Promise<boolean> {
  const { box, nowMs } = following;
  let wasHeard = false;
  try {
    await catchUp(box, access);
    wasHeard = true;
    box.changeKept((kept) => ({ ...kept, heardAtMs: nowMs() }));
    await listen(following, access);
  } catch (error) {
    if (error instanceof Refused && error.reason === 'access') box.changeKept(withoutAccess);
  }
  return wasHeard;
}
