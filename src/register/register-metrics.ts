import { Gauge, type Registry } from 'prom-client';
import type { EditionState } from './register-worker';

/** The register's figures for Prometheus, read when they are asked for. */
export function registerMetrics(registry: Registry, state: () => EditionState): void {
  gauge(registry, 'klopt_register_date_seconds', 'Date of the data of the edition in use', () =>
    Math.round(Date.parse(state().info.date) / 1_000),
  );
  gauge(registry, 'klopt_register_addresses', 'Addresses in the edition in use', () => {
    return state().info.counts.addresses;
  });
  gauge(registry, 'klopt_register_refused', '1 where a newer edition was refused', () =>
    state().refusal === null ? 0 : 1,
  );
}

function gauge(registry: Registry, name: string, help: string, value: () => number): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(value());
    },
  });
}
