/**
 * Kills the service on SQLite at moments of chance while it is written to, then crashes PostgreSQL under it: whatever was
 * acknowledged must be there, once, with its place in the audit log. Run: npm run prove:crash -- [--kills 200]
 * [--writes 50000] [--restarts 10] [--between 200] [--writers 16] [--source, where there is no build]
 */
import { parseArgs } from 'node:util';
import { type CrashReport, killWhileWriting } from '../test/support/crash/kill-service';
import { restartWhileWriting } from '../test/support/crash/restart-postgres';
import type { Target } from '../test/support/crash/send';
import { startWriters, type Writers } from '../test/support/crash/writers';
import { BUILT, FROM_SOURCE } from '../test/support/service-process';

const { values: asked } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    writes: { type: 'string', default: '50000' },
    restarts: { type: 'string', default: '10' },
    /** Writes between two restarts. */
    between: { type: 'string', default: '200' },
    writers: { type: 'string', default: '16' },
    source: { type: 'boolean', default: false },
  },
});
const program = asked.source ? FROM_SOURCE : BUILT;
const [kills, writes, restarts] = [Number(asked.kills), Number(asked.writes), Number(asked.restarts)];
const POSTGRES_WRITERS = 8;

function tell(where: string, { load: { ledger }, wrong }: CrashReport<Writers>): void {
  const { acknowledged, retries } = ledger;
  console.log(
    `${where}: ${acknowledged.length} writes acknowledged, ${retries.sent} sent again, ${retries.replayed} of which had been done, ` +
      `${ledger.unavailable} answered 503; ${wrong.length} wrong`,
  );
  for (const one of wrong.slice(0, 20)) console.log(`  ${one}`);
  if (wrong.length > 0) process.exitCode = 1;
}

async function main(): Promise<void> {
  const startedMs = performance.now();
  const seconds = () => `${((performance.now() - startedMs) / 1000).toFixed(0)} s`;
  const onKill = (kill: number) => {
    if (kill % 20 === 0) console.log(`  killed ${kill} times, ${seconds()}`);
  };
  if (kills > 0) {
    const startLoad = (target: Target) => startWriters(target, Number(asked.writers));
    const report = await killWhileWriting({ kills, writes, startLoad, program, onKill });
    tell(`SQLite, service killed ${kills} times`, report);
  }
  if (restarts > 0) {
    const startLoad = (target: Target) => startWriters(target, POSTGRES_WRITERS);
    const plan = { restarts, writesBetween: Number(asked.between), startLoad, program };
    tell(`PostgreSQL, crashed ${restarts} times`, await restartWhileWriting(plan));
  }
  console.log(`in ${seconds()}`);
}

void main();
