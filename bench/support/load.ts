import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import { anOrder } from './orders';

export interface Target {
  url: string;
  headers: Readonly<Record<string, string>>;
}

const CUSTOMERS = 10_000;

/** Sends orders over this many connections, each with a key of its own; returns the orders answered a second. */
export async function ordersPerSecond(
  { url, headers }: Target,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<number> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => ({
          ...request,
          headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
          body: JSON.stringify(anOrder(CUSTOMERS)),
        }),
      },
    ],
  });
  const failed = result.non2xx + result.errors;
  if (failed > 0) throw new Error(`${url}: ${failed} failed of ${result.requests.total}`);
  return result.requests.total / result.duration;
}
