import { shownInstead } from '../../../src/access/page-ground-pages';
import { sealAudit } from '../../../src/audit/seal-audit';
import { migrate } from '../../../src/database/migrate';
import type { Database } from '../../../src/database/open-database';
import { openSqlite } from '../../../src/database/sqlite';
import { formTokenOf, type PageGround } from '../../../src/http/pages';
import { unlockAudit } from '../audit';
import { BrowserLike } from '../browser-like';
import { etagOf } from '../corrections-service';
import { type DrivingService, startDriving } from '../driving-service';
import { addPeople } from '../people';
import { addresses, type Order, type ShownShipment } from '../shipments-service';
import { people } from '../start-app';

type Who = keyof typeof people;

/** A day at the desk as it may be: people with names, several things that wait, and a van under way. */
export interface ADay {
  service: DrivingService;
  /** What paths name. */
  ids: Readonly<Record<string, string>>;
  /** A shipment that a false alarm holds. */
  held: ShownShipment;
  close(): Promise<void>;
}

const NAMES: Readonly<Record<Who, string>> = {
  agent: 'Noor',
  colleague: 'Daan',
  supervisor: 'Joke',
  lead: 'Kees',
  planner: 'Rittenplanner',
};
/** Of the day on which tests are driven, an hour ahead by the clock of the Netherlands. */
const MORNING_MS = Date.UTC(2026, 0, 5, 7, 45);
const MINUTE_MS = 60_000;
/** In the sample's municipality, as its streets are. */
const START = { start: { lat: 52.4502, lon: 5.3801 } };
const ON_THE_WAY = { lat: 52.4555, lon: 5.362 };

const sessionOf: PageGround['sessionOf'] = (token) => {
  const who = token as Who;
  return Promise.resolve(who in people ? { caller: people[who], name: NAMES[who] } : null);
};

export async function aDay(): Promise<ADay> {
  const database = openSqlite(':memory:');
  await migrate(database);
  await addPeople(database, people);
  const pages = { ...shownInstead({ signOn: null }), sessionOf };
  const service = await startDriving(database, { pages });
  await nameTheCast(database);
  const waiting = await thingsThatWait(service);
  await upkeepOf(service, database);
  const ids = {
    shipmentId: waiting.parcel.id,
    routeId: waiting.routeId,
    personId: 'per_agent',
    shopId: 'shp_owner',
  };
  return {
    ...{ service, ids, held: waiting.held },
    close: async () => {
      await service.close();
      await database.destroy();
    },
  };
}

/** Time passes between them; what waits least long is a mail with a right address. */
async function thingsThatWait(service: DrivingService) {
  const of = (name: string, order: Partial<Order>) =>
    service
      .order({ depot: 'ZLV', recipient: { name, email: 'someone@example.nl' }, ...order })
      .then(({ body }) => body);
  const customerReference = 'vera';
  await of('Vera Verhuizer', { address: addresses.old, depot: undefined, customerReference });
  const parcel = await of('Vera Verhuizer', { address: addresses.mixed, customerReference });
  await service.write('agent', `/v1/shipments/${parcel.id}/release`, {
    etag: etagOf(parcel.version),
    body: { reason: 'Winkel zegt dat het klopt' },
  });
  const failed = await of('Ahmed Yilmaz', { address: addresses.farAway });
  const held = await of('Sanne Bakker', { address: addresses.noSuchNumber });
  service.clock.advance(12 * MINUTE_MS);
  await of('Pieter de Boer', { address: addresses.mixedAgain });
  const parcels = ['farAway', 'elsewhere', parcel, failed, 'right', 'elsewhere'] as const;
  const { route, device } = await service.underWay(parcels, { ...START, reference: 'ZLV-1' });
  const second = { reference: 'ZLV-2', driver: 'Fatima', vehicle: 'V-482-KD' };
  await service.planRoute(['elsewhere', 'farAway', 'right'], { ...START, ...second });
  service.clock.advance(20 * MINUTE_MS);
  const [first, , , fourth] = route.stops;
  await service.report(
    device,
    { kind: 'arrived', stopId: first?.id },
    { kind: 'completed', stopId: first?.id },
  );
  await service.report(device, { kind: 'position', place: ON_THE_WAY });
  await service.report(device, { kind: 'failed', stopId: fourth?.id, reason: 'not_at_home' });
  service.clock.advance(9 * MINUTE_MS);
  await service.propose('agent', parcel.id, { address: addresses.mixedAgain, source: 'email' });
  service.clock.advance(6 * MINUTE_MS);
  const right = await of('Mila Jansen', { address: addresses.noSuchNumber });
  await service.propose('agent', right.id, { address: addresses.right, source: 'email' });
  return { parcel, held, routeId: route.id };
}

async function nameTheCast(database: Database): Promise<void> {
  const since = Date.UTC(2025, 9, 1, 8);
  for (const [who, name] of Object.entries(NAMES))
    await database('people')
      .where({ id: `per_${who}` })
      .update({ name, created_at: since });
  await database('shops').where({ id: 'shp_owner' }).update({ name: 'Bloemen & Zo' });
  await database('depots').where({ code: 'ZLV' }).update({ name: 'Zilverwaard' });
  // Nothing is sealed yet: the seals are of what stands there then.
  await unlockAudit(database);
  await database('audit_entries').where('at', '<', since).update({ at: since });
  const day = { created_at: since, last_used_at: MORNING_MS };
  await database('person_tokens').whereIn('person_id', ['per_agent', 'per_planner', 'per_lead']).update(day);
  await database('api_keys')
    .where({ id: 'key_owner' })
    .update({ ...day, scopes: '["checks","shipments"]' });
}

const UPKEEP = '/desk/upkeep';

/** What supervisors did before. */
async function upkeepOf(service: DrivingService, database: Database): Promise<void> {
  const browser = new BrowserLike(service);
  browser.setCookie('klopt_session', 'supervisor');
  const send = (path: string, form: Record<string, string> = {}) =>
    browser.post(UPKEEP + path, { ...form, formToken: formTokenOf('supervisor') });
  await send('/people', { role: 'agent', name: 'Sem', depot: 'ZLV' });
  await send('/people/per_agent/second-factor', { required: 'yes' });
  await send('/people/per_agent/tokens');
  await send('/people/per_agent/tokens/tok_agent/revoke');
  await send('/shops', {
    shopName: 'Boeken Maar',
    kind: 'publishable',
    mode: 'test',
    origins: 'https://winkel.example',
  });
  await send('/amendments', {
    key: 'key-of-a-form-0000',
    'amendment.kind': 'street',
    'amendment.city': 'Zilverwaard',
    'amendment.street': 'Nieuwe Havenlaan',
    'amendment.postcode': '8963 XA',
    'amendment.reason': 'Opgeleverd op 1 november; nog niet in de BAG',
    'amendment.expiresAt': '2099-01-01',
  });
  await sealAudit(database, { holder: 'test', nowMs: 0 }, 14);
}
