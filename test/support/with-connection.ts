import type { Database } from '../../src/database/open-database';

interface Pooled {
  acquireConnection(): Promise<unknown>;
  releaseConnection(connection: unknown): Promise<void>;
}

/** Works with one connection of a pool. */
export async function withConnection<Result>(
  database: Database,
  work: (connection: unknown) => Result | Promise<Result>,
): Promise<Result> {
  const client = database.client as Pooled;
  const connection = await client.acquireConnection();
  try {
    return await work(connection);
  } finally {
    await client.releaseConnection(connection);
  }
}
