import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import { type Ask, askService } from '../../test/support/ask-service';
import { anyOf, doors } from '../../test/support/fleet/doors';
import { type Case, propose } from '../../test/support/fleet/redirect';
import { leave, sendOut, type Van } from '../../test/support/fleet/send-out';
import type { Bearers } from '../../test/support/issue-access';

export interface Desk {
  url: string;
  bearers: Bearers;
}

/** A route under way, whose parcels are corrected one after the other. */
interface OnItsWay extends Van {
  version: number;
  corrected: number;
}

/** Every correction changes a route of which the next needs the version: so many routes go on at once. */
const ROUTES = 64;
/** As rounds of vans are. */
const STOPS = [40, 77, 113, 150];
const CORRECTIONS = 6;
const CONNECTIONS = 32;
/** Setting up is not measured. */
const AT_ONCE = 4;

/** Routes under way, of which each round corrects some more parcels: none twice, and those of the shortest last for six. */
export class Approvals {
  private constructor(
    private readonly desk: Desk,
    private readonly routes: readonly OnItsWay[],
  ) {}

  static async prepare(desk: Desk): Promise<Approvals> {
    const sizes = Array.from({ length: ROUTES }, (_, n) => STOPS[n % STOPS.length]!);
    return new Approvals(desk, await inPortions(sizes, (stops) => sent(desk, stops)));
  }

  /** Proposes a round's corrections, then measures how many are approved a second. */
  async perSecond(): Promise<number> {
    const requests = await inPortions(this.routes, (route) => this.requestsOf(route));
    const lists = Array.from({ length: CONNECTIONS }, (_, connection) =>
      interleaved(requests.filter((_list, n) => n % CONNECTIONS === connection)),
    );
    const next = lists[Symbol.iterator]();
    const startedMs = performance.now();
    let answeredMs = startedMs;
    const result = await autocannon({
      url: this.desk.url,
      connections: CONNECTIONS,
      amount: lists.reduce((sum, list) => sum + list.length, 0),
      setupClient: (client) => {
        client.setRequests(next.next().value ?? []);
        // It tells when it has ended to the second only.
        client.on('response', () => (answeredMs = performance.now()));
      },
    });
    const failed = result.non2xx + result.errors;
    if (failed > 0) throw new Error(`${failed} of ${result.requests.total} approvals failed`);
    return result.requests.total / ((answeredMs - startedMs) / 1000);
  }

  private async requestsOf(route: OnItsWay): Promise<autocannon.Request[]> {
    const parcels = route.parcels.slice(route.corrected, route.corrected + CORRECTIONS);
    if (parcels.length < CORRECTIONS) throw new Error('There are no parcels left to correct');
    route.corrected += CORRECTIONS;
    const requests: autocannon.Request[] = [];
    for (const parcel of parcels) requests.push(this.approval(await this.proposed(parcel), route));
    return requests;
  }

  private async proposed(parcel: string): Promise<Case> {
    const agent = { ask: askAt(this.desk), bearer: this.desk.bearers.agent };
    const proposed = await propose(agent, parcel, anyOf(doors)!);
    if (proposed === null) throw new Error('A correction could not be proposed');
    return proposed;
  }

  private approval({ shipmentId, correctionId, version }: Case, route: OnItsWay): autocannon.Request {
    const option = { kind: 'same_route', routeId: route.routeId, routeVersion: route.version };
    route.version += 1;
    return {
      method: 'POST',
      path: `/v1/shipments/${shipmentId}/corrections/${correctionId}/approve`,
      headers: {
        authorization: `Bearer ${this.desk.bearers.agent}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        'if-match': `"v${version}"`,
      },
      body: JSON.stringify({ option }),
    };
  }
}

async function sent(desk: Desk, stops: number): Promise<OnItsWay> {
  const ask = askAt(desk);
  const van = await sendOut(ask, desk.bearers, stops);
  return { ...van, version: await leave(ask, van), corrected: 0 };
}

function askAt({ url }: Desk): Ask {
  return (asked) => askService(url, asked);
}

/** One of each list in turn. */
function interleaved<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, n) => lists.flatMap((list) => list.slice(n, n + 1))).flat();
}

async function inPortions<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE)
    results.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(work))));
  return results;
}
