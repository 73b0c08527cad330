import { randomUUID } from 'node:crypto';

export interface Answered<Body> {
  status: number;
  body: Body;
  etag: string;
}

interface Sent {
  body?: unknown;
  /** The ETag that a change is based on. */
  etag?: string;
}

/** Someone who calls the API with a key or token of their own, and is answered as they expect. */
export interface ApiCaller {
  get<Body>(path: string): Promise<Answered<Body>>;
  /** @throws StoryBroken where the answer is an error */
  post<Body>(path: string, sent?: Sent): Promise<Answered<Body>>;
}

/** Something that did not go as it is told. */
export class StoryBroken extends Error {
  override name = 'StoryBroken';
}

/** @throws StoryBroken with these words where it is not so */
export function expectThat(isSo: boolean, words: string): asserts isSo {
  if (!isSo) throw new StoryBroken(words);
}

export function callerBy(url: string, secret: string): ApiCaller {
  const headers = { authorization: `Bearer ${secret}`, 'accept-language': 'en' };
  return {
    get: (path) => answered(path, fetch(url + path, { headers })),
    post: (path, { body, etag } = {}) =>
      answered(
        path,
        fetch(url + path, {
          method: 'POST',
          headers: {
            ...headers,
            'idempotency-key': randomUUID(),
            ...(etag === undefined ? {} : { 'if-match': etag }),
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      ),
  };
}

async function answered<Body>(path: string, asked: Promise<Response>): Promise<Answered<Body>> {
  const answer = await asked;
  const text = await answer.text();
  expectThat(answer.ok, `${path} was answered with ${answer.status}: ${text}`);
  return { status: answer.status, body: JSON.parse(text) as Body, etag: answer.headers.get('etag') ?? '' };
}
