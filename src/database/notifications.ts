import { EventEmitter } from 'node:events';
import type { Knex } from 'knex';
import { dialectOf } from './dialect';

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
  void trx.executionPromise.then(
    () => emitterOf(client).emit(channel, payload),
    () => undefined,
  );
}

/** What is told on SQLite; keyed by the configuration, which is the one thing that a database and its transactions share. */
export function emitterOf({ config }: { config: object }): EventEmitter {
  const known = emitters.get(config);
  if (known) return known;
  const emitter = new EventEmitter().setMaxListeners(0);
  emitters.set(config, emitter);
  return emitter;
}
