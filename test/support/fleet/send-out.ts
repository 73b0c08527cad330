import { randomUUID } from 'node:crypto';
import { amsterdamDay } from '../../../src/routes/planning/windows';
import type { Ask } from '../ask-service';
import { type Bearers, DEPOT } from '../issue-access';
import { type Door, someDoors } from './doors';

/** A route that is about to leave, and what its driver's device is let in by. */
export interface Van {
  routeId: string;
  deviceId: string;
  bearer: string;
  /** The shipments on board, in the order of their stops. */
  parcels: readonly string[];
}

const HOUR_MS = 3_600_000;
const SHIFT_MS = 20 * HOUR_MS;
const START = { lat: 52.44, lon: 5.35 };

/** Registers parcels for so many different doors, plans them as a route and lets a device in to it. */
export async function sendOut(ask: Ask, bearers: Bearers, stops: number): Promise<Van> {
  const parcels = await Promise.all(someDoors(stops).map((door) => register(ask, bearers, door)));
  const routeId = await plan(ask, bearers, parcels);
  const path = `/v1/routes/${routeId}/device-tokens`;
  const issued = await ask<{ id: string; token: string }>({ method: 'POST', path, bearer: bearers.planner });
  if (!issued.ok) throw new Error(`A device was answered ${JSON.stringify(issued.body)}`);
  return { routeId, deviceId: issued.body.id, bearer: issued.body.token, parcels };
}

/** Its driver leaves; gives the version of the route then. */
export async function leave(ask: Ask, { routeId, bearer }: Van): Promise<number> {
  const started = { deviceSeq: 1, kind: 'started', occurredAt: new Date().toISOString() };
  const path = `/v1/routes/${routeId}/device-events`;
  const answer = await ask<{ version: number }>({
    method: 'POST',
    path,
    bearer,
    body: { events: [started] },
  });
  if (!answer.ok) throw new Error(`A device was answered ${JSON.stringify(answer.body)}`);
  return answer.body.version;
}

async function register(ask: Ask, { shop: bearer }: Bearers, address: Door): Promise<string> {
  const reference = randomUUID();
  const order = { reference, recipient: { name: 'Vera Verhuizer' }, address, depot: DEPOT };
  const body = { ...order, customerReference: `customer of ${reference}` };
  const answer = await ask<{ id: string }>({ method: 'POST', path: '/v1/shipments', bearer, body });
  if (!answer.ok) throw new Error(`An order was answered ${JSON.stringify(answer.body)}`);
  return answer.body.id;
}

async function plan(ask: Ask, { planner: bearer }: Bearers, parcels: readonly string[]): Promise<string> {
  const startsAtMs = Date.now() - HOUR_MS;
  const body = {
    ...{ reference: randomUUID(), day: amsterdamDay(startsAtMs), depot: DEPOT, start: START },
    ...{ driver: 'Jelle', vehicle: 'V-123-BX' },
    startsAt: new Date(startsAtMs).toISOString(),
    endsAt: new Date(startsAtMs + SHIFT_MS).toISOString(),
    stops: parcels.map((id) => ({ shipments: [id] })),
  };
  const answer = await ask<{ id: string }>({ method: 'POST', path: '/v1/routes', bearer, body });
  if (!answer.ok) throw new Error(`A plan was answered ${JSON.stringify(answer.body)}`);
  return answer.body.id;
}
