import chromium from '@sparticuz/chromium';
import { startPostgres } from './start-postgres.mjs';

/** One PostgreSQL for all test files, each of which makes databases of its own in it (databases.ts); one browser on disk. */
export default async function globalSetup() {
  // Unpacked once: two test files that did it at the same time would run what the other still writes.
  const [postgres, browser] = await Promise.all([startPostgres(), chromium.executablePath()]);
  process.env.KLOPT_TEST_POSTGRES = postgres.url;
  process.env.KLOPT_TEST_CHROMIUM = browser;
  globalThis.stopTestPostgres = postgres.stop;
}
