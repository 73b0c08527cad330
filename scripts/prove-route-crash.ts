/**
 * Kills the service on SQLite at moments of chance while agents correct parcels in vans and drivers deliver them, then crashes
 * PostgreSQL under it: each correction that was acknowledged must reach its driver once and in order, and all that is kept
 * of it must fit together. Run: npm run prove:route-crash -- [--kills 200] [--approvals 4000] [--restarts 10]
 * [--between 50] [--agents 6] [--vans 4] [--stops 40] [--source, where there is no build]
 */
import { parseArgs } from 'node:util';
import { type CrashReport, killWhileWriting } from '../test/support/crash/kill-service';
import { restartWhileWriting } from '../test/support/crash/restart-postgres';
import { type RouteLoad, startRouteLoad } from '../test/support/crash/route-load';
import type { Target } from '../test/support/crash/send';
import { BUILT, FROM_SOURCE } from '../test/support/service-process';

const { values: asked } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    approvals: { type: 'string', default: '4000' },
    restarts: { type: 'string', default: '10' },
    /** Approvals between two restarts. */
    between: { type: 'string', default: '50' },
    agents: { type: 'string', default: '6' },
    vans: { type: 'string', default: '4' },
    stops: { type: 'string', default: '40' },
    source: { type: 'boolean', default: false },
  },
});
const program = asked.source ? FROM_SOURCE : BUILT;
const [kills, restarts] = [Number(asked.kills), Number(asked.restarts)];
const crew = { agents: Number(asked.agents), vans: Number(asked.vans), stops: Number(asked.stops) };
const startLoad = (target: Target) => startRouteLoad(target, crew);

function tell(where: string, { load, wrong }: CrashReport<RouteLoad>): void {
  const { pushed, devices, patience } = load;
  const told = devices.map((device) => device.told());
  const entries = told.reduce((sum, { instructions }) => sum + instructions.length, 0);
  const reports = told.reduce((sum, { answered }) => sum + answered, 0);
  console.log(
    `${where}: ${pushed.length} approvals acknowledged, ${devices.length} devices heard ${entries} entries and sent ${reports} ` +
      `reports; ${patience.retries.sent} requests sent again, ${patience.retries.replayed} of which had been done, ` +
      `${patience.unavailable} answered 503; ${wrong.length} wrong`,
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
    const plan = { kills, writes: Number(asked.approvals), startLoad, program, onKill };
    tell(`SQLite, service killed ${kills} times`, await killWhileWriting(plan));
  }
  if (restarts > 0) {
    const plan = { restarts, writesBetween: Number(asked.between), startLoad, program };
    tell(`PostgreSQL, crashed ${restarts} times`, await restartWhileWriting(plan));
  }
  console.log(`in ${seconds()}`);
}

void main();
