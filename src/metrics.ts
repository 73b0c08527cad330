import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

export interface Metrics {
  registry: Registry;
  /** The observer (seconds) of one operation and status; ask once and keep it. */
  requestDuration(operationId: string, status: number): (seconds: number) => void;
  /** Counts an answered problem by its code. */
  problem(code: string): void;
}

// Fine below 10 ms, where a check belongs; a client gives up at 800 ms.
const bucketsSeconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 0.8, 2.5, 10];

/** The service's figures for Prometheus. Labels are names from the code only, never anything a client sent. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const duration = new Histogram({
    name: 'klopt_http_request_duration_seconds',
    help: 'Time from the head of a request to its answer',
    labelNames: ['operation', 'status'] as const,
    buckets: bucketsSeconds,
    registers: [registry],
  });
  const problems = new Counter({
    name: 'klopt_http_problems_total',
    help: 'Problems answered, by code',
    labelNames: ['code'] as const,
    registers: [registry],
  });
  return {
    registry,
    requestDuration: (operationId, status) => {
      const child = duration.labels(operationId, String(status));
      return (seconds) => child.observe(seconds);
    },
    problem: (code) => problems.inc({ code }),
  };
}

/** Adds memory, event loop and garbage collection of this process; once per process. */
export function collectProcessMetrics(metrics: Metrics): void {
  collectDefaultMetrics({ register: metrics.registry, prefix: 'klopt_' });
}
