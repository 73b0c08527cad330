import { randomUUID } from 'node:crypto';

/** One database behind one or several services, and a shop's key for all of them. */
export interface Racecourse {
  urls: readonly string[];
  bearer: string;
}

interface Asked {
  method: 'GET' | 'POST' | 'PATCH';
  path: string;
  key?: string;
  version?: number;
  body?: unknown;
}

export interface Answered {
  status: number;
  replayed: boolean;
  body: { id: string; version: number; driverNote: string | null };
}

/** Asks the n-th of the services, in turn. */
export async function ask({ urls, bearer }: Racecourse, n: number, asked: Asked): Promise<Answered> {
  const { method, path, key = randomUUID(), version, body } = asked;
  const answer = await fetch(`${urls[n % urls.length] ?? ''}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${bearer}`,
      'content-type': 'application/json',
      'idempotency-key': key,
      ...(version === undefined ? {} : { 'if-match': `"v${version}"` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return {
    status: answer.status,
    replayed: answer.headers.get('idempotent-replayed') === 'true',
    body: (await answer.json()) as Answered['body'],
  };
}
