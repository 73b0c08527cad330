import { knex, type Knex } from 'knex';
import { types, type ClientConfig, type CustomTypesConfig } from 'pg';
import { silent } from './silent';

// All bigints here are milliseconds or counters, far below 2^53; pg gives text for them.
const numbersForBigints: CustomTypesConfig = {
  getTypeParser: (oid, format): unknown =>
    oid === types.builtins.INT8 && format !== 'binary' ? Number : types.getTypeParser(oid, format),
};

/** Opens a pool of connections to PostgreSQL; connects when first used. */
export function openPostgres(url: string): Knex {
  const connection: ClientConfig = {
    connectionString: url,
    types: numbersForBigints,
    application_name: 'klopt',
    connectionTimeoutMillis: 3_000,
    // The client's limit stands behind the server's, for a server that no longer answers at all.
    statement_timeout: 10_000,
    query_timeout: 15_000,
    idle_in_transaction_session_timeout: 15_000,
    keepAlive: true,
  };
  return knex({
    client: 'pg',
    connection: connection as Knex.PgConnectionConfig,
    pool: { min: 0, max: 10 },
    acquireConnectionTimeout: 5_000,
    log: silent,
  });
}
