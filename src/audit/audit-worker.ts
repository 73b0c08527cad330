import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Gauge, type Registry } from 'prom-client';
import type { Clock } from '../clock';
import { releaseLease } from '../database/lease';
import type { Database } from '../database/open-database';
import { every, type Repeated } from '../every';
import type { Log } from '../log';
import { oldestUnsealedAtMs } from './audit-store';
import { SEAL_AT_ONCE, SEALING, sealAudit } from './seal-audit';

export interface AuditWorkerDependencies {
  database: Database;
  clock: Clock;
  log: Log;
  registry: Registry;
}

const LOOK_EVERY_MS = 500;

/** Seals the audit log's entries soon after they were written. One of several processes does, whichever comes first. */
export function startAuditWorker(dependencies: AuditWorkerDependencies): Repeated {
  const { database, clock, log, registry } = dependencies;
  const holder = randomUUID();
  let oldestAtMs: number | null = null;

  const seal = async () => {
    try {
      oldestAtMs = await oldestUnsealedAtMs(database);
      if (oldestAtMs !== null) await sealAll(dependencies, holder);
    } catch (error) {
      log.warn({ error }, 'the audit log could not be sealed and waits');
    }
  };
  ageGauge(registry, () => (oldestAtMs === null ? 0 : (clock.nowMs() - oldestAtMs) / 1_000));
  const sealing = every(LOOK_EVERY_MS, seal);
  return {
    async stop() {
      await sealing.stop();
      await seal();
      await releaseLease(database, { name: SEALING, holder }).catch((error: unknown) => {
        log.warn({ error }, 'the lease on sealing the audit log could not be given back, and ends by itself');
      });
    },
  };
}

async function sealAll({ database, clock }: AuditWorkerDependencies, holder: string): Promise<void> {
  while ((await sealAudit(database, { holder, nowMs: clock.nowMs() }, SEAL_AT_ONCE)) === SEAL_AT_ONCE)
    await nextTurn();
}

function ageGauge(registry: Registry, seconds: () => number): void {
  new Gauge({
    name: 'klopt_audit_unsealed_seconds',
    help: 'Age of the oldest audit entry without a seal, when last looked; 0 where there is none',
    registers: [registry],
    collect() {
      this.set(seconds());
    },
  });
}
