import fc from 'fast-check';
import { echoEndpoint } from '../support/echo-endpoint';
import { OpenapiContract } from '../support/openapi-contract';
import { startEndpoints, type Running } from '../support/start-app';

const request = {
  title: 'any',
  method: 'POST',
  path: '/v1/echoes/nl',
  contentType: 'application/json',
  body: undefined,
  headers: {},
};

describe('any request at all', () => {
  let running: Running;
  let contract: OpenapiContract;
  beforeAll(async () => {
    running = await startEndpoints([echoEndpoint]);
    contract = new OpenapiContract(running);
  });
  afterAll(() => running.close());

  const answerTo = (body: string | Uint8Array) =>
    running.ask(request.path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: body as BodyInit,
    });

  const bodies = fc.oneof(
    fc.json({ maxDepth: 5 }),
    fc.string({ maxLength: 200, size: 'max' }),
    fc.uint8Array({ maxLength: 200 }),
    fc
      .record({
        address: fc.dictionary(fc.constantFrom('street', 'houseNumber', '__proto__', 'x'), fc.jsonValue()),
      })
      .map((body) => JSON.stringify(body)),
  );

  it('has a documented answer, and breaks nothing', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const answer = await answerTo(body);
        expect(answer.status).toBeLessThan(500);
        expect(await contract.errors(request, answer)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('finds a path answered whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.webPath({ size: 'medium' }), async (path) => {
        const answer = await running.ask(`/${path}`);
        expect([404, 405, 400]).toContain(answer.status);
        expect(answer.headers.get('content-type')).toBe('application/problem+json');
      }),
      { numRuns: 200 },
    );
  });
});
