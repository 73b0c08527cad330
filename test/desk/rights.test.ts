import { migrate } from '../../src/database/migrate';
import { openSqlite } from '../../src/database/sqlite';
import type { Database } from '../../src/database/open-database';
import { formTokenOf } from '../../src/http/pages';
import { BrowserLike, FROM_HERE } from '../support/browser-like';
import { type DrivingService, startDriving } from '../support/driving-service';
import { addPeople } from '../support/people';
import { addresses } from '../support/shipments-service';
import { people } from '../support/start-app';

const EVERYONE = ['nobody', 'agent', 'colleague', 'supervisor', 'lead', 'planner'] as const;
type Who = (typeof EVERYONE)[number];

/**
 * Who may see and do what at the desk, each page and action a row. `+` is let in, `in` is led to where one signs in, `403` not
 * allowed, `404` not theirs to see. What is asked of is a shipment, or the agent, of the agent's depot; the colleague works at another,
 * of which the lead is the supervisor.
 */
const TABLE = `
                      nobody agent colleague supervisor lead planner
  showSignIn          +      +     +         +          +    +
  signIn              +      +     +         +          +    +
  chooseLanguage      +      +     +         +          +    +
  signOut             in     +     +         +          +    403
  showDesk            in     +     +         +          +    403
  showQueue           in     +     +         +          +    403
  searchQueue         in     +     +         +          +    403
  releaseQueued       in     403   403       +          +    403
  showBoard           in     +     +         +          +    403
  followBoard         in     +     +         +          +    403
  showRoute           in     +     404       +          404  403
  followRoutePage     in     +     404       +          404  403
  handOutDevice       in     +     404       +          404  403
  revokeDevice        in     404   404       404        404  403
  showCase            in     +     404       +          404  403
  followQueue         in     +     +         +          +    403
  followCase          in     +     404       +          404  403
  takeCase            in     +     404       +          404  403
  handOverCase        in     +     404       +          404  403
  settleCase          in     +     404       +          404  403
  suggestAtDesk       in     +     +         +          +    403
  checkTyped          in     +     404       +          404  403
  correctCase         in     +     404       +          404  403
  undoCase            in     +     404       +          404  403
  turnDownCase        in     +     404       +          404  403
  askFromCase         in     +     404       +          404  403
  showCode            in     +     +         +          +    403
  giveCode            in     +     +         +          +    403
  showSetUp           in     +     +         +          +    403
  turnOnSecondFactor  in     +     +         +          +    403
  turnOffSecondFactor in     +     +         +          +    403
  showSignOn          404    404   404       404        404  404
  showSignOnCallback  404    404   404       404        404  404
  showAccount         in     +     +         +          +    403
  changePassword      in     +     +         +          +    403
  showUpkeep          in     403   403       +          +    403
  showPeople          in     403   403       +          +    403
  addPerson           in     403   403       +          403  403
  showPerson          in     403   403       +          404  403
  renewPassword       in     403   403       +          404  403
  requireSecondFactor in     403   403       +          404  403
  resetSecondFactor   in     403   403       +          404  403
  linkAccount         in     403   403       +          404  403
  unlinkAccount       in     403   403       +          404  403
  addPersonToken      in     403   403       +          404  403
  revokePersonToken   in     403   403       +          404  403
  endPerson           in     403   403       +          404  403
  showShops           in     403   403       +          403  403
  addShop             in     403   403       +          403  403
  showShop            in     403   403       +          403  403
  addShopKey          in     403   403       +          403  403
  revokeShopKey       in     403   403       +          403  403
  showAmendments      in     403   403       +          +    403
  addAmendment        in     403   403       +          +    403
  withdrawAmendment   in     403   403       +          +    403
  showAudit           in     403   403       +          403  403
  verifyAudit         in     403   403       +          403  403
`;

const [columns = [], ...rows] = TABLE.trim()
  .split('\n')
  .map((line) => line.trim().split(/ +/));
const cells = rows.flatMap(([operationId = '', ...expected]) =>
  expected.map((cell, column) => [EVERYONE[column] ?? 'nobody', operationId, cell] as const),
);

let database: Database;
let service: DrivingService;
let forms: Record<string, Record<string, string>>;
let ids: Record<string, string>;
beforeAll(async () => {
  database = openSqlite(':memory:');
  await migrate(database);
  await addPeople(database, people);
  service = await startDriving(database);
  const parcel = (await service.order({ address: addresses.old, depot: 'ZLV' })).body;
  const { route } = await service.underWay(['farAway', parcel, 'elsewhere']);
  const { body: of } = await service.propose('agent', parcel.id, { address: addresses.mixed });
  ids = {
    shipmentId: parcel.id,
    routeId: route.id,
    personId: 'per_agent',
    tokenId: 'tok_agent',
    shopId: 'shp_owner',
    keyId: 'key_tester',
    amendmentId: 'amd_none',
  };
  const key = 'key-of-a-form-0000';
  const correction = { correctionId: of.id, correctionVersion: '999' };
  forms = {
    signIn: { name: 'nobody', password: 'at all' },
    chooseLanguage: { language: 'nl' },
    searchQueue: { text: 'Vera' },
    releaseQueued: { key: 'key-of-a-form-0001', shipmentIds: 'snd_none', reason: 'vals alarm' },
    settleCase: { key, shipmentVersion: '999', ...correction },
    correctCase: { key, shipmentVersion: '999', 'address.street': 'Lindelaan' },
    handOverCase: { from: '', to: 'per_agent' },
    suggestAtDesk: { text: 'linde' },
    checkTyped: { 'address.street': 'Lindelaan' },
    revokeDevice: { deviceId: 'dev_none' },
    undoCase: { key, ...correction },
    turnDownCase: { key, ...correction, reason: 'nee' },
    giveCode: { code: '000000' },
    turnOnSecondFactor: { code: '000000' },
    turnOffSecondFactor: { code: '000000' },
    changePassword: { present: 'no', password: 'nor this', again: 'at all' },
    askFromCase: { key, routeId: route.id, text: 'Kan dat?' },
    addAmendment: { key, 'amendment.kind': 'number' },
    addShop: { shopName: 'Voorbeeld', kind: 'secret', mode: 'live' },
    addShopKey: { kind: 'secret', mode: 'live' },
    requireSecondFactor: { required: 'yes' },
    linkAccount: { account: 'noor@example.nl' },
    addPerson: { role: 'agent', name: 'Bram', depot: 'ZLV' },
  };
});
afterAll(async () => {
  await service.close();
  await database.destroy();
});

const pages = () => service.app.endpoints.filter(({ page }) => page === true);
const pageOf = (operationId: string) => {
  const found = pages().find((one) => one.operationId === operationId);
  if (found === undefined) throw new Error(`There is no page ${operationId}`);
  return {
    method: found.method,
    path: found.path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? ''),
  };
};

function ask(who: Who, operationId: string, headers: Record<string, string> = FROM_HERE, token?: string) {
  const browser = new BrowserLike(service);
  browser.setCookie('klopt_session', who);
  const { method, path } = pageOf(operationId);
  if (method === 'get') return browser.get(operationId.startsWith('follow') ? `${path}?mark=seen` : path);
  return browser.post(path, { ...forms[operationId], formToken: token ?? formTokenOf(who) }, headers);
}

type Answer = Awaited<ReturnType<typeof ask>>;

function shown(answer: Answer, operationId: string): string {
  const { status } = answer;
  if (isLedToSignIn(answer, operationId)) return 'in';
  return status === 403 || status === 404 || status >= 500 ? String(status) : '+';
}

function isLedToSignIn({ status, location, text }: Answer, operationId: string): boolean {
  // What was sent is kept by the page where one signs in.
  if (status === 401) return text.includes('name="kept"');
  // Who may not sign out has nowhere to sign out from.
  return location?.startsWith(operationId === 'signOut' ? '/desk/sign-in?' : '/desk/sign-in') === true;
}

it('has a column for everyone and a row for every page and action', () => {
  expect(columns).toEqual(EVERYONE);
  const mounted = pages().map(({ operationId }) => operationId);
  expect(rows.map(([operationId]) => operationId).sort()).toEqual(mounted.sort());
});

it.each(cells)('%s, %s: %s', async (who, operationId, expected) => {
  expect(shown(await ask(who, operationId), operationId)).toBe(expected);
});

describe.each([
  ['another site', { 'sec-fetch-site': 'cross-site' }, undefined],
  ['a neighbouring site', { 'sec-fetch-site': 'same-site' }, undefined],
  ['another origin', { origin: 'https://evil.example' }, undefined],
  ['a program that does not say', {}, undefined],
  ['this site without its token', FROM_HERE, ''],
  ["this site with another session's token", FROM_HERE, formTokenOf('supervisor')],
])('a form of %s', (_, headers, token) => {
  const unsafe = cells.filter(
    ([who, operationId]) => who === 'agent' && !/^(?:show|follow)/.test(operationId),
  );

  it.each(unsafe)('is refused: %s, %s', async (who, operationId) => {
    expect((await ask(who, operationId, headers, token)).status).toBe(403);
  });
});
