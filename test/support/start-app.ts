import { createAccess, type Access } from '../../src/access/create-access';
import { randomUUID } from 'node:crypto';
import { shownInstead } from '../../src/access/page-ground-pages';
import { createEnumerationLimit } from '../../src/access/enumeration-limit';
import { createApp, type AppDependencies } from '../../src/app';
import { systemClock } from '../../src/clock';
import type { Database } from '../../src/database/open-database';
import type {
  Authenticate,
  Caller,
  Credentials,
  PersonCaller,
  Role,
  Scope,
  ShopCaller,
} from '../../src/http/caller';
import type { Endpoint } from '../../src/http/endpoint';
import { createHttpApp, type HttpApp } from '../../src/http/http-app';
import type { PageGround } from '../../src/http/pages';
import { Problem, type ProblemBody } from '../../src/http/problem';
import { listen } from '../../src/http/serve';
import { createLog } from '../../src/log';
import { createMetrics, type Metrics } from '../../src/metrics';
import { addPeople } from './people';
import { openSampleParts, type SampleParts } from './sample-parts';

/** An app behind real HTTP. */
export interface Running {
  url: string;
  app: HttpApp;
  metrics: Metrics;
  /** Every line that was logged, in order. */
  logged: Record<string, unknown>[];
  /** Asks a path, with the key of the owner unless headers say otherwise. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Posts JSON with the key of the owner, as a request of its own. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

/** The fixed cast: who calls, by their keys. The owner and the stranger are shops. */
export const cast = {
  owner: caller({
    shopId: 'shp_owner',
    keyId: 'key_owner',
    scopes: new Set(['checks', 'suggestions', 'register', 'amendments', 'shipments']),
  }),
  page: caller({
    shopId: 'shp_owner',
    keyId: 'key_page',
    kind: 'publishable',
    scopes: new Set(['suggestions']),
  }),
  tester: caller({
    shopId: 'shp_owner',
    keyId: 'key_tester',
    test: true,
    scopes: new Set(['checks', 'suggestions', 'register', 'amendments', 'shipments']),
  }),
  stranger: caller({
    shopId: 'shp_stranger',
    keyId: 'key_stranger',
    scopes: new Set(['checks', 'shipments']),
  }),
};

/** The carrier's people. The agent works at one depot, the colleague and the lead at another, the others for all. */
export const people = {
  agent: person('agent', { depot: 'ZLV', scopes: ['desk'] }),
  colleague: person('agent', { personId: 'per_colleague', depot: 'MLH', scopes: ['desk'] }),
  supervisor: person('supervisor', { depot: null, scopes: ['desk', 'supervision'] }),
  lead: person('supervisor', { personId: 'per_lead', depot: 'MLH', scopes: ['desk', 'supervision'] }),
  planner: person('planner', { depot: null, scopes: ['planning'] }),
};

function caller(of: Partial<ShopCaller> & Pick<ShopCaller, 'shopId' | 'keyId' | 'scopes'>): ShopCaller {
  return { kind: 'secret', test: false, ...of };
}

function person(
  role: Role,
  of: { personId?: string; depot: string | null; scopes: readonly Scope[] },
): PersonCaller {
  const personId = of.personId ?? `per_${role}`;
  return {
    kind: 'person',
    personId,
    keyId: personId.replace('per_', 'tok_'),
    role,
    depot: of.depot,
    scopes: new Set(of.scopes),
  };
}

const callers: Partial<Record<string, Caller>> = { ...cast, ...people };

function castCaller({ authorization }: Credentials): Caller | undefined {
  const bearer = authorization?.replace('Bearer ', '') ?? '';
  return callers[bearer] ?? deviceCaller(bearer);
}

/** `device@<route>@<id>` is a driver's device. */
function deviceCaller(bearer: string): Caller | undefined {
  const [, routeId, keyId] = /^device@(\w+)@(\w+)$/.exec(bearer) ?? [];
  if (routeId === undefined || keyId === undefined) return undefined;
  return { kind: 'device', routeId, keyId, scopes: new Set(['driving']) };
}

/** Knows the cast and the people by `Bearer owner` and so on. */
export const authenticateCast: Authenticate = (given) => {
  const known = castCaller(given);
  if (!known) throw new Problem('unauthenticated', { headers: { 'WWW-Authenticate': 'Bearer' } });
  return known;
};

/** Knows the people by `klopt_session=agent` and so on. */
const sessionOfCast: PageGround['sessionOf'] = (token) => {
  const caller = (people as Partial<Record<string, PersonCaller>>)[token];
  return Promise.resolve(caller === undefined ? null : { caller, name: token });
};

/** Starts the whole service on the sample register and a database of its own, with what is handed over in their place. */
export async function startApp(
  overrides: Partial<AppDependencies> = {},
): Promise<Running & { database: Database }> {
  const { parts, close } = await openSampleParts(Object.values(cast), overrides.database);
  const running = await start(overrides, (dependencies) => createApp({ ...parts, ...dependencies }));
  const { database } = parts;
  return { ...running, database, close: () => running.close().then(close) };
}

/** The service with the people in its database, who are let in by real tokens too. */
export interface RunningWithPeople extends Running {
  database: Database;
  tokens: Record<keyof typeof people, string>;
  access: Access;
}

/** As startApp; whoever is not let in as the cast is by a real key or token. */
export async function startAppWithPeople(
  overrides: Partial<AppDependencies> = {},
): Promise<RunningWithPeople> {
  const { parts, close } = await openSampleParts(Object.values(cast));
  const { database } = parts;
  const tokens = await addPeople(database, people);
  const access = await createAccess({ database, clock: systemClock, log: createLog('silent') });
  const authenticate: Authenticate = (given) => castCaller(given) ?? access.authenticate(given);
  const all = { authenticate, limit: access.limit, ...overrides };
  const running = await start(all, (dependencies) => createApp({ ...parts, ...dependencies }));
  const closeAll = () => running.close().then(access.close).then(close);
  return { ...running, database, tokens, access, close: closeAll };
}

/** Starts these endpoints alone. */
export function startEndpoints(
  endpoints: readonly Endpoint[],
  overrides: Partial<AppDependencies> = {},
): Promise<Running> {
  return start(overrides, (dependencies) => createHttpApp(endpoints, dependencies));
}

async function start(
  overrides: Partial<AppDependencies>,
  create: (dependencies: Omit<AppDependencies, keyof SampleParts>) => HttpApp,
): Promise<Running> {
  const metrics = createMetrics();
  const logged: Record<string, unknown>[] = [];
  const app = create({
    clock: systemClock,
    log: createLog('debug', { write: (line) => logged.push(JSON.parse(line)) }),
    metrics,
    authenticate: authenticateCast,
    allowsOrigin: (origin) => origin === 'https://shop.example',
    trustProxy: 0,
    deadlineMs: 2_000,
    probes: [],
    isDraining: () => false,
    registerMaxAgeDays: 100,
    publicUrl: 'https://klopt.example.nl',
    deskPhone: '',
    mapTilesUrl: '',
    pages: { ...shownInstead({ signOn: null }), sessionOf: sessionOfCast },
    enumeration: createEnumerationLimit(systemClock),
    isUnavailable: (error) => error instanceof Error && error.name === 'Unavailable',
    reasonCodes: [],
    ...overrides,
  });
  const { url, close } = await listen(app.express, '127.0.0.1', 0);
  const ask: Running['ask'] = (path, init = {}) =>
    fetch(url + path, { ...init, headers: { authorization: 'Bearer owner', ...(init.headers as object) } });
  const post: Running['post'] = (path, body, headers) =>
    ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
      body: JSON.stringify(body),
    });
  return { url, app, metrics, logged, ask, post, close: () => close(0) };
}

/** The problem that was answered. */
export async function problemOf(answer: Response): Promise<ProblemBody> {
  return (await answer.json()) as ProblemBody;
}
