import { deskPeople } from '../access/desk-people';
import { shopNames } from '../access/shop-names';
import type { Database } from '../database/open-database';
import type { PersonCaller } from '../http/caller';
import { type ShipmentLine, shipmentLines } from '../shipments/queued-shipments';
import {
  countsOf,
  facetsOf,
  narrowed,
  type QueueCounts,
  type QueueFilter,
  type RankedItem,
  within,
} from './queue';
import type { OpenItem, Taking } from './queue-item';
import { matcherOf, streetLineOf } from './queue-search';
import { type QueueDependencies, readWholeQueue, type ReadWholeQueue, type WholeQueue } from './whole-queue';

/** How many items a page of the queue has. */
export const QUEUE_PAGE = 50;

export interface QueueRequest extends Omit<QueueFilter, 'takenBy'> {
  caller: PersonCaller;
  /** Only what the caller has taken. */
  isMine?: boolean | undefined;
  /** A reference, barcode, name, postcode or street with number, or a part of one. */
  text?: string | undefined;
  /** From 1, which it is where absent. */
  page?: number | undefined;
}

/** Who has taken a case, by name. */
export interface Taken extends Taking {
  name: string;
}

/** One item as it is shown. Times are milliseconds since 1970. */
export interface QueueItem extends Omit<RankedItem, 'taken'> {
  taken: Taken | null;
  /** Who has its page open now, by name. */
  lookers: string[];
  /** null where it is about no shipment. */
  shipment: {
    reference: string;
    barcode: string;
    recipientName: string;
    /** Street and number, and city, as they were typed. */
    streetLine: string;
    city: string;
    shopName: string;
  } | null;
}

export interface QueuePage {
  items: QueueItem[];
  /** Over what is of the depot and the shop that are asked for. */
  counts: QueueCounts;
  /** How many items there are on all pages together. */
  total: number;
  page: number;
  pages: number;
  /** Of the whole queue, whatever is asked for. */
  depots: string[];
  shops: { id: string; name: string }[];
  /** Another text as soon as anything of the whole queue is other than it is. */
  mark: string;
}

/**
 * The agents' queue: everything that waits for somebody within the caller's reach, the least time left until today's last chance
 * first; someone of a depot sees what is of that depot and of none yet. Filters go together. A page beyond the last is the last.
 */
export async function readQueue(
  dependencies: QueueDependencies,
  { caller, isMine = false, text = '', page: asked = 1, ...filter }: QueueRequest,
  readWhole: ReadWholeQueue = (who) => readWholeQueue(dependencies, who),
): Promise<QueuePage> {
  const { database } = dependencies;
  const { items, lookers, mark, rank } = await readWhole(caller);
  const inView = within(items, filter);
  const takenBy = isMine ? caller.personId : undefined;
  const found = await matching(database, narrowed(inView, { ...filter, takenBy }), text.trim());
  const ranked = await rank(found);
  const pages = Math.max(1, Math.ceil(ranked.length / QUEUE_PAGE));
  const page = Math.min(Math.max(1, asked), pages);
  return {
    items: await shown(database, {
      items: ranked.slice((page - 1) * QUEUE_PAGE, page * QUEUE_PAGE),
      lookers,
    }),
    counts: countsOf(inView, caller.personId),
    ...{ total: ranked.length, page, pages, mark },
    ...(await facets(database, items)),
  };
}

async function facets(
  database: Database,
  items: readonly OpenItem[],
): Promise<Pick<QueuePage, 'depots' | 'shops'>> {
  const { depots, shopIds } = facetsOf(items);
  const names = await shopNames(database);
  const shops = shopIds.map((id) => ({ id, name: names.get(id) ?? id }));
  return { depots, shops: shops.sort((one, other) => one.name.localeCompare(other.name, 'nl')) };
}

async function matching(database: Database, items: OpenItem[], text: string): Promise<OpenItem[]> {
  if (text === '') return items;
  const lines = await shipmentLines(database, shipmentIdsOf(items));
  const isMeant = matcherOf(text);
  return items.filter(({ id }) => {
    const line = lines.get(id);
    return line !== undefined && isMeant(line);
  });
}

async function shown(
  database: Database,
  { items, lookers }: { items: readonly RankedItem[]; lookers: WholeQueue['lookers'] },
): Promise<QueueItem[]> {
  const [lines, shops, people] = await Promise.all([
    shipmentLines(database, shipmentIdsOf(items)),
    shopNames(database),
    deskPeople(database),
  ]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return items.map((item) => {
    const { taken, shopId } = item;
    const line = lines.get(item.id);
    return {
      ...item,
      taken: taken === null ? null : { ...taken, name: names.get(taken.personId) ?? '' },
      lookers: lookers
        .filter(({ shipmentId }) => shipmentId === item.shipmentId)
        .map(({ personId }) => names.get(personId) ?? ''),
      shipment: line === undefined ? null : shownLine(line, shops.get(shopId ?? '') ?? ''),
    };
  });
}

function shownLine(
  { reference, barcode, recipientName, entry }: ShipmentLine,
  shopName: string,
): QueueItem['shipment'] {
  const address = { streetLine: streetLineOf(entry), city: entry.city ?? '' };
  return { ...{ reference, barcode, recipientName, shopName }, ...address };
}

function shipmentIdsOf(items: readonly OpenItem[]): string[] {
  return items.map(({ shipmentId }) => shipmentId).filter((id) => id !== null);
}
