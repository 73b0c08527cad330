import { echoEndpoint } from '../support/echo-endpoint';
import { startEndpoints, type Running } from '../support/start-app';

const shop = 'https://shop.example';

describe('a page of another origin', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startEndpoints([echoEndpoint]);
  });
  afterAll(() => running.close());

  const preflight = (origin: string) =>
    running.ask('/v1/echoes/nl', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', authorization: '' },
    });

  it('gets its preflight answered without a key where some key allows it', async () => {
    const answer = await preflight(shop);
    expect(answer.status).toBe(204);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': shop,
      'access-control-allow-methods': expect.stringContaining('POST'),
      'access-control-allow-headers': expect.stringContaining('Authorization'),
      vary: expect.stringContaining('Origin'),
    });
  });

  it('is allowed nothing where no key knows it', async () => {
    const answer = await preflight('https://elsewhere.example');
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([204, null]);
    expect(answer.headers.get('access-control-allow-methods')).toBeNull();
  });

  it('may read answers, and problems too', async () => {
    const answers = [
      await running.post('/v1/echoes/nl', { address: { houseNumber: 1 } }, { origin: shop }),
      await running.post('/v1/echoes/nl', {}, { origin: shop, authorization: 'Bearer nobody' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 401]);
    for (const { headers } of answers) {
      expect(headers.get('access-control-allow-origin')).toBe(shop);
      expect(headers.get('access-control-expose-headers')).toContain('Retry-After');
    }
  });

  it('is not what an OPTIONS without a preflight is', async () => {
    const answer = await running.ask('/v1/echoes/nl', { method: 'OPTIONS', headers: { origin: shop } });
    expect(answer.status).toBe(405);
  });
});
