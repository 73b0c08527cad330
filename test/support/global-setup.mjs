import { startPostgres } from './start-postgres.mjs';

/** One PostgreSQL for all test files, each of which makes databases of its own in it (databases.ts). */
export default async function globalSetup() {
  const postgres = await startPostgres();
  process.env.KLOPT_TEST_POSTGRES = postgres.url;
  globalThis.stopTestPostgres = postgres.stop;
}
