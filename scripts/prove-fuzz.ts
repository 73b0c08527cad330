/**
 * Asks the running service any JSON at all, and what is none, over HTTP: no 5xx, and every answer as openapi.yaml
 * documents it. Run: npm run prove:fuzz -- [requests]
 */
import { fuzzChecks } from '../test/support/fuzz-checks';

const [, , requests = '20000'] = process.argv;

void fuzzChecks(Number(requests)).then((statuses) => {
  const counts = [...statuses].map(([status, count]) => `${count} × ${status}`).join(', ');
  console.log(`${requests} requests answered as documented: ${counts}`);
});
