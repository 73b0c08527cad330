import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answered, type Asked, askService } from '../ask-service';
import type { Bearers } from '../issue-access';

/** Where the service answers now: after a crash that may be elsewhere. */
export interface Target {
  url: string;
  bearers: Bearers;
}

export interface Write extends Omit<Asked, 'bearer'> {
  who: keyof Bearers;
  key: string;
}

/** What a client that sends again and again comes to know of the service. */
export interface Patience {
  /** How often something had to be sent again, and how often it turned out to have been done. */
  retries: { sent: number; replayed: number };
  /** Answers that said to come back later. */
  unavailable: number;
}

const PAUSE_MS = 100;
const PATIENCE_MS = 60_000;

/**
 * Sends a write until it is acknowledged, each time with the same key, as a client does that heard nothing.
 * @throws Error for an answer that neither acknowledges it nor says to come back
 */
export async function sendUntilAcknowledged(
  target: Target,
  { who, ...write }: Write,
  patience: Patience,
): Promise<Pick<Answered<Record<string, unknown>>, 'body' | 'etag'>> {
  const asked = { ...write, bearer: target.bearers[who] };
  const answer = await askUntilAnswered<Record<string, unknown>>(target, asked, patience);
  if (answer.ok) return answer;
  throw new Error(
    `${write.method} ${write.path} was answered ${answer.status}: ${JSON.stringify(answer.body)}`,
  );
}

/** Asks until there is an answer that does not say to come back. Only then is it known whether a write was done. */
export async function askUntilAnswered<Body>(
  target: Pick<Target, 'url'>,
  { key = randomUUID(), ...rest }: Asked,
  patience: Patience,
): Promise<Answered<Body>> {
  const asked = { ...rest, key };
  const startedMs = performance.now();
  for (;;) {
    const answer = await askService<Body>(target.url, asked).catch(() => null);
    if (answer?.replayed === true) patience.retries.replayed += 1;
    if (answer !== null && !answer.isForLater) return answer;
    if (answer?.status === 503) patience.unavailable += 1;
    if (performance.now() - startedMs > PATIENCE_MS)
      throw new Error(`${asked.path} was not answered in ${PATIENCE_MS} ms`);
    patience.retries.sent += 1;
    await sleep(PAUSE_MS);
  }
}
