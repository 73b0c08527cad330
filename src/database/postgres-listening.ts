import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { Client, Notification } from 'pg';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** A connection that died without a word is found out by this: nothing is ever sent on it otherwise. */
const PROBE_EVERY_MS = 5_000;

interface Connecting {
  acquireRawConnection(): Promise<Client>;
}

export interface Channel {
  channel: string;
  onPayload: (payload: string) => void;
}

/**
 * Listens on a connection of its own until the signal. Where that is lost it is made anew, sooner at first than later; what
 * is told in between is not heard.
 */
export async function listenOnPostgres(
  database: Knex,
  channel: Channel,
  signal: AbortSignal,
  probeEveryMs = PROBE_EVERY_MS,
): Promise<void> {
  let pauseMs = FIRST_PAUSE_MS;
  const heard = () => {
    pauseMs = FIRST_PAUSE_MS;
  };
  while (!signal.aborted) {
    await listenUntilLost(database, channel, { signal, heard, probeEveryMs }).catch(() => undefined);
    await pause(pauseMs, signal);
    pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
  }
}

async function listenUntilLost(
  database: Knex,
  { channel, onPayload }: Channel,
  { signal, heard, probeEveryMs }: { signal: AbortSignal; heard: () => void; probeEveryMs: number },
): Promise<void> {
  const client = await (database.client as Connecting).acquireRawConnection();
  const losing = new AbortController();
  const over = AbortSignal.any([signal, losing.signal]);
  try {
    client.once('end', () => losing.abort()).once('error', () => losing.abort());
    client.on('notification', ({ payload }: Notification) => onPayload(payload ?? ''));
    await client.query(`LISTEN "${channel}"`);
    heard();
    while (!over.aborted && (await isAlive(client, over, probeEveryMs)));
  } finally {
    // It may be dead, and nobody waits for what it has to say to that.
    client.end().catch(() => undefined);
  }
}

/** Whether the connection still answers, after a while. */
async function isAlive(client: Client, over: AbortSignal, everyMs: number): Promise<boolean> {
  await pause(everyMs, over);
  if (over.aborted) return false;
  const answered = client.query('SELECT 1').then(() => true);
  return Promise.race([answered, pause(everyMs * 2, over).then(() => false)]);
}

/** Ends early at the signal, and keeps no process from ending. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);
}
