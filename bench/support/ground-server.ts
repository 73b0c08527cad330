import { z } from 'zod';
import { systemClock as clock } from '../../src/clock';
import type { Caller } from '../../src/http/caller';
import { endpoint } from '../../src/http/endpoint';
import { createHttpApp } from '../../src/http/http-app';
import { reply } from '../../src/http/reply';
import { createLog } from '../../src/log';
import { createMetrics } from '../../src/metrics';
import { serveForParent } from './report-to-parent';

const text = z.string().max(200).nullish();
const body = z.strictObject({
  address: z.strictObject({
    street: text,
    houseNumber: z.union([z.int().min(1), z.string().max(20)]).nullish(),
    houseNumberAddition: text,
    postcode: text,
    city: text,
    country: text,
  }),
});

const echo = endpoint({
  method: 'post',
  path: '/v1/echo',
  operationId: 'echo',
  summary: 'Gives back what it was given',
  tags: ['bench'],
  scopes: ['checks'],
  request: { body },
  responses: { 200: { description: 'The same', schema: body } },
  handle: (input) => input.body,
});

const callers = new Map<string, Caller>([
  [
    'Bearer kl_test',
    { shopId: 'shp_1', keyId: 'key_1', kind: 'secret', test: false, scopes: new Set(['checks']) },
  ],
]);

const none = () => reply(Buffer.from(''), {});

const app = createHttpApp([echo], {
  clock,
  log: createLog('info'),
  metrics: createMetrics(),
  authenticate: ({ authorization = '' }) => callers.get(authorization)!,
  allowsOrigin: () => false,
  trustProxy: 0,
  isUnavailable: () => false,
  pages: {
    sessionOf: () => Promise.resolve(null),
    showProblem: none,
    askToSignIn: none,
    askToSendAgain: none,
  },
  deadlineMs: 10_000,
});
serveForParent(app.express);
