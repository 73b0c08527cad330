import type { Access } from './access';
import type { DeviceEvents, DriverRoute, FeedPage, Outcomes } from './contract';

/** The service was heard, and said no. */
export class Refused extends Error {
  constructor(readonly reason: 'access' | 'unreadable') {
    super(reason);
  }
}

/** The service could not be reached, or cannot be used just now. */
export class Unreachable extends Error {}

const PATIENCE_MS = 15_000;
const NO_ACCESS: readonly number[] = [401, 403, 404];
const UNREADABLE: readonly number[] = [400, 413, 422];

/** The route, whole. */
export async function fetchRoute(access: Access): Promise<DriverRoute> {
  return (await (await ask(access, '')).json()) as DriverRoute;
}

/** What the route's feed holds after an entry. */
export async function fetchChanges(access: Access, after: number): Promise<FeedPage> {
  return (await (await ask(access, `/changes?after=${after}`)).json()) as FeedPage;
}

/** The route's feed from an entry on, for as long as the connection holds. */
export async function openStream(
  access: Access,
  after: number,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const headers = { Accept: 'text/event-stream', 'Last-Event-ID': String(after) };
  const { body } = await ask(access, '/stream', { headers, signal });
  if (body === null) throw new Unreachable();
  return body;
}

/** Tells what the driver did; also while the page is being left. */
export async function sendEvents(access: Access, events: DeviceEvents): Promise<Outcomes> {
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify(events);
  const answer = await ask(access, '/device-events', { method: 'POST', headers, body, keepalive: true });
  return (await answer.json()) as Outcomes;
}

async function ask({ routeId, token }: Access, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { ...(init.headers as Record<string, string>), Authorization: `Bearer ${token}` };
  const signal = init.signal ?? AbortSignal.timeout(PATIENCE_MS);
  const answer = await fetch(`/v1/routes/${routeId}${path}`, { ...init, headers, signal, cache: 'no-store' });
  if (answer.ok) return answer;
  await answer.body?.cancel();
  if (NO_ACCESS.includes(answer.status)) throw new Refused('access');
  if (UNREADABLE.includes(answer.status)) throw new Refused('unreadable');
  throw new Unreachable();
}
