import { setTimeout as sleep } from 'node:timers/promises';
import type { Bearers } from '../issue-access';
import type { Ledger } from './ledger';

/** Where the service answers now: after a crash that may be elsewhere. */
export interface Target {
  url: string;
  bearers: Bearers;
}

export interface Write {
  who: keyof Bearers;
  method: 'POST' | 'PATCH';
  path: string;
  key: string;
  etag?: string;
  body: unknown;
}

interface Acknowledgement {
  body: Record<string, unknown>;
  etag: string;
}

const PAUSE_MS = 100;
const PATIENCE_MS = 60_000;

/**
 * Sends a write until it is acknowledged, each time with the same key, as a client does that heard nothing.
 * @throws Error for an answer that neither acknowledges it nor says to come back
 */
export async function sendUntilAcknowledged(
  target: Target,
  write: Write,
  ledger: Ledger,
): Promise<Acknowledgement> {
  const startedMs = performance.now();
  for (;;) {
    const answer = await send(target, write).catch(() => null);
    if (answer?.ok === true) {
      if (answer.headers.get('idempotent-replayed') === 'true') ledger.retries.replayed += 1;
      return { body: answer.body, etag: answer.headers.get('etag') ?? '' };
    }
    if (answer !== null) refuseUnlessLater(write, answer, ledger);
    if (performance.now() - startedMs > PATIENCE_MS)
      throw new Error(`${write.path} was not acknowledged in ${PATIENCE_MS} ms`);
    ledger.retries.sent += 1;
    await sleep(PAUSE_MS);
  }
}

type Answer = Pick<Response, 'ok' | 'status' | 'headers'> & { body: Record<string, unknown> };

async function send(
  { url, bearers }: Target,
  { who, method, path, key, etag, body }: Write,
): Promise<Answer> {
  const answer = await fetch(url + path, {
    method,
    headers: {
      authorization: `Bearer ${bearers[who]}`,
      'content-type': 'application/json',
      'idempotency-key': key,
      ...(etag === undefined ? {} : { 'if-match': etag }),
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const { ok, status, headers } = answer;
  return { ok, status, headers, body: (await answer.json()) as Record<string, unknown> };
}

/** Only an answer that says when to come back leaves it open whether the write was done. */
function refuseUnlessLater({ method, path }: Write, { status, headers, body }: Answer, ledger: Ledger): void {
  const isLater = (status === 503 || status === 409) && headers.has('retry-after');
  if (!isLater) throw new Error(`${method} ${path} was answered ${status}: ${JSON.stringify(body)}`);
  if (status === 503) ledger.unavailable += 1;
}
