import { echoEndpoint } from '../support/echo-endpoint';
import { rawRequest } from '../support/raw-request';
import { problemOf, startEndpoints, type Running } from '../support/start-app';

const path = '/v1/echoes/nl';
const json = { 'content-type': 'application/json' };
const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

describe('a bad request', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startEndpoints([echoEndpoint], { deadlineMs: 200 });
  });
  afterAll(() => running.close());

  const send = (body: RequestInit['body'] | Buffer, headers: Record<string, string> = json) =>
    running.ask(path, {
      method: 'POST',
      headers: { 'accept-language': 'en', ...headers },
      body: body as string,
    });

  it('hears of everything that is wrong at once, in path, query and body', async () => {
    const answer = await running.post(
      '/v1/echoes/fr?limit=9&lmit=1',
      {
        address: { stret: 'x', street: 'a'.repeat(21), houseNumber: true, country: 'DE' },
        tags: 'x',
        extra: 1,
      },
      { 'accept-language': 'en' },
    );
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect((await problemOf(answer)).errors).toEqual([
      { in: 'path', pointer: '/language', code: 'not_allowed', message: 'Possible are: nl, en.' },
      {
        in: 'body',
        pointer: '/address/street',
        code: 'too_big',
        message: 'This may be at most 20 characters long.',
      },
      {
        in: 'body',
        pointer: '/address/houseNumber',
        code: 'type',
        message: 'This must be a number or text.',
      },
      { in: 'body', pointer: '/address/country', code: 'not_allowed', message: 'Possible are: NL, BE.' },
      {
        in: 'body',
        pointer: '/address/stret',
        code: 'unknown_field',
        message: 'Unknown field. Did you mean street?',
      },
      { in: 'body', pointer: '/tags', code: 'type', message: 'This must be a list.' },
      {
        in: 'body',
        pointer: '/extra',
        code: 'unknown_field',
        message: 'Unknown field. Known are: address, tags.',
      },
      { in: 'query', pointer: '/limit', code: 'too_big', message: 'This may be at most 5.' },
      {
        in: 'query',
        pointer: '/lmit',
        code: 'unknown_field',
        message: 'Unknown field. Did you mean limit?',
      },
    ]);
  });

  it('is told in Dutch unless it asks otherwise', async () => {
    const answer = await running.post(path, { address: {} });
    expect(await answer.json()).toMatchObject({
      title: 'Het verzoek klopt niet',
      errors: [{ pointer: '/address/houseNumber', code: 'required', message: 'Dit veld is verplicht.' }],
    });
  });

  it.each([
    ['a comma too many', '{"address":{},}', 'Mistake at line 1, column 15.'],
    ['a value left out', '{\n  "address": }', 'Mistake at line 2, column 14.'],
    ['an end too soon', '{"address":{"street":"Ker', 'Mistake at line 1, column 26.'],
    ['nothing at all', '', 'The request is empty.'],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xc3, 0x28, 0x22]), 'The text is not UTF-8.'],
    ['33 levels of nesting', deep(33), 'At most 32 levels deep.'],
    ['30,000 levels of nesting', deep(30_000), 'At most 32 levels deep.'],
  ])('that is malformed JSON is told where: %s', async (_, body, detail) => {
    const answer = await send(body);
    expect(await answer.json()).toMatchObject({ type: '/docs/problems/malformed-json', status: 400, detail });
  });

  it.each(['__proto__', 'constructor', 'prototype', 'toString'])('cannot smuggle in %s', async (name) => {
    const answer = await send(`{"address":{"houseNumber":1,"${name}":{"polluted":true}}}`);
    expect((await problemOf(answer)).errors).toMatchObject([
      { pointer: `/address/${name}`, code: 'unknown_field' },
    ]);
    expect({}).not.toHaveProperty('polluted');
  });

  it.each([
    ['another media type', { 'content-type': 'text/plain' }],
    ['another charset', { 'content-type': 'application/json; charset=latin1' }],
    ['a compressed body', { ...json, 'content-encoding': 'gzip' }],
  ])('of %s is refused with 415', async (_, headers) => {
    const answer = await send('{}', headers);
    expect([answer.status, answer.headers.get('accept')]).toEqual([415, 'application/json']);
  });

  it.each([
    'application/json; charset=utf-8',
    'Application/JSON; charset="UTF-8"',
    'application/vnd.shop+json',
  ])('is not what %s is', async (type) => {
    const answer = await send('{"address":{"houseNumber":1}}', { 'content-type': type });
    expect(answer.status).toBe(200);
  });

  it('that is too large is refused by its announced length, and by what comes in', async () => {
    const large = JSON.stringify({ tags: ['x'.repeat(64 * 1024)] });
    expect((await send(large)).status).toBe(413);
    const chunks = `POST ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer owner\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`;
    const answer = await rawRequest(running.url, `${chunks}11000\r\n${'x'.repeat(0x11000)}\r\n0\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
  });

  it('whose body does not come is given up on', async () => {
    const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer owner\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n{"a`;
    expect(await rawRequest(running.url, head)).toMatch(/^HTTP\/1.1 408 [\s\S]*request-timeout/);
  });

  it.each([
    ['no HTTP', 'hello\r\n\r\n', /^HTTP\/1.1 400 [\s\S]*\/docs\/problems\/invalid-request/],
    [
      'headers of 20 KB',
      `GET / HTTP/1.1\r\nHost: x\r\nX-Large: ${'x'.repeat(20_000)}\r\n\r\n`,
      /^HTTP\/1.1 431 [\s\S]*\/docs\/problems\/headers-too-large/,
    ],
  ])('that is %s gets a problem too', async (_, bytes, expected) => {
    expect(await rawRequest(running.url, bytes)).toMatch(expected);
  });

  it('with a path that cannot be decoded gets 400', async () => {
    const answer = await running.ask('/v1/echoes/%E0%A4%A', { method: 'POST' });
    expect([answer.status, await answer.text()]).toEqual([400, expect.not.stringContaining('%E0')]);
  });

  it('of a client that went away is recorded, not answered', async () => {
    const leaving = new AbortController();
    const body = new ReadableStream({ start: (stream) => stream.enqueue(Buffer.from('{"a')) });
    const streamed = { method: 'POST', headers: json, body, duplex: 'half', signal: leaving.signal };
    const asked = running.ask(path, streamed);
    setTimeout(() => leaving.abort(), 50);
    await expect(asked).rejects.toThrow('aborted');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(running.logged.at(-1)).toMatchObject({ operationId: 'echo', status: 499 });
  });
});
