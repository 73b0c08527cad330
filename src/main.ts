import { createApp, type AppDependencies } from './app';
import { systemClock as clock } from './clock';
import { ConfigError, readConfig, type Config } from './config';
import { DatabaseUnavailable, isDatabaseUnavailable } from './database/database-error';
import { migrateOrRefuse } from './database/migrate';
import { openDatabase } from './database/open-database';
import { metricsListener } from './http/metrics-listener';
import { Problem } from './http/problem';
import { CannotListen, listen } from './http/serve';
import { createLog } from './log';
import { collectProcessMetrics, createMetrics } from './metrics';
import { EditionError } from './register/edition-bytes-file';
import { readEdition } from './register/edition-file';
import { SourceError } from './register/source-error';
import { onStopSignal } from './stop-signal';

type Wiring = Pick<AppDependencies, 'authenticate' | 'allowsOrigin' | 'probes' | 'reasonCodes'>;

/** What the service stands on: opened in this order, closed in the reverse. */
async function openParts(config: Config): Promise<{ wiring: Wiring; close: () => Promise<void> }> {
  const database = await openDatabase(config.databaseUrl);
  await migrateOrRefuse(database);
  readEdition(config.registerFile ?? (await sampleEdition()));
  return {
    wiring: {
      authenticate: () => {
        throw new Problem('unauthenticated');
      },
      allowsOrigin: () => false,
      probes: [{ name: 'database', look: () => database.raw('SELECT 1').then(() => ({ ok: true })) }],
      reasonCodes: [],
    },
    close: () => database.destroy(),
  };
}

/** The sample is read by the whole import of the official register, which is loaded for it alone. */
async function sampleEdition(): Promise<string> {
  const { ensureSampleEdition, SAMPLE_NOTICE } = await import('./register/sample-edition-file.js');
  process.stdout.write(`${SAMPLE_NOTICE}\n`);
  return ensureSampleEdition(clock);
}

async function main(): Promise<void> {
  const config = readConfig();
  const log = createLog(config.logLevel);
  const metrics = createMetrics();
  collectProcessMetrics(metrics);
  const { wiring, close } = await openParts(config);

  let draining = false;
  const app = createApp({
    ...config,
    ...wiring,
    clock,
    log,
    metrics,
    isDraining: () => draining,
    isUnavailable: isDatabaseUnavailable,
  });
  const figures = await listen(metricsListener(metrics.registry), config.metricsHost, config.metricsPort);
  const service = await listen(app.express, config.host, config.port);
  process.stdout.write(`Klopt answers at ${service.url}; its documentation is at ${service.url}/docs\n`);

  onStopSignal(async (signal) => {
    draining = true;
    app.drain();
    log.info({ signal }, 'draining');
    await service.close(config.drainMs);
    await figures.close(0);
    await close();
    log.info({ signal }, 'stopped');
    log.flush();
  });
}

/** Errors whose message is a sentence for whoever starts the service; of others the stack is shown. */
const sentences = [ConfigError, DatabaseUnavailable, EditionError, SourceError, CannotListen];

main().catch((error: unknown) => {
  const { message, stack } = error as Error;
  process.stderr.write(`${sentences.some((kind) => error instanceof kind) ? message : (stack ?? message)}\n`);
  process.exit(1);
});
