import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { openapiOf } from '../../src/http/openapi';
import { type DocumentedRequest, OpenapiContract } from '../support/openapi-contract';
import { echoEndpoint } from '../support/echo-endpoint';
import { addDepots, anOrder } from '../support/shipments-service';
import { startApp, startEndpoints } from '../support/start-app';

describe('openapi.yaml', () => {
  let running: Awaited<ReturnType<typeof startApp>>;
  let contract: OpenapiContract;
  beforeAll(async () => {
    running = await startApp();
    await makeWhatExamplesName();
    contract = new OpenapiContract(running);
  });
  afterAll(() => running.close());

  it('is what the endpoints say', () => {
    const committed: unknown = parse(readFileSync(join(__dirname, '../../openapi.yaml'), 'utf8'));
    expect(committed).toEqual(JSON.parse(JSON.stringify(openapiOf(running.app.endpoints))));
  });

  it('is served as JSON to anyone, pages of other origins too', async () => {
    const answer = await running.ask('/v1/openapi.json', { headers: { authorization: '' } });
    expect(await answer.json()).toMatchObject({ openapi: '3.1.0', info: { version: expect.any(String) } });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('keeps its word for every request that it gives as an example', async () => {
    const broken = [];
    for (const request of contract.requests()) {
      const answer = await askedByWhomItIsFor(request);
      // What an example names may not be there; but it is never a bad request, and never breaks anything.
      const fits = answer.status !== 400 && answer.status < 500;
      const errors = fits ? await contract.errors(request, answer) : [await answer.text()];
      if (errors.length > 0) broken.push({ request: request.title, errors });
    }
    expect(broken).toEqual([]);
  });

  /** A route's plan names a depot and a parcel, and is a bad request where they are not there. */
  async function makeWhatExamplesName(): Promise<void> {
    await addDepots(running.database);
    await running.post('/v1/shipments', anOrder({ barcode: '3SKLPT0001042', depot: 'ZLV' }));
  }

  /** Some examples are a shop's, some are of the carrier's people. */
  async function askedByWhomItIsFor(request: DocumentedRequest): Promise<Response> {
    for (const who of ['owner', 'supervisor']) {
      const answer = await askedBy(who, request);
      if (answer.status !== 400 && answer.status !== 403) return answer;
    }
    return askedBy('planner', request);
  }

  function askedBy(who: string, { title, path, method, body, contentType, headers }: DocumentedRequest) {
    const own = {
      authorization: `Bearer ${who}`,
      // Each is a request of its own.
      ...('idempotency-key' in headers && { 'idempotency-key': title }),
      ...(contentType && { 'content-type': contentType }),
    };
    return running.ask(path, {
      method,
      headers: { ...headers, ...own },
      ...(body !== undefined && { body }),
    });
  }

  it('gives examples of answers that its own schemas accept', () => {
    expect(contract.answerExamples().filter(({ errors }) => errors.length > 0)).toEqual([]);
  });

  it('has an example for every body that can be sent and every answer that holds one', () => {
    const bare = running.app.endpoints
      .filter(({ path }) => path.startsWith('/v1') && path !== '/v1/openapi.json')
      .flatMap(({ operationId, request, responses }) => [
        ...((request.body ?? request.stream) && !request.examples ? [`${operationId} request`] : []),
        ...Object.entries(responses)
          .filter(([, { schema, examples }]) => schema && !examples)
          .map(([status]) => `${operationId} ${status}`),
      ]);
    expect(bare).toEqual([]);
  });

  it('lets no unknown field into any request', () => {
    expect(contract.openRequests()).toEqual([]);
  });

  it('names everything by the rules: paths in kebab-case, keys in camelCase, operations once', () => {
    const ids = contract.operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path } of contract.operations)
      expect(path).toMatch(/^(?:\/(?:[a-z0-9]+(?:[-.][a-z0-9]+)*|\{[a-z][A-Za-z]*\}))+$/);
  });
});

describe('the contract that tests hold an app to', () => {
  it('finds an answer that is not as documented', async () => {
    const running = await startEndpoints([
      { ...echoEndpoint, handle: () => ({ address: { houseNumber: true } }) },
    ]);
    const contract = new OpenapiContract(running);
    const [request] = contract.requests();
    const answer = await running.post('/v1/echoes/nl', { address: { houseNumber: 12 } });
    expect(request).toMatchObject({ path: '/v1/echoes/nl', body: '{"address":{"houseNumber":12}}' });
    expect((await contract.errors(request!, answer)).length).toBeGreaterThan(0);
    await running.close();
  });

  it('finds a request that is not strict', async () => {
    const open = z.object({ address: z.strictObject({ street: z.string() }) });
    const running = await startEndpoints([{ ...echoEndpoint, request: { body: open } }]);
    expect(new OpenapiContract(running).openRequests()).toEqual(['echo: ']);
    await running.close();
  });
});
