import { createApp, type AppDependencies } from './app';
import { systemClock as clock } from './clock';
import { ConfigError, readConfig, type Config } from './config';
import { metricsListener } from './http/metrics-listener';
import { Problem } from './http/problem';
import { CannotListen, listen } from './http/serve';
import { onStopSignal } from './stop-signal';
import { createLog } from './log';
import { collectProcessMetrics, createMetrics } from './metrics';

/** Something that is open as long as the service runs. */
interface Open {
  close(): Promise<void>;
}

/** What the service stands on, opened in order; closed in the reverse. */
function openParts(_config: Config): {
  parts: Open[];
  wiring: Pick<AppDependencies, 'authenticate' | 'allowsOrigin' | 'probes' | 'reasonCodes'>;
} {
  return {
    parts: [],
    wiring: {
      authenticate: () => {
        throw new Problem('unauthenticated');
      },
      allowsOrigin: () => false,
      probes: [],
      reasonCodes: [],
    },
  };
}

async function main(): Promise<void> {
  const config = readConfig();
  const log = createLog(config.logLevel);
  const metrics = createMetrics();
  collectProcessMetrics(metrics);
  const { parts, wiring } = openParts(config);

  let draining = false;
  const app = createApp({ ...config, ...wiring, clock, log, metrics, isDraining: () => draining });
  const figures = await listen(metricsListener(metrics.registry), config.metricsHost, config.metricsPort);
  const service = await listen(app.express, config.host, config.port);
  process.stdout.write(`Klopt answers at ${service.url}; its documentation is at ${service.url}/docs\n`);

  onStopSignal(async (signal) => {
    draining = true;
    app.drain();
    log.info({ signal }, 'draining');
    await service.close(config.drainMs);
    await figures.close(0);
    for (const part of parts.reverse()) await part.close();
    log.info({ signal }, 'stopped');
    log.flush();
  });
}

main().catch((error: unknown) => {
  const expected = error instanceof ConfigError || error instanceof CannotListen;
  process.stderr.write(
    `${expected ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
});
