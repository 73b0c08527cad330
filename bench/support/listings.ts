import type { Reach, ShipmentFilter } from '../../src/shipments/shipments-store';
import { DAYS, dayOf } from './seed-shipments';

type Filter = Omit<ShipmentFilter, 'limit' | 'beforeId'>;

const today = dayOf(DAYS - 1);
const lastMonth = dayOf(DAYS - 30);

/** Every filter alone, and those that are used together. */
const FILTERS: Readonly<Record<string, Filter>> = {
  everything: {},
  held: { state: 'held' },
  delivered: { state: 'delivered' },
  lost: { state: 'lost' },
  'held by an agent': { holdReason: 'agent' },
  'of today': { promisedOn: today },
  'of a day last month': { promisedOn: lastMonth },
  'of a depot': { depot: 'D3' },
  'by reference': { reference: 'ORD-7919000' },
  'by barcode': { barcode: 'KLPT104729000' },
  'held, of today': { state: 'held', promisedOn: today },
  'delivered, of a day last month': { state: 'delivered', promisedOn: lastMonth },
  'held by an agent, of today': { holdReason: 'agent', promisedOn: today },
  'held, of a depot': { state: 'held', depot: 'D3' },
  'of a depot, of today': { depot: 'D3', promisedOn: today },
};

const REACHES: Readonly<Record<string, Reach>> = {
  'a large shop': { shopId: 'shp_0' },
  'a small shop': { shopId: 'shp_42' },
  'an agent of a depot': { depot: 'D3' },
  'a supervisor': {},
};

export interface Listing {
  name: string;
  reach: Reach;
  filter: Filter & { beforeId?: string };
}

/** Everybody's lists: the first page, and one in the middle of all that there is. */
export function listingsAmong(total: number): Listing[] {
  const middle = `snd_${String(Math.floor(total / 2)).padStart(26, '0')}`;
  return Object.entries(REACHES).flatMap(([who, reach]) =>
    Object.entries(FILTERS).flatMap(([what, filter]) => [
      { name: `${who}: ${what}`, reach, filter },
      { name: `${who}: ${what}, deep`, reach, filter: { ...filter, beforeId: middle } },
    ]),
  );
}
