import type { Health } from '../../src/http/health';
import { echoEndpoint } from '../support/echo-endpoint';
import { problemOf, startApp, startEndpoints, type Running } from '../support/start-app';

describe('every response', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startEndpoints([echoEndpoint]);
  });
  afterAll(() => running.close());

  const answers: [string, () => Promise<Response>][] = [
    ['an answer', () => running.post('/v1/echoes/nl', { address: { houseNumber: 1 } })],
    ['a problem', () => running.post('/v1/echoes/nl', {})],
    ['an unknown path', () => running.ask('/v1/nothing')],
    ['another method', () => running.ask('/v1/echoes/nl')],
  ];

  it.each(answers)('carries the constant headers: %s', async (_, ask) => {
    const { headers } = await ask();
    expect(Object.fromEntries(headers)).toMatchObject({
      'api-version': expect.stringMatching(/^1\.\d+\.\d+$/),
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'strict-transport-security': expect.stringContaining('max-age='),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-request-id': expect.stringMatching(/^req_[0-9A-Z]{26}$/),
      vary: 'Accept-Language, Origin',
    });
    expect(headers.has('etag') || headers.has('x-powered-by')).toBe(false);
  });

  it.each([
    ['kept where it is sane', 'trace-4bf92f35.77b3:4', 'trace-4bf92f35.77b3:4'],
    ['replaced where it could forge a line', 'bad id "here"', expect.stringMatching(/^req_/)],
    ['replaced where it is too long', 'x'.repeat(65), expect.stringMatching(/^req_/)],
  ])('has the request id that was sent, %s', async (_, sent, expected) => {
    const answer = await running.ask('/v1/nothing', { headers: { 'x-request-id': sent } });
    expect(answer.headers.get('x-request-id')).toEqual(expected);
    expect((await problemOf(answer)).requestId).toEqual(expected);
  });

  it('helps where the path or the method is wrong', async () => {
    const path = await running.ask('/v1/Echo/nl', { headers: { 'accept-language': 'en' } });
    expect(await path.json()).toMatchObject({
      status: 404,
      detail: 'There is nothing here. Did you mean /v1/echoes/{language}?',
    });
    const method = await running.ask('/v1/echoes/nl', { method: 'PATCH' });
    expect([method.status, method.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('takes a path only as it is written', async () => {
    for (const path of ['/v1/echoes/nl/', '/V1/echoes/nl', '/v1/echoes//nl'])
      expect((await running.post(path, {})).status).toBe(404);
  });

  it('never repeats the path that was asked for', async () => {
    const answer = await running.ask('/v1/Kerkstraat-12/1234AB?city=Voorbeeld');
    expect(await answer.text()).not.toMatch(/Kerkstraat|1234AB|Voorbeeld/);
    expect(JSON.stringify(running.logged)).not.toMatch(/Kerkstraat|1234AB|Voorbeeld/);
    expect(await running.metrics.registry.metrics()).not.toMatch(/Kerkstraat|1234AB|Voorbeeld/);
  });

  it('is logged once, by the names of the code only', async () => {
    const before = running.logged.length;
    await running.post('/v1/echoes/nl', { address: { houseNumber: 1, street: 'Kerkstraat' } });
    expect(running.logged.slice(before)).toEqual([
      {
        level: 'info',
        time: expect.any(Number),
        requestId: expect.any(String),
        operationId: 'echo',
        method: 'POST',
        status: 200,
        durationMs: expect.any(Number),
        keyId: 'key_owner',
        msg: 'answered',
      },
    ]);
  });

  it('is counted by operation and status', async () => {
    const own = await startEndpoints([echoEndpoint]);
    await own.post('/v1/echoes/nl', {});
    const text = await own.metrics.registry.metrics();
    await own.close();
    expect(text).toContain('klopt_http_request_duration_seconds_count{operation="echo",status="400"} 1');
    expect(text).toContain('klopt_http_problems_total{code="invalid-request"} 1');
  });

  it('tells a limited caller what is left, and when to come back', async () => {
    let asked = 0;
    const own = await startEndpoints([echoEndpoint], {
      limit: () => ({ limit: 1, windowSeconds: 60, remaining: -asked++, resetSeconds: 42 }),
    });
    const [first, second] = [await own.post('/v1/echoes/nl', {}), await own.post('/v1/echoes/nl', {})];
    await own.close();
    expect([first.status, first.headers.get('ratelimit')]).toEqual([400, '"default";r=0;t=42']);
    expect([second.status, second.headers.get('retry-after')]).toEqual([429, '42']);
    expect(second.headers.get('ratelimit-policy')).toBe('"default";q=1;w=60');
  });
});

describe('health', () => {
  const ready = async (overrides: Parameters<typeof startApp>[0]) => {
    const running = await startApp(overrides);
    const answer = await running.ask('/health/ready');
    await running.close();
    return [answer.status, (await answer.json()) as Health] as const;
  };
  const works = { name: 'register', look: () => ({ ok: true }) };

  it('is live as long as the process answers', async () => {
    const running = await startApp();
    expect(await (await running.ask('/health/live')).json()).toEqual({ status: 'live' });
    await running.close();
  });

  it.each([
    ['ready when every probe is well', [works], 200, 'ready'],
    [
      'degraded when one has a note',
      [{ name: 'register', look: () => ({ ok: true, note: 'a newer edition was refused' }) }],
      200,
      'degraded',
    ],
    [
      'unavailable when one fails',
      [works, { name: 'database', look: () => Promise.reject(new Error('password "x"')) }],
      503,
      'unavailable',
    ],
  ])('is %s', async (_, probes, status, word) => {
    const [found, body] = await ready({ probes });
    expect([found, body.status]).toEqual([status, word]);
    expect(JSON.stringify(body)).not.toContain('password');
  });

  it('is not ready while draining', async () => {
    expect(await ready({ probes: [works], isDraining: () => true })).toEqual([
      503,
      { status: 'draining', checks: [] },
    ]);
  });
});
