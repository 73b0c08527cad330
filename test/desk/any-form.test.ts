import fc from 'fast-check';
import { formTokenOf } from '../../src/http/pages';
import { BrowserLike } from '../support/browser-like';
import { onEveryDatabaseTogether } from '../support/databases';
import { type DrivingService, startDriving } from '../support/driving-service';
import { addPeople } from '../support/people';
import { addresses } from '../support/shipments-service';
import { people } from '../support/start-app';

const NAMES = [
  ...[
    'key',
    'shipmentVersion',
    'correctionId',
    'correctionVersion',
    'candidate',
    'reason',
    'text',
    'routeId',
  ],
  ...[
    'option',
    'option.kind',
    'option.routeVersion',
    'option.routeId',
    'option.depot',
    'option.mayBreakPromises',
  ],
  ...[
    'address',
    'address.street',
    'address.houseNumber',
    'address.postcode',
    'address.city',
    'address.__proto__',
  ],
  ...[
    'depot',
    'shopId',
    'mine',
    'page',
    'name',
    'password',
    'next',
    'language',
    'everywhere',
    'kept',
    'code',
    'present',
    'again',
  ],
  ...[
    'role',
    'ended',
    'day',
    'action',
    'subject',
    'cursor',
    'shopName',
    'required',
    'account',
    'kind',
    'mode',
    'scopes',
    'origins',
  ],
  ...['requestsPerMinute', 'amendment', 'amendment.kind', 'amendment.city', 'amendment.street', 'afterSeq'],
  ...['amendment.postcode', 'amendment.houseNumber', 'amendment.reason', 'amendment.expiresAt', 'afterHash'],
];
const VALUES = [
  ...[
    'same_route',
    'next_day',
    'yes',
    'nl',
    'planner',
    'publishable',
    '2026-02-30',
    '2026-11-27',
    '0',
    '1',
    '-1',
    '1e9',
    '9'.repeat(400),
    '1.5',
    'ZLV',
    '/desk',
    '€\u2028',
  ],
  ...[
    'key-of-a-form-0000',
    'proposed',
    "' OR 1=1 --",
    '\ud83d',
    '<script>',
    '%00',
    '\0',
    '../..',
    '{"path":"/desk/queue","fields":[["text","<script>"]]}',
    'x'.repeat(3_000),
  ],
];

/** What a path names, in the order in which it is known. */
const KNOWN_IN = ['{shipmentId}', '{personId}', '{tokenId}', '{shopId}'];

onEveryDatabaseTogether('a page of the desk', (databases) => {
  let service: DrivingService;
  let known: string[];
  beforeAll(async () => {
    const database = await databases.open();
    await addPeople(database, people);
    service = await startDriving(database);
    const parcel = (await service.order({ address: addresses.old, depot: 'ZLV' })).body;
    const { route } = await service.underWay(['farAway', parcel, 'elsewhere']);
    const { body } = await service.propose('agent', parcel.id, { address: addresses.mixed });
    known = [parcel.id, 'per_agent', 'tok_agent', 'shp_owner', route.id, body.id, '1', '2'];
  });
  afterAll(() => service.close());

  const somebody = (who: string) => {
    const browser = new BrowserLike(service);
    browser.setCookie('klopt_session', who);
    return browser;
  };
  const whose = (path: string) => (path.startsWith('/desk/upkeep') ? 'supervisor' : 'agent');
  const values = () =>
    fc.oneof(fc.constantFrom(...VALUES), fc.constantFrom(...known), fc.string({ maxLength: 40 }));
  const forms = () =>
    fc.dictionary(fc.oneof(fc.constantFrom(...NAMES), fc.string({ maxLength: 12 })), values());
  const pages = (method: string) =>
    service.app.endpoints.filter((one) => one.page === true && one.method === method).map(({ path }) => path);
  const pathOf = (path: string, id: string) =>
    path.replace(/\{\w+\}/g, encodeURIComponent(id.replace(/\p{Surrogate}/gu, '?')));

  const idFor = (path: string) => known[KNOWN_IN.findIndex((one) => path.includes(one))] ?? '';

  it('answers any form in words, and never breaks', async () => {
    const asked = fc.asyncProperty(
      fc.constantFrom(...pages('post')),
      values(),
      forms(),
      async (path, id, form) => {
        const to = pathOf(path, Math.random() < 0.7 ? idFor(path) : id);
        const who = whose(path);
        const { status, text } = await somebody(who).post(to, { ...form, formToken: formTokenOf(who) });
        expect([status < 500, text.includes('<script>')]).toEqual([true, false]);
      },
    );
    await fc.assert(asked, { numRuns: 150 });
  });

  it('answers any question in words, and never breaks', async () => {
    const asked = fc.asyncProperty(
      fc.constantFrom(...pages('get')),
      values(),
      forms(),
      async (path, id, query) => {
        const { status } = await somebody(whose(path)).get(
          `${pathOf(path, id)}?${new URLSearchParams(query).toString()}`,
        );
        expect(status).toBeLessThan(500);
      },
    );
    await fc.assert(asked, { numRuns: 150 });
  });
});
