import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { endpoint } from '../../src/http/endpoint';
import { streamed } from '../../src/http/reply';
import { startEndpoints, type Running } from '../support/start-app';

const breaking = endpoint({
  tags: ['test'],
  scopes: 'public',
  responses: { 200: { description: 'Lines', schema: z.unknown() } },
  method: 'get',
  path: '/v1/breaking',
  operationId: 'breakOff',
  summary: 'Breaks off, or goes on for ever',
  request: { query: z.strictObject({ error: z.string().optional() }) },
  handle: ({ query }) => streamed(Readable.from(linesUntil(query.error)), 'application/x-ndjson'),
});

async function* linesUntil(error: string | undefined): AsyncGenerator<string> {
  for (;;) {
    yield '{}\n';
    await setTimeout(5);
    if (error !== undefined) throw new Error(error);
  }
}

describe('an answer that has begun', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startEndpoints([breaking]);
  });
  afterAll(() => running.close());

  it('logs what broke an answer off, unless it was its client that went away', async () => {
    const answer = await running.ask('/v1/breaking?error=Kerkstraat');
    await expect(answer.text()).rejects.toThrow();
    const requestId = answer.headers.get('x-request-id');
    const broken = () => running.logged.filter(({ msg }) => msg === 'an answer broke off');
    expect(broken()).toMatchObject([{ level: 'error', requestId, operationId: 'breakOff' }]);
    const { body } = await running.ask('/v1/breaking');
    await body?.cancel();
    await setTimeout(50);
    expect(broken()).toHaveLength(1);
  });
});
