import { once } from 'node:events';
import { request as startRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { CheckMemory } from '../../src/checks/check-memory-worker';
import type { KeptCheck } from '../../src/checks/checks-store';
import type { ShopCaller } from '../../src/http/caller';
import { authenticateCast, cast, problemOf, startApp, type Running } from '../support/start-app';

const path = '/v1/address-checks/batch';
const valid = { street: 'Lindelaan', houseNumber: 12, postcode: '8962KL', city: 'Zilverwaard' };
const mixed = { ...valid, postcode: '8951AB' };
const lineOf = (address: object) => JSON.stringify({ address });

interface Line {
  line: number;
  check?: { id: string; verdict: string };
  problem?: { status: number; type: string; detail: string; requestId: string; errors?: unknown[] };
}

const callers: Record<string, ShopCaller> = {
  'Bearer shopfront': { ...cast.page, scopes: new Set(['checks']) },
  'Bearer test': { ...cast.owner, test: true },
};
const kept: KeptCheck[] = [];
const checkMemory: CheckMemory = {
  keep: (check) => void kept.push(check),
  find: () => Promise.resolve(undefined),
  close: () => Promise.resolve(),
};

let running: Running;
beforeAll(async () => {
  running = await startApp({
    checkMemory,
    authenticate: (given) => callers[given.authorization ?? ''] ?? authenticateCast(given),
  });
});
beforeEach(() => (kept.length = 0));
afterAll(() => running.close());

function send(body: string | Uint8Array, headers: Record<string, string> = {}): Promise<Response> {
  return running.ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', 'accept-language': 'en', ...headers },
    body: body as BodyInit,
  });
}

async function linesOf(answer: Response): Promise<Line[]> {
  const text = await answer.text();
  expect(text === '' || text.endsWith('\n')).toBe(true);
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
}

describe('a batch', () => {
  it('is answered line by line as single checks are, in the same order', async () => {
    const addresses = [valid, mixed, { ...valid, houseNumber: 9_999 }, { addressLine: 'Lindeln. 12' }];
    const answer = await send(addresses.map(lineOf).join('\n'));
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson');
    const lines = await linesOf(answer);
    expect(lines.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
    for (const [index, address] of addresses.entries()) {
      const single = await running.post('/v1/address-checks', { address }, { 'accept-language': 'en' });
      const expected = { ...((await single.json()) as object), id: lines[index]?.check?.id };
      expect(lines[index]?.check).toEqual(expected);
    }
  });

  it('of thousands of lines keeps them all in order', async () => {
    const text = Array.from({ length: 5_000 }, (_, index) => lineOf(index % 3 === 0 ? mixed : valid)).join(
      '\r\n',
    );
    const lines = await linesOf(await send(text));
    expect(lines).toHaveLength(5_000);
    expect(lines.every(({ line, check }, index) => line === index + 1 && check !== undefined)).toBe(true);
  });

  it.each(['', '\n \r\n\n'])('of nothing (%j) is answered with nothing', async (body) => {
    const answer = await send(body);
    expect([answer.status, await linesOf(answer)]).toEqual([200, []]);
  });

  it('takes a test key, and magic postcodes with it, and keeps nothing of it', async () => {
    const body = lineOf({ postcode: '8999VF', houseNumber: 1 });
    const [line] = await linesOf(await send(body, { authorization: 'Bearer test' }));
    expect([line?.check?.verdict, kept]).toEqual(['fix', []]);
  });

  it('keeps what was not accepted, for this shop', async () => {
    const [, second] = await linesOf(await send(`${lineOf(valid)}\n${lineOf(mixed)}\n`));
    expect(kept.map(({ id, shopId }) => ({ id, shopId }))).toEqual([
      { id: second?.check?.id, shopId: cast.owner.shopId },
    ]);
  });
});

describe('a bad line', () => {
  const tooLong = `{"address":{"street":"${'x'.repeat(70_000)}"}}`;
  it.each<[string, string | Uint8Array, object]>([
    ['that is no JSON', '{"address":', { status: 400, detail: 'Mistake at column 12 of this line.' }],
    ['that is no UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), { status: 400, detail: 'The line is not UTF-8.' }],
    ['of more than 64 KB', tooLong, { status: 413, detail: 'A line is at most 64 KB.' }],
    ['that is no object', '[]', { status: 400, errors: [{ pointer: '', code: 'type' }] }],
    [
      'with several wrong fields',
      '{"address":{"streat":"Lindelaan","postcode":1,"city":[]},"x":1}',
      {
        status: 400,
        errors: [
          { in: 'body', pointer: '/address/postcode', code: 'type' },
          { in: 'body', pointer: '/address/city', code: 'type' },
          { in: 'body', pointer: '/address/streat', message: 'Unknown field. Did you mean street?' },
          { in: 'body', pointer: '/x', code: 'unknown_field' },
        ],
      },
    ],
    [
      'that corrects an earlier check',
      JSON.stringify({ address: valid, previousCheckId: 'chk_1' }),
      { status: 400, errors: [{ pointer: '/previousCheckId', code: 'not_in_batch' }] },
    ],
  ])('%s spoils only itself', async (_, bad, problem) => {
    const body = Buffer.concat([
      Buffer.from(`${lineOf(valid)}\n\n`),
      Buffer.from(bad),
      Buffer.from(`\n${lineOf(mixed)}`),
    ]);
    const lines = await linesOf(await send(body));
    expect(lines.map(({ line, check }) => [line, check?.verdict])).toEqual([
      [1, 'accept'],
      [3, undefined],
      [4, 'fix'],
    ]);
    expect(lines[1]?.problem).toMatchObject(problem);
    expect(lines[1]?.problem?.requestId).toMatch(/^req_/);
  });

  it('that ends a batch too long is told of too', async () => {
    const lines = await linesOf(await send(tooLong));
    expect(lines).toMatchObject([{ line: 1, problem: { status: 413 } }]);
  });

  it('that breaks the check is logged, and spoils only itself', async () => {
    const broken = await startApp({
      checker: () => {
        throw new Error('broken');
      },
    });
    const answer = await broken.ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: `${lineOf(valid)}\n{}\n`,
    });
    expect(await linesOf(answer)).toMatchObject([{ problem: { status: 500 } }, { problem: { status: 400 } }]);
    expect(broken.logged.filter(({ msg }) => msg === 'a line of a batch failed')).toHaveLength(1);
    await broken.close();
  });
});

describe('who and how', () => {
  it.each([
    ['nobody', 'Bearer nobody', 401],
    ["a page's key", 'Bearer shopfront', 403],
    ['a key without the scope', 'Bearer page', 403],
  ])('%s is refused', async (_, authorization, status) => {
    const answer = await send(lineOf(valid), { authorization });
    expect([answer.status, (await problemOf(answer)).status]).toEqual([status, status]);
  });

  it.each<[string, Record<string, string>, string | Uint8Array]>([
    ['JSON', { 'content-type': 'application/json' }, lineOf(valid)],
    ['what is compressed', { 'content-encoding': 'gzip' }, gzipSync(lineOf(valid))],
  ])('%s is refused, naming what to send', async (_, headers, body) => {
    const answer = await send(body, headers);
    expect([answer.status, answer.headers.get('accept')]).toEqual([415, 'application/x-ndjson']);
  });
});

describe('a long batch', () => {
  const block = `${lineOf(valid)}\n`.repeat(1_000);

  function open(of: Running): ClientRequest {
    return startRequest(`${of.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson', authorization: 'Bearer owner' },
    });
  }

  /** Sends blocks until the service takes no more; returns how many it took. */
  async function sendUntilRefused(request: ClientRequest, most: number): Promise<number> {
    for (let sent = 1; sent <= most; sent++) {
      if (request.write(block)) continue;
      const isDrained = await Promise.race([once(request, 'drain').then(() => true), pause(500, false)]);
      if (!isDrained) return sent;
    }
    return most;
  }

  it('is read no faster than its answers are, and ends whole', async () => {
    const request = open(running);
    const answered = once(request, 'response') as Promise<[IncomingMessage]>;
    request.flushHeaders();
    const sent = await sendUntilRefused(request, 1_000);
    expect(sent).toBeLessThan(1_000);
    request.end();
    const [answer] = await answered;
    let lines = 0;
    for await (const bytes of answer as AsyncIterable<Buffer>)
      for (const byte of bytes) if (byte === 0x0a) lines++;
    expect(lines).toBe(sent * 1_000);
  });

  it('stops when its client goes away', async () => {
    let checks = 0;
    const counted = await startApp({
      checker: () => {
        checks++;
        return { judgement: { verdict: 'accept' }, answer: { filler: 'x'.repeat(500) } } as never;
      },
    });
    const request = open(counted);
    request.on('error', () => undefined).on('response', () => undefined);
    expect(await sendUntilRefused(request, 1_000)).toBeLessThan(1_000);
    request.destroy();
    await pause(100);
    const soFar = checks;
    await pause(200);
    expect(soFar).toBeGreaterThan(0);
    expect(checks).toBe(soFar);
    expect((await counted.ask('/health/live')).status).toBe(200);
    await counted.close();
  });

  it('lets single checks through in between', async () => {
    const request = open(running);
    request.on('response', (answer) => answer.resume());
    const sending = sendUntilRefused(request, 20);
    const startedMs = performance.now();
    const single = await running.post('/v1/address-checks', { address: valid });
    expect(single.status).toBe(200);
    expect(performance.now() - startedMs).toBeLessThan(1_000);
    await sending;
    request.end();
    await once(request, 'close');
  });
});
