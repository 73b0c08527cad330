import { z } from 'zod';
import { newToken } from '../../src/access/token-format';
import { endpoint, type Endpoint, type Scopes } from '../../src/http/endpoint';
import {
  problemOf,
  startAppWithPeople,
  startEndpoints,
  type Running,
  type RunningWithPeople,
} from '../support/start-app';

const entry = { address: { street: 'Lindelaan', houseNumber: 12, postcode: '8962KL' } };

describe("a person's token", () => {
  let running: RunningWithPeople;
  beforeAll(async () => {
    running = await startAppWithPeople();
  });
  afterAll(() => running.close());

  const check = (token: string) =>
    running.post('/v1/address-checks', entry, {
      authorization: `Bearer ${token}`,
      'accept-language': 'en',
    });

  it.each(['agent', 'colleague', 'supervisor', 'planner'] as const)(
    'does not stand for the key of a shop: %s',
    async (who) => {
      const answer = await check(running.tokens[who]);
      expect(answer.status).toBe(403);
      expect((await problemOf(answer)).detail).toMatch(/^This is for shops: .* key of a shop, with: checks/);
    },
  );

  it('that nobody has is unknown, here as everywhere', async () => {
    const answer = await check(newToken('person'));
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect((await problemOf(answer)).detail).toMatch(
      /key or token does not exist here, has expired, or has been revoked/,
    );
  });

  it('is unknown as soon as it is revoked', async () => {
    await running.access.revokeToken('tok_colleague');
    expect((await check(running.tokens.colleague)).status).toBe(401);
    expect((await check(running.tokens.agent)).status).toBe(403);
  });
});

describe('an endpoint', () => {
  const opens = (name: string, scopes: Scopes): Endpoint =>
    endpoint({
      method: 'get',
      path: `/v1/${name}`,
      operationId: name,
      summary: 'Says who calls',
      tags: ['test'],
      scopes,
      responses: { 200: { description: 'Who', schema: z.unknown() } },
      handle: (_input, { caller }) => ({ kind: caller?.kind }),
    });

  let running: Running;
  beforeAll(async () => {
    running = await startEndpoints([
      opens('desk', ['desk']),
      opens('lead', ['supervision']),
      opens('plan', ['planning']),
      opens('shop', ['shipments']),
      opens('both', ['shipments', 'desk']),
    ]);
  });
  afterAll(() => running.close());

  const ask = (path: string, who: string) =>
    running.ask(`/v1/${path}`, { headers: { authorization: `Bearer ${who}`, 'accept-language': 'en' } });

  it.each([
    ['desk', 'agent'],
    ['desk', 'supervisor'],
    ['lead', 'supervisor'],
    ['plan', 'planner'],
    ['shop', 'owner'],
    ['both', 'owner'],
    ['both', 'agent'],
  ])('of %s lets in: %s', async (path, who) => {
    expect((await ask(path, who)).status).toBe(200);
  });

  it.each([
    ['desk', 'owner', /^This is for the carrier's people: it needs the token of someone with: desk\.$/],
    ['desk', 'planner', /^Your role may not do this: it needs the token of someone with: desk\.$/],
    ['lead', 'agent', /^Your role may not do this: .* supervision\.$/],
    [
      'shop',
      'agent',
      /^This is for shops: in place of your token, use the key of a shop, with: shipments\.$/,
    ],
    ['shop', 'page', /^This needs a key with: shipments\.$/],
    ['both', 'page', /^This needs a key with: shipments\.$/],
    ['both', 'planner', /^Your role may not do this: .* desk\.$/],
  ])('of %s tells what it takes: %s', async (path, who, words) => {
    const answer = await ask(path, who);
    expect(answer.status).toBe(403);
    expect((await problemOf(answer)).detail).toMatch(words);
  });
});
