import { dialectOf } from '../../src/database/dialect';
import type { Database } from '../../src/database/open-database';

export const SHOPS = 200;
export const DEPOTS = 20;
export const DAYS = 200;
/** A statement may take PostgreSQL ten seconds. */
const PORTION = 20_000;

/** The number of a row as the last part of its id: as long as others, and before all of them. */
const ID = { sqlite: "printf('%026d', n)", postgres: "lpad(n::text, 26, '0')" };
const NUMBERS = {
  sqlite:
    'WITH RECURSIVE numbers(n) AS (SELECT CAST(? AS integer) UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)',
  postgres: 'WITH numbers(n) AS (SELECT generate_series(?::bigint, ?::bigint))',
};

/** Shop 0 has a third of all; the others share the rest. A fifth has no depot yet. */
const SHOP = `'shp_' || (CASE WHEN n % 3 = 0 THEN 0 ELSE (n / 7) % ${SHOPS} END)`;
const DEPOT = `CASE WHEN n % 5 = 0 THEN NULL ELSE 'D' || ((n / 11) % ${DEPOTS}) END`;

/** Of the last thirtieth most are on their way; of the others nearly all have arrived. */
const stateAmong = (total: number) => `CASE
  WHEN n % 20011 = 0 THEN 'lost'
  WHEN n > ${Math.floor((total * 29) / 30)} THEN CASE n % 6 WHEN 0 THEN 'held' WHEN 1 THEN 'released'
    WHEN 2 THEN 'in_transit' WHEN 3 THEN 'at_depot' ELSE 'out_for_delivery' END
  WHEN n % 40 = 0 THEN 'returned' WHEN n % 90 = 0 THEN 'cancelled' ELSE 'delivered' END`;
const dayAmong = (total: number) =>
  `(SELECT day FROM bench_days WHERE number = ((n - 1) / ${Math.ceil(total / DAYS)}))`;

const ENTRY = '{"street":"Lindelaan","houseNumber":12,"postcode":"8962 KL","city":"Zilverwaard"}';
const ADDRESS =
  '{"street":"Lindelaan","houseNumber":12,"houseNumberAddition":null,"postcode":"8962KL","city":"Zilverwaard","country":"NL"}';
const ANSWER = `{"id":"chk_1","verdict":"accept","status":"verified","address":${ADDRESS},"reasons":[],"diagnosis":{"kind":"none","stale":[],"confidence":"high","evidence":[]},"candidates":[],"reference":{"register":"BAG","edition":"2026-11-08"},"previousCheckId":null}`;

/** What one shipment is kept as, a SELECT for each table. */
function rowsAmong(total: number, id: string): Record<string, string> {
  const [state, day] = [stateAmong(total), dayAmong(total)];
  return {
    'addresses (id, shipment_id, street, house_number, postcode, city, country)': `'adr_' || ${id}, 'snd_' || ${id}, 'Lindelaan', 12, '8962KL', 'Zilverwaard', 'NL'`,
    [`shipments (id, shop_id, reference, barcode, version, state, state_at, hold_reason, recipient_name, recipient_language,
      customer, depot, promised_on, entry, is_confirmed, has_left, address_id, check_id, created_at, updated_at)`]:
      `'snd_' || ${id}, ${SHOP}, 'ORD-' || (n * 7919), 'KLPT' || (n * 104729), 1, ${state}, n,
      CASE WHEN ${state} = 'held' THEN CASE WHEN n % 4 = 0 THEN 'agent' ELSE 'check_fix' END END, 'Vera Verhuizer', 'nl',
      'customer ' || (n % 300000), ${DEPOT}, ${day}, '${ENTRY}', 0, CASE WHEN ${state} IN ('held', 'released', 'cancelled') THEN 0 ELSE 1 END, 'adr_' || ${id}, 'chk_' || ${id}, n, n`,
    'shipment_checks (id, shipment_id, at, entry, answer)': `'chk_' || ${id}, 'snd_' || ${id}, n, '${ENTRY}', '${ANSWER}'`,
    'shipment_events (id, shipment_id, code, effect, state, actor, occurred_at, received_at)': `'evt_' || ${id}, 'snd_' || ${id}, 'registered', 'applied', 'released', 'key_bench', n, n`,
    'known_addresses (id, shop_id, customer, occasion, cause, at, street, house_number, postcode, city)': `'kno_' || ${id}, ${SHOP}, 'customer ' || (n % 300000), 'ordered', 'snd_' || ${id}, n, 'Lindelaan', 12, '8962KL', 'Zilverwaard'`,
    'audit_entries (id, at, actor, action, subject, details)': `'aud_' || ${id}, n, 'key_bench', 'shipment.registered', 'snd_' || ${id}, '{"state":"released","verdict":"accept"}'`,
    'idempotency_keys (owner, key, fingerprint, subject, result, created_at)': `${SHOP}, 'key ' || n, 'f', 'snd_' || ${id}, '{"id":"snd"}', n`,
  };
}

/** Fills a migrated database as if so many shipments had been registered over the last days. */
export async function seedShipments(database: Database, total: number): Promise<void> {
  const dialect = dialectOf(database);
  await seedWhatTheyReferTo(database);
  for (let from = 1; from <= total; from += PORTION) {
    const to = Math.min(total, from + PORTION - 1);
    await database.transaction(async (trx) => {
      for (const [into, picks] of Object.entries(rowsAmong(total, ID[dialect])))
        await trx.raw(inserting(dialect, into, picks), [from, to]);
    });
  }
  // As PostgreSQL does by itself in time; of SQLite nobody asks it.
  if (dialect === 'postgres')
    for (const into of Object.keys(rowsAmong(total, '')))
      await database.raw(`VACUUM ANALYZE ${into.split(' ')[0] ?? ''}`);
}

/** SQLite wants the numbers before INSERT as PostgreSQL allows them there too. */
function inserting(dialect: 'sqlite' | 'postgres', into: string, picks: string): string {
  return `${NUMBERS[dialect]} INSERT INTO ${into} SELECT ${picks} FROM numbers`;
}

async function seedWhatTheyReferTo(database: Database): Promise<void> {
  const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);
  await database.schema.createTable('bench_days', (table) => {
    table.integer('number').primary();
    table.text('day').notNullable();
  });
  const days = numbers(DAYS + 1).map((number) => ({ number, day: dayOf(number) }));
  const shops = numbers(SHOPS).map((n) => ({ id: `shp_${n}`, name: `Shop ${n}`, created_at: 0 }));
  const depots = numbers(DEPOTS).map((n) => ({ code: `D${n}`, name: `Depot ${n}`, created_at: 0 }));
  await database.batchInsert('bench_days', days, 100);
  await database.batchInsert('shops', shops, 100);
  await database.batchInsert('depots', depots, 100);
}

/** The day of that number, the last of which is the latest. */
export function dayOf(number: number): string {
  return new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10);
}
