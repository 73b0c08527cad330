import { EventEmitter } from 'node:events';
import type { Knex } from 'knex';
import { dialectOf } from './dialect';
import { listenOnPostgres } from './postgres-listening';
import { afterCommit } from './shared-commit';

const emitters = new WeakMap<object, EventEmitter>();

/**
 * Tells, once a transaction has committed, whoever listens to this database that something changed: on PostgreSQL every
 * process, on SQLite this one, which is the only one. It may be lost, and so never means more than "look now".
 */
export async function notify(trx: Knex.Transaction, channel: string, payload: string): Promise<void> {
  if (dialectOf(trx) === 'postgres') {
    await trx.raw('SELECT pg_notify(?, ?)', [channel, payload]);
    return;
  }
  const { client } = trx as unknown as { client: { config: object } };
  afterCommit(trx, () => emitterOf(client).emit(channel, payload));
}

/** Hears what is told of this database until closed. */
export interface Listening {
  close(): Promise<void>;
}

/**
 * Hears what `notify` tells on a channel, also by other processes where that is PostgreSQL. What is told while its connection
 * is away is not heard: whoever listens looks for itself, too.
 */
export function listen(database: Knex, channel: string, onPayload: (payload: string) => void): Listening {
  if (dialectOf(database) === 'postgres') {
    const ending = new AbortController();
    const listening = listenOnPostgres(database, { channel, onPayload }, ending.signal);
    return {
      close() {
        ending.abort();
        return listening;
      },
    };
  }
  const emitter = emitterOf(database.client as { config: object }).on(channel, onPayload);
  return {
    close() {
      emitter.off(channel, onPayload);
      return Promise.resolve();
    },
  };
}

/** What is told on SQLite; keyed by the configuration, which is the one thing that a database and its transactions share. */
function emitterOf({ config }: { config: object }): EventEmitter {
  const known = emitters.get(config);
  if (known) return known;
  const emitter = new EventEmitter().setMaxListeners(0);
  emitters.set(config, emitter);
  return emitter;
}
