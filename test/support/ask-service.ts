import { randomUUID } from 'node:crypto';

/** One request to a service that runs. */
export interface Asked {
  method: 'GET' | 'POST' | 'PATCH';
  path: string;
  bearer: string;
  /** The idempotency key; one of its own where absent. */
  key?: string | undefined;
  /** The ETag that a change is based on. */
  etag?: string | undefined;
  body?: unknown;
}

export interface Answered<Body> {
  status: number;
  ok: boolean;
  replayed: boolean;
  /** Whether it says when to come back. */
  isForLater: boolean;
  etag: string;
  body: Body;
}

/** Who is asked, wherever that is now. */
export type Ask = <Body>(asked: Asked) => Promise<Answered<Body>>;

const PATIENCE_MS = 60_000;

/** Asks a service once. Rejects where nobody answers. */
export async function askService<Body>(
  url: string,
  { method, path, bearer, key = randomUUID(), etag, body }: Asked,
): Promise<Answered<Body>> {
  const answer = await fetch(url + path, {
    method,
    headers: {
      authorization: `Bearer ${bearer}`,
      'content-type': 'application/json',
      'idempotency-key': key,
      ...(etag === undefined ? {} : { 'if-match': etag }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const { status, ok, headers } = answer;
  return {
    ...{ status, ok },
    replayed: headers.get('idempotent-replayed') === 'true',
    isForLater: (status === 503 || status === 409) && headers.has('retry-after'),
    etag: headers.get('etag') ?? '',
    body: (await answer.json()) as Body,
  };
}
