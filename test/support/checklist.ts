import { randomUUID } from 'node:crypto';
import type { ProblemBody } from '../../src/http/problem';
import { writtenIn } from './everything-in';
import type { Answer, Who } from './shipments-service';
import type { Stage } from './shipments-stage';

/** A request of the operation under test that works, when sent by who may. */
export interface Ready {
  path: string;
  body?: Record<string, unknown>;
  etag?: string;
}

/** What the checklist has to know of an operation. */
export interface Operation {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Who may. */
  who: Who;
  /** The status of an answer where it works. */
  status: number;
  /** Makes what it needs, and says what to send. */
  ready: () => Promise<Ready>;
}

type Headers = Record<string, string | undefined>;
type Mistake = readonly [pointer: string, code: string];
/** A body's name, what is sent in place of a right one's parts, and every mistake that is to be named. */
export type BadBody = readonly [name: string, change: Record<string, unknown>, mistakes: readonly Mistake[]];

/** Sends a request as it is, with every header that a write needs unless told otherwise. */
export async function sendAs<Body = ProblemBody>(
  { service }: Stage,
  method: Operation['method'],
  who: Who,
  { path, body, etag, headers = {} }: Ready & { headers?: Headers },
): Promise<Answer<Body>> {
  const all: Headers = {
    authorization: who === 'nobody' ? '' : `Bearer ${who}`,
    'accept-language': 'en',
    ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID(), 'if-match': etag }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...headers,
  };
  const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  const init = { method, headers: sent as Record<string, string> };
  const answer = await service.ask(path, body === undefined ? init : { ...init, body: JSON.stringify(body) });
  const etagNow = answer.headers.get('etag') ?? '';
  const read = (answer.status === 204 ? {} : await answer.json()) as Body;
  return { status: answer.status, body: read, etag: etagNow, headers: answer.headers };
}

/** The wrong person gets nothing, and does nothing. */
export function refusesTheWrongPerson(
  stage: Stage,
  { method, ready }: Operation,
  refused: Partial<Record<Who, 401 | 403 | 404>>,
): void {
  it.each(Object.entries(refused) as [Who, number][])(
    'refuses the wrong person: %s gets %i, and nothing is done',
    async (who, status) => {
      const sent = await ready();
      const before = await writtenIn(stage.database);
      const { status: found, body } = await sendAs(stage, method, who, sent);
      expect([found, Object.keys(body)]).toEqual([status, expect.arrayContaining(['title', 'detail'])]);
      expect(await writtenIn(stage.database)).toEqual(before);
    },
  );
}

/** Bad input is refused with every mistake at once, by field, in words of both languages. */
export function refusesBadBodies(stage: Stage, operation: Operation, cases: readonly BadBody[]): void {
  it.each(cases)('refuses a body %s', async (_, change, mistakes) => {
    const { path, body, etag } = await operation.ready();
    const sent = { path, body: { ...body, ...change }, ...(etag === undefined ? {} : { etag }) };
    await refused(stage, operation, sent, mistakes);
  });
}

/** As refusesBadBodies, of what stands behind the question mark. */
export function refusesBadQueries(
  stage: Stage,
  operation: Operation,
  cases: readonly (readonly [query: string, mistakes: readonly Mistake[]])[],
): void {
  it.each(cases)('refuses %s', async (query, mistakes) => {
    const { path } = await operation.ready();
    await refused(stage, operation, { path: `${path}${query}` }, mistakes);
  });
}

async function refused(
  stage: Stage,
  { method, who }: Operation,
  sent: Ready,
  mistakes: readonly Mistake[],
): Promise<void> {
  const before = await writtenIn(stage.database);
  const [english, dutch] = [
    await sendAs(stage, method, who, sent),
    await sendAs(stage, method, who, { ...sent, headers: { 'accept-language': 'nl' } }),
  ].map(({ status, body }) => ({ status, errors: body.errors ?? [] })) as [Found, Found];
  const found = english.errors.map(({ pointer, code }) => [pointer, code]);
  expect([english.status, found.sort()]).toEqual([400, [...mistakes].sort()]);
  english.errors.forEach(({ message }, index) => {
    expect(message).toMatch(/^[A-Z].*[.?]$/s);
    expect(dutch.errors[index]?.message).not.toBe(message);
  });
  expect(await writtenIn(stage.database)).toEqual(before);
}

interface Found {
  status: number;
  errors: NonNullable<ProblemBody['errors']>;
}
