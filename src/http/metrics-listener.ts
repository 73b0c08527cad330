import type { RequestListener } from 'node:http';
import type { Registry } from 'prom-client';

/** Answers `GET /metrics` for Prometheus; on a port of its own, so that the world cannot read along. */
export function metricsListener(registry: Registry): RequestListener {
  return (request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    void registry.metrics().then((text) => {
      response.writeHead(200, { 'Content-Type': registry.contentType }).end(text);
    });
  };
}
