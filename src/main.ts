import { createApp } from './app';
import { systemClock as clock } from './clock';
import { ConfigError, readConfig } from './config';
import { DatabaseUnavailable } from './database/database-error';
import { metricsListener } from './http/metrics-listener';
import { CannotListen, listen } from './http/serve';
import { createLog } from './log';
import { collectProcessMetrics, createMetrics } from './metrics';
import { openParts } from './parts';
import { EditionError } from './register/edition/edition-bytes-file';
import { SourceError } from './register/sources/source-error';
import { onStopSignal } from './stop-signal';

async function main(): Promise<void> {
  const config = readConfig();
  const log = createLog(config.logLevel);
  process.on('uncaughtException', (error) => {
    // Node's own way would print the message, which may hold what a customer typed.
    log.error({ error }, 'crashed');
    log.flush();
    process.exit(1);
  });
  const metrics = createMetrics();
  collectProcessMetrics(metrics);
  const parts = await openParts({ config, clock, log, metrics });

  let draining = false;
  const app = createApp({
    ...config,
    ...parts.wiring,
    clock,
    log,
    metrics,
    isDraining: () => draining,
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
    await parts.close();
    log.info({ signal }, 'stopped');
    log.flush();
  });
  process.stdout.write(await parts.welcome(service.url));
}

/** Errors whose message is a sentence for whoever starts the service; of others the stack is shown. */
const sentences = [ConfigError, DatabaseUnavailable, EditionError, SourceError, CannotListen];

main().catch((error: unknown) => {
  const { message, stack } = error as Error;
  process.stderr.write(`${sentences.some((kind) => error instanceof kind) ? message : (stack ?? message)}\n`);
  process.exit(1);
});
