import { ENTRIES, type ShopStep, VIEWS } from './any-shop-history';
import type { Running } from './start-app';

interface Told {
  status: number;
  body: { id?: string; corrections?: { id: string; version: number }[] };
  etag: string;
}

interface Sent {
  /** Whose key goes with it: the shop's own, or one of the carrier's people. */
  as?: string;
  etag?: string;
  body?: object;
}

/** In an id, or in the barcode that is made of one. */
const ULID = /(?<=_|KLPT)[0-9A-HJKMNP-TV-Z]{26}/g;

/** One shop at one service: does its steps over HTTP, and keeps every answer to them, byte for byte. */
export class ShopClient {
  /** Every answer; ids by the order in which they came, since half of each is chance. */
  readonly answers: string[] = [];
  /** How long each answer took. */
  readonly tookMs: number[] = [];
  readonly shipmentIds: string[] = [];
  private readonly ids = new Map<string, string>();
  private latestCheck: string | null = null;
  private writes = 0;

  constructor(
    private readonly service: Running,
    private readonly key: string,
    private readonly clock: { now(): Date },
  ) {}

  /** Does a step; one about an order where there is none does nothing. */
  async run(step: ShopStep): Promise<void> {
    if (step.do === 'order') return this.order(step);
    if (step.do === 'check') return this.check(step);
    const id = this.shipmentIds.at(-1 - step.which);
    if (id !== undefined) await this.about(`/v1/shipments/${id}`, step);
  }

  /** Looks at everything that there is to be seen. */
  async lookAround(): Promise<void> {
    await this.ask('GET', '/v1/shipments');
    for (const id of this.shipmentIds)
      for (const view of VIEWS) await this.ask('GET', `/v1/shipments/${id}${view}`);
  }

  /** Tries what is another shop's. @throws Error where anything of it is let through */
  async meddle({ shipmentIds, latestCheck }: ShopClient, which: number): Promise<void> {
    const address = ENTRIES[0];
    await this.ask('POST', '/v1/address-checks', { body: { address, previousCheckId: latestCheck } });
    const id = shipmentIds.at(-1 - which);
    if (id === undefined) return;
    const path = `/v1/shipments/${id}`;
    const tried = [
      await this.ask('GET', path),
      await this.ask('GET', `${path}/known-addresses`),
      await this.ask('POST', `${path}/corrections`, { etag: '"v1"', body: { address } }),
      await this.ask('POST', `${path}/cancel`, { etag: '"v1"', body: {} }),
    ];
    if (tried.some(({ status }) => status !== 404)) throw new Error('another shop was let through');
  }

  private async order({ customer, entry, isConfirmed }: ShopStep & { do: 'order' }): Promise<void> {
    const { body } = await this.ask('POST', '/v1/shipments', {
      body: {
        ...{ reference: `ORD-${this.writes}`, recipient: { name: 'Vera Verhuizer' } },
        ...{ address: ENTRIES[entry], addressConfirmed: isConfirmed },
        customerReference: customerOf(customer),
      },
    });
    if (body.id !== undefined) this.shipmentIds.push(body.id);
  }

  private async check({ customer, entry, isCorrection }: ShopStep & { do: 'check' }): Promise<void> {
    const previousCheckId = isCorrection ? this.latestCheck : null;
    const asked = { address: ENTRIES[entry], customerReference: customerOf(customer), previousCheckId };
    const { body } = await this.ask('POST', '/v1/address-checks', { body: asked });
    this.latestCheck = body.id ?? null;
  }

  private async about(path: string, step: Exclude<ShopStep, { do: 'order' | 'check' }>): Promise<void> {
    switch (step.do) {
      case 'read':
        await this.ask('GET', `${path}${step.what}`);
        return;
      case 'scan': {
        const { code, reason } = step;
        const body = { code, reason, occurredAt: this.clock.now().toISOString() };
        await this.ask('POST', `${path}/events`, { as: 'planner', body });
        return;
      }
      case 'decide':
        return this.decide(path, step);
      case 'cancel':
      case 'correct': {
        const { etag } = await this.ask('GET', path);
        await (step.do === 'cancel'
          ? this.ask('POST', `${path}/cancel`, { etag, body: {} })
          : this.ask('POST', `${path}/corrections`, { ...bySide(step.by), etag, body: proposalOf(step) }));
      }
    }
  }

  private async decide(path: string, { action, entry }: ShopStep & { do: 'decide' }): Promise<void> {
    const { body } = await this.ask('GET', `${path}/corrections`);
    const [latest] = body.corrections ?? [];
    if (latest === undefined) return;
    const bodies = {
      approve: { reason: 'Gebeld', ...(entry === null ? {} : { address: ENTRIES[entry] }) },
      reject: { reason: 'Gebeld' },
      withdraw: undefined,
    };
    const sent = { as: 'supervisor', etag: `"v${latest.version}"`, ...withBody(bodies[action]) };
    await this.ask('POST', `${path}/corrections/${latest.id}/${action}`, sent);
  }

  private async ask(method: string, path: string, { as = this.key, etag, body }: Sent = {}): Promise<Told> {
    const headers: Record<string, string> = { authorization: `Bearer ${as}` };
    if (method === 'POST') headers['idempotency-key'] = this.newKey(as);
    if (etag !== undefined) headers['if-match'] = etag;
    if (body !== undefined) headers['content-type'] = 'application/json';
    const started = performance.now();
    const answer = await this.service.ask(path, {
      method,
      headers,
      ...withBody(body && JSON.stringify(body)),
    });
    const text = await answer.text();
    this.tookMs.push(performance.now() - started);
    const answeredEtag = answer.headers.get('etag') ?? '';
    this.answers.push(
      `${method} ${path} ${answer.status} ${answeredEtag} ${text}`.replace(ULID, this.numbered),
    );
    return { status: answer.status, body: JSON.parse(text) as Told['body'], etag: answeredEtag };
  }

  /** Both shops make up the same keys; one of the carrier's people uses none twice. */
  private newKey(as: string): string {
    const count = this.writes++;
    return as === this.key ? `${this.key.slice(1)}-${count}` : `${this.key}-${count}`;
  }

  private readonly numbered = (id: string): string => {
    const known = this.ids.get(id) ?? `#${this.ids.size + 1}`;
    this.ids.set(id, known);
    return known;
  };
}

function customerOf(customer: number | null): string | null {
  return customer === null ? null : `customer-${customer}`;
}

function bySide(by: 'shop' | 'agent'): Pick<Sent, 'as'> {
  return by === 'agent' ? { as: 'supervisor' } : {};
}

function proposalOf({ entry, isConfirmed }: ShopStep & { do: 'correct' }): object {
  return { address: ENTRIES[entry], source: 'customer', addressConfirmed: isConfirmed };
}

function withBody<Body>(body: Body | undefined): { body?: Body } {
  return body === undefined ? {} : { body };
}
