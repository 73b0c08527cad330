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
export async function listenOnPostgres(database: Knex, channel: Channel, signal: AbortSignal): Promise<void> {
  let pauseMs = FIRST_PAUSE_MS;
  const heard = () => {
    pauseMs = FIRST_PAUSE_MS;
  };
  while (!signal.aborted) {
    await listenUntilLost(database, channel, { signal, heard }).catch(() => undefined);
    await pause(pauseMs, signal);
    pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
  }
}

async function listenUntilLost(
  database: Knex,
  { channel, onPayload }: Channel,
  { signal, heard }: { signal: AbortSignal; heard: () => void },
): Promise<void> {
  const client = await (database.client as Connecting).acquireRawConnection();
  const losing = new AbortController();
  const over = AbortSignal.any([signal, losing.signal]);
  try {
    client.once('end', () => losing.abort()).once('error', () => losing.abort());
    client.on('notification', ({ payload }: Notification) => onPayload(payload ?? ''));
    await client.query(`LISTEN "${channel}"`);
    heard();
    while (!over.aborted) await probe(client, over);
  } finally {
    // It may be dead, and nobody waits for what it has to say to that.
    client.end().catch(() => undefined);
  }
}

async function probe(client: Client, over: AbortSignal): Promise<void> {
  await pause(PROBE_EVERY_MS, over);
  if (!over.aborted) await Promise.race([client.query('SELECT 1'), pause(PROBE_EVERY_MS * 2, over)]);
}

/** Ends early at the signal, and keeps no process from ending. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);
}
