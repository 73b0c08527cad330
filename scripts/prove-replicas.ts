/**
 * Three replicas on one PostgreSQL, devices connected to any of them, approvals at any other, and one killed on the way: how
 * soon a device hears of an approval, and that none is lost or comes twice. Run: npm run prove:replicas -- [--approvals 1000]
 * [--devices 30] [--agents 6] [--source, where there is no build]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killReplica, type ReplicaReport } from '../test/support/replicas/kill-replica';
import { writeSampleEdition } from '../test/support/sample-parts';
import { BUILT, FROM_SOURCE } from '../test/support/service-process';
import { asItComes, startPostgres } from '../test/support/start-postgres.mjs';

const { values: asked } = parseArgs({
  options: {
    approvals: { type: 'string', default: '1000' },
    devices: { type: 'string', default: '30' },
    agents: { type: 'string', default: '6' },
    source: { type: 'boolean', default: false },
  },
});
const REPLICAS = 3;
const AT_MOST_MS = { p95: 2_000, p99: 5_000 };

function tell({ delaysMs, breaks, wrong }: ReplicaReport): void {
  const quantile = (share: number) => delaysMs[Math.ceil(delaysMs.length * share) - 1] ?? Infinity;
  const [median, p95, p99] = [quantile(0.5), quantile(0.95), quantile(0.99)];
  const isInTime = p95 <= AT_MOST_MS.p95 && p99 <= AT_MOST_MS.p99;
  console.log(
    `${delaysMs.length} approvals, ${breaks} connections lost: at the device after ${median.toFixed(0)} ms, ` +
      `p95 ${p95.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, at most ${quantile(1).toFixed(0)} ms ` +
      `(p95 ≤ 2 s, p99 ≤ 5 s) ${isInTime ? 'reached' : 'SHORT'}; ${wrong.length} wrong`,
  );
  for (const one of wrong.slice(0, 20)) console.log(`  ${one}`);
  if (wrong.length > 0 || !isInTime) process.exitCode = 1;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'klopt-replicas-'));
  const postgres = await startPostgres(asItComes);
  const plan = { databaseUrl: postgres.url, edition: await writeSampleEdition(folder), replicas: REPLICAS };
  const load = {
    devices: Number(asked.devices),
    agents: Number(asked.agents),
    approvals: Number(asked.approvals),
  };
  tell(await killReplica({ ...plan, ...load, program: asked.source ? FROM_SOURCE : BUILT }));
  await postgres.stop();
  rmSync(folder, { recursive: true });
}

void main();
