import { randomUUID } from 'node:crypto';
import type { AppDependencies } from '../../src/app';
import type { Database } from '../../src/database/open-database';
import { type Running, startApp } from './start-app';

/** Who asks, by the words of the cast. */
export type Who =
  | ('owner' | 'stranger' | 'page' | 'tester' | 'agent' | 'colleague' | 'supervisor' | 'planner' | 'nobody')
  | DeviceOf;
/** A driver's device, by its route and its own id: see `deviceOf`. */
export type DeviceOf = `device@${string}@${string}`;

export interface Answer<Body> {
  status: number;
  body: Body;
  etag: string;
  headers: Headers;
}

interface Sent {
  body?: unknown;
  /** The ETag that a change is based on. */
  etag?: string | undefined;
  /** The idempotency key; one of its own where absent. */
  key?: string;
  language?: 'nl' | 'en';
}

/** The whole service on a database of the test's choice. */
export interface ShipmentsService extends Running {
  read<Body = ShownShipment>(who: Who, path: string): Promise<Answer<Body>>;
  write<Body = ShownShipment>(who: Who, path: string, sent?: Sent): Promise<Answer<Body>>;
  patch<Body = ShownShipment>(who: Who, path: string, sent?: Sent): Promise<Answer<Body>>;
  /** Registers an order of the owner. */
  order(of?: Partial<Order>): Promise<Answer<ShownShipment>>;
}

export interface ShownShipment {
  id: string;
  version: number;
  state: string;
  hold: { reason: string; note: string | null } | null;
  address: Record<string, unknown> | null;
  check: ShownCheck | null;
  [other: string]: unknown;
}

export interface ShownCheck {
  verdict: string;
  reasons: { code: string }[];
  diagnosis: { kind: string; stale: string[]; evidence: string[] };
  candidates: { address: Record<string, unknown>; changedFields: string[] }[];
  previousCheckId: string | null;
}

export interface ShownCorrection {
  id: string;
  version: number;
  state: string;
  check: ShownCheck | null;
  address: Record<string, unknown> | null;
  reason: string | null;
  supersededBy: string | null;
  [other: string]: unknown;
}

export interface Order {
  reference: string;
  recipient: Record<string, unknown>;
  address: Record<string, unknown>;
  [other: string]: unknown;
}

/** The addresses of the story: she moved from Kerkstraat 8 to Lindelaan 12. */
export const addresses = {
  old: { street: 'Kerkstraat', houseNumber: 8, postcode: '8951 AB', city: 'Zilverwaard' },
  right: { street: 'Lindelaan', houseNumber: 12, postcode: '8962 KL', city: 'Zilverwaard' },
  /** Her new street with her old postcode. */
  mixed: { street: 'Lindelaan', houseNumber: 12, postcode: '8951 AB', city: 'Zilverwaard' },
  /** Her old street with her new postcode and number. */
  mixedAgain: { street: 'Kerkstraat', houseNumber: 12, postcode: '8962 KL', city: 'Zilverwaard' },
  /** Registered, but nobody knows of number 9999. */
  farAway: { street: 'Anemoonkade', houseNumber: 1, postcode: '8986 BL', city: 'Sint Odaberg' },
  elsewhere: { street: 'Bakkerskade', houseNumber: 1, postcode: '8976 AK', city: 'Molenhorn' },
  noSuchNumber: { street: 'Lindelaan', houseNumber: 9999, postcode: '8962 KL', city: 'Zilverwaard' },
};

let orders = 0;

/** An order of Vera's, right unless said otherwise. */
export function anOrder(of: Partial<Order> = {}): Order {
  orders += 1;
  return {
    reference: `ORD-${orders}`,
    recipient: { name: 'Vera Verhuizer', email: 'vera@example.nl' },
    address: addresses.right,
    ...of,
  };
}

export async function startShipments(
  database: Database,
  overrides: Partial<AppDependencies> = {},
): Promise<ShipmentsService> {
  await addDepots(database);
  const running = await startApp({ ...overrides, database });
  const send =
    (method: string) =>
    async <Body>(who: Who, path: string, sent: Sent = {}): Promise<Answer<Body>> =>
      answerOf(await running.ask(path, requestOf(method, who, sent)));
  const write = send('POST');
  return {
    ...running,
    read: async (who, path) => answerOf(await running.ask(path, { headers: credentials(who) })),
    write,
    patch: send('PATCH'),
    order: (of) => write<ShownShipment>('owner', '/v1/shipments', { body: anOrder(of) }),
  };
}

/** The depots of the cast's people. */
export async function addDepots(database: Database): Promise<void> {
  for (const code of ['ZLV', 'MLH'])
    await database('depots').insert({ code, name: code, created_at: 0 }).onConflict('code').ignore();
}

function credentials(who: Who): Record<string, string> {
  return { authorization: who === 'nobody' ? '' : `Bearer ${who}` };
}

function requestOf(
  method: string,
  who: Who,
  { body, etag, key = randomUUID(), language }: Sent,
): RequestInit {
  const headers = {
    ...credentials(who),
    'idempotency-key': key,
    ...(etag === undefined ? {} : { 'if-match': etag }),
    ...(language === undefined ? {} : { 'accept-language': language }),
  };
  if (body === undefined) return { method, headers };
  return { method, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

async function answerOf<Body>(answer: Response): Promise<Answer<Body>> {
  return {
    status: answer.status,
    body: (await answer.json()) as Body,
    etag: answer.headers.get('etag') ?? '',
    headers: answer.headers,
  };
}
