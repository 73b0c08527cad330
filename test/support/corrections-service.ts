import type { AppDependencies } from '../../src/app';
import type { Database } from '../../src/database/open-database';
import {
  addresses,
  type Answer,
  type Order,
  type ShipmentsService,
  type ShownCorrection,
  type ShownShipment,
  startShipments,
  type Who,
} from './shipments-service';
import { type SteeredClock, steeredClock } from './steered-clock';

/** What an answer about a correction holds, a problem included. */
export interface CorrectionOrProblem extends ShownCorrection {
  detail: string;
  errors: { in: string; pointer: string; code: string; message: string }[];
}

export type CorrectionAnswer = Answer<CorrectionOrProblem>;
type Action = 'approve' | 'reject' | 'withdraw';

/** A change that is sent: what it is based on unless said otherwise is how things are now. */
export interface Change {
  etag?: string;
  key?: string;
  language?: 'nl' | 'en';
}

/** The whole service at a time that stands still, and what is done with corrections in a word. */
export interface CorrectionsService extends ShipmentsService {
  database: Database;
  clock: SteeredClock;
  /** An order of the owner's for the depot ZLV, mixed and therefore held, unless said otherwise. */
  ordered(of?: Partial<Order>): Promise<ShownShipment>;
  shipment(id: string): Promise<ShownShipment>;
  propose(who: Who, shipmentId: string, body: object, change?: Change): Promise<CorrectionAnswer>;
  /** Approves, rejects or withdraws. */
  decide(
    who: Who,
    correction: ShownCorrection,
    action: Action,
    change?: Change & { body?: object },
  ): Promise<CorrectionAnswer>;
  correction(one: ShownCorrection): Promise<ShownCorrection>;
  /** A scan a second later, which is what happened last. */
  scan(shipmentId: string, code: string, reason?: string): Promise<ShownShipment>;
}

export async function startCorrections(
  database: Database,
  overrides: Partial<AppDependencies> = {},
): Promise<CorrectionsService> {
  const clock = steeredClock();
  const service = await startShipments(database, { clock, ...overrides });
  const shipment = async (id: string) => (await service.read('supervisor', `/v1/shipments/${id}`)).body;
  const pathOf = ({ shipmentId, id }: ShownCorrection) =>
    `/v1/shipments/${String(shipmentId)}/corrections/${id}`;
  return {
    ...service,
    ...{ database, clock, shipment },
    ordered: async (of = {}) => (await service.order({ address: addresses.mixed, depot: 'ZLV', ...of })).body,
    propose: async (who, id, body, { etag, ...change } = {}) => {
      clock.advance(1_000);
      const basedOn = etag ?? etagOf((await shipment(id)).version);
      return service.write(who, `/v1/shipments/${id}/corrections`, { body, etag: basedOn, ...change });
    },
    decide: async (who, correction, action, { etag, ...change } = {}) => {
      clock.advance(1_000);
      const basedOn = etag ?? etagOf(correction.version);
      return service.write(who, `${pathOf(correction)}/${action}`, { etag: basedOn, ...change });
    },
    correction: async (one) => (await service.read<ShownCorrection>('supervisor', pathOf(one))).body,
    scan: async (id, code, reason) => {
      clock.advance(1_000);
      const body = { code, reason: reason ?? null, occurredAt: clock.now().toISOString() };
      await service.write('planner', `/v1/shipments/${id}/events`, { body });
      return shipment(id);
    },
  };
}

export function etagOf(version: number): string {
  return `"v${version}"`;
}

/** The codes of what a check says. */
export function codesOf({ check }: Pick<ShownCorrection, 'check'>): string[] {
  return (check?.reasons ?? []).map(({ code }) => code);
}

const CHANGED = ['shipments', 'corrections', 'shipment_events', 'audit_entries', 'known_addresses'];

/** Everything that a change could leave behind. */
export async function everything(database: Database): Promise<Record<string, unknown[]>> {
  const tables = await Promise.all(
    CHANGED.map(async (table) => [table, await database(table).orderBy('id')] as const),
  );
  return Object.fromEntries(tables);
}
