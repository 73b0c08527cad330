import { z } from 'zod';
import { endpoint } from '../../src/http/endpoint';
import { createLog } from '../../src/log';
import { Problem } from '../../src/http/problem';
import { reply, streamed } from '../../src/http/reply';
import { cast, startEndpoints, type Running } from '../support/start-app';
import { addressBody, echoEndpoint } from '../support/echo-endpoint';

const simple = {
  tags: ['test'],
  scopes: 'public',
  responses: { 200: { description: 'Something', schema: z.unknown() } },
} as const;

const order: string[] = [];

const turns = endpoint({
  ...simple,
  method: 'post',
  path: '/v1/turns',
  operationId: 'turns',
  summary: 'Answers in the turn in which the body ended',
  request: { body: addressBody },
  handle: () => {
    void Promise.resolve().then(() => order.push('microtask'));
    order.push('handled');
    return { done: true };
  },
});

const slow = endpoint({
  ...simple,
  method: 'get',
  path: '/v1/slow',
  operationId: 'slow',
  summary: 'Never answers',
  handle: () => new Promise(() => undefined),
});

const broken = endpoint({
  ...simple,
  method: 'get',
  path: '/v1/broken',
  operationId: 'broken',
  summary: 'Fails',
  handle: () => Promise.reject(new Error('Kerkstraat 12, 1234 AB')),
});

const down = endpoint({
  ...simple,
  method: 'get',
  path: '/v1/down',
  operationId: 'down',
  summary: 'Needs what is not there',
  handle: () => {
    throw Object.assign(new Error('database "shop" at 10.0.0.1'), { name: 'Unavailable' });
  },
});

const created = endpoint({
  ...simple,
  method: 'put',
  path: '/v1/made',
  operationId: 'make',
  summary: 'Makes something',
  handle: () => reply({ made: true }, { status: 201, headers: { Location: '/v1/made' } }),
});

const nothing = endpoint({
  ...simple,
  method: 'delete',
  path: '/v1/made',
  operationId: 'unmake',
  summary: 'Unmakes it',
  responses: { 204: { description: 'Gone' } },
  handle: () => undefined,
});

const lines = endpoint({
  ...simple,
  method: 'post',
  path: '/v1/lines',
  operationId: 'lines',
  summary: 'Gives lines back as they come',
  request: { stream: 'application/x-ndjson' },
  handle: ({ stream }) => streamed(stream, 'application/x-ndjson'),
});

const who = endpoint({
  ...simple,
  method: 'get',
  path: '/v1/who',
  operationId: 'who',
  summary: 'Says who calls',
  scopes: ['register', 'checks'],
  handle: (_input, { caller, language }) => ({ shopId: caller.shopId, language }),
});

const where = endpoint({
  ...simple,
  method: 'get',
  path: '/v1/where',
  operationId: 'where',
  summary: 'Says where the caller is',
  handle: (_input, { clientAddress }) => clientAddress,
});

const conflicting = endpoint({
  ...simple,
  method: 'post',
  path: '/v1/conflicts',
  operationId: 'conflict',
  summary: 'Always in conflict',
  problems: ['conflict'],
  handle: () => {
    throw new Problem('conflict', { detail: { nl: 'Al gedaan.', en: 'Done already.' } });
  },
});

describe('an endpoint', () => {
  let running: Running;
  beforeAll(async () => {
    const endpoints = [echoEndpoint, turns, slow, broken, down, created, nothing, lines, who, conflicting];
    running = await startEndpoints(endpoints, { deadlineMs: 100 });
  });
  afterAll(() => running.close());

  it('hands its handler what was parsed, and writes what that returns', async () => {
    const answer = await running.post('/v1/echoes/nl?limit=3', { address: { houseNumber: '12a' } });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ address: { houseNumber: '12a' } });
  });

  it('keeps the status and headers of a reply', async () => {
    const answer = await running.ask('/v1/made', { method: 'PUT' });
    expect([answer.status, answer.headers.get('location')]).toEqual([201, '/v1/made']);
  });

  it('answers 204 without a body where there is nothing to say', async () => {
    const answer = await running.ask('/v1/made', { method: 'DELETE' });
    expect([answer.status, await answer.text()]).toEqual([204, '']);
    expect(answer.headers.get('content-type')).toBeNull();
  });

  it('streams a body in and out', async () => {
    const answer = await running.ask('/v1/lines', {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: '{"a":1}\n{"a":2}\n',
    });
    expect(await answer.text()).toBe('{"a":1}\n{"a":2}\n');
  });

  it('refuses a stream of another media type', async () => {
    const answer = await running.post('/v1/lines', {});
    expect([answer.status, answer.headers.get('accept')]).toEqual([415, 'application/x-ndjson']);
  });

  it('knows its caller and the language asked for', async () => {
    const answer = await running.ask('/v1/who', { headers: { 'accept-language': 'fr, en;q=0.8, nl;q=0.5' } });
    expect(await answer.json()).toEqual({ shopId: cast.owner.shopId, language: 'en' });
  });

  it('knows where a caller is, and believes only as many proxies as it is told to', async () => {
    const seen = async (trustProxy: number): Promise<unknown> => {
      const own = await startEndpoints([where], { trustProxy });
      const answer = await own.ask('/v1/where', {
        headers: { 'x-forwarded-for': '198.51.100.66, 203.0.113.9' },
      });
      await own.close();
      return answer.json();
    };
    expect([await seen(0), await seen(1)]).toEqual(['127.0.0.1', '203.0.113.9']);
  });

  it.each([
    ['no key', {}, 401, 'unauthenticated'],
    ['an unknown key', { authorization: 'Bearer nobody' }, 401, 'unauthenticated'],
    ['a key without one of its scopes', { authorization: 'Bearer page' }, 403, 'forbidden'],
  ])('refuses %s', async (_, headers, status, problem) => {
    const answer = await fetch(`${running.url}/v1/who`, { headers: headers as Record<string, string> });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ type: `/docs/problems/${problem}`, status });
  });

  it('gives up on a handler that takes too long', async () => {
    const answer = await running.ask('/v1/slow');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  });

  it('tells nothing of an error of its own, neither to the caller nor to the log', async () => {
    const answer = await running.ask('/v1/broken');
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('Kerkstraat');
    const line = running.logged.find(({ level }) => level === 'error');
    expect(line).toMatchObject({ operationId: 'broken', error: { name: 'Error' } });
    expect(JSON.stringify(running.logged)).not.toContain('Kerkstraat');
  });

  it('says when to come back where something that it stands on is not there', async () => {
    const answer = await running.ask('/v1/down');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await answer.text()).not.toContain('10.0.0.1');
  });

  it('answers HEAD as it would GET, without the body', async () => {
    const answer = await running.ask('/v1/who', { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(0);
  });

  it('answers a problem of its own in the language asked for', async () => {
    const answer = await running.ask('/v1/conflicts', {
      method: 'POST',
      headers: { 'accept-language': 'en' },
    });
    expect(answer.headers.get('content-language')).toBe('en');
    expect(await answer.json()).toMatchObject({ status: 409, detail: 'Done already.' });
  });

  it('answers a synchronous handler in the turn in which the body ended, before any microtask', async () => {
    order.length = 0;
    const silent = createLog('silent');
    const log = { ...silent, info: () => order.push('answered') };
    const own = await startEndpoints([turns], { log });
    await own.post('/v1/turns', { address: { houseNumber: 1 } });
    await own.close();
    expect(order).toEqual(['handled', 'answered', 'microtask']);
  });
});
