import { metricsListener } from '../../src/http/metrics-listener';
import { listen } from '../../src/http/serve';
import { collectProcessMetrics, createMetrics } from '../../src/metrics';

describe('the metrics', () => {
  it('are on a port of their own, at one path', async () => {
    const metrics = createMetrics();
    collectProcessMetrics(metrics);
    const { url, close } = await listen(metricsListener(metrics.registry), '127.0.0.1', 0);
    const answer = await fetch(`${url}/metrics`);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(await answer.text()).toMatch(/^klopt_process_resident_memory_bytes \d+$/m);
    expect((await fetch(`${url}/health/live`)).status).toBe(404);
    await close(0);
    metrics.registry.clear();
  });
});
