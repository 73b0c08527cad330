import type { Database, Transaction } from '../database/open-database';
import type { StopAddress } from './route';

/** A parcel as a route needs to know it. */
export interface Parcel {
  shipmentId: string;
  /** Where it goes; null where that is the question, and it may not go on a route. */
  address: StopAddress | null;
  /** Whether it may be on a route: not where it is held, or over. */
  mayLeave: boolean;
  /** Its state, in words. */
  state: { nl: string; en: string };
}

export interface WantedParcels {
  depot: string;
  /** Ids of shipments, or barcodes. */
  names: readonly string[];
  /** Within a transaction: whoever else wants to change them waits until it ends. */
  isLocking: boolean;
}

/**
 * Finds the parcels that a plan names by id or barcode, those of one depot and of none yet. Barcodes are a shop's own, so
 * `several` may have one.
 */
export type FindParcels = (
  database: Database,
  wanted: WantedParcels,
) => Promise<ReadonlyMap<string, Parcel | 'several'>>;

/** Parcels that a depot plans, and who does. */
export interface PlannedParcels {
  shipmentIds: readonly string[];
  depot: string;
  actor: string;
}

/**
 * Gives the parcels of no depot among those that a plan names to the depot of its route, within a transaction that has
 * locked them: people of another depot would reach its driver through them.
 */
export type AssignDepot = (trx: Transaction, planned: PlannedParcels, nowMs: number) => Promise<void>;

/** What a driver needs to know of a parcel. */
export interface ParcelDescription {
  shipmentId: string;
  barcode: string;
  /** Its recipient's. */
  name: string;
  /** What the driver is to know. */
  note: string | null;
}

/** Describes the parcels of a route. */
export type DescribeParcels = (
  database: Database,
  shipmentIds: readonly string[],
) => Promise<ParcelDescription[]>;
