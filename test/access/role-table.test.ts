import { randomUUID } from 'node:crypto';
import { explainedReasons } from '../../src/checks/reason-pages';
import { migrate } from '../../src/database/migrate';
import { openSqlite } from '../../src/database/sqlite';
import type { Endpoint } from '../../src/http/endpoint';
import type { Ready } from '../support/checklist';
import { OpenapiContract } from '../support/openapi-contract';
import { readyRequests } from '../support/ready-requests';
import { startShipments, type Who } from '../support/shipments-service';
import type { Stage } from '../support/shipments-stage';

/** The device of the driver of the route that is asked for; where none is, of some route. */
const DEVICE = 'device@of@it';

/** Everyone there is, in the order of the table's columns. */
const EVERYONE: readonly Who[] = [
  ...(['nobody', 'owner', 'stranger', 'page', 'tester'] as const),
  ...(['agent', 'colleague', 'supervisor', 'planner'] as const),
  DEVICE,
];

/**
 * Who may do what, each endpoint a row. `+` is let in and served, `401` known to nobody, `403` not allowed, `404` not
 * theirs to see. What is asked of is a shipment of the owner's, or a route, in the agent's depot; the device is that of the
 * route's driver.
 */
const TABLE = `
                             nobody owner stranger page tester agent colleague supervisor planner device
  checkAddress               401    +     +        403  +      403   403       403        403     403
  checkAddressBatch          401    +     +        403  +      403   403       403        403     403
  suggestAddresses           401    +     403      +    +      403   403       403        403     403
  getPostcode                401    +     403      403  +      403   403       403        403     403
  getRegister                401    +     403      403  +      403   403       403        403     403
  createRegisterAmendment    401    +     403      403  403    403   403       403        403     403
  listRegisterAmendments     401    +     403      403  +      403   403       403        403     403
  deleteRegisterAmendment    401    +     403      403  403    403   403       403        403     403
  registerShipment           401    +     +        403  403    403   403       403        403     403
  listShipments              401    +     +        403  403    +     +         +          +       403
  getShipment                401    +     404      403  403    +     404       +          +       403
  changeShipment             401    +     404      403  403    +     404       +          403     403
  releaseShipment            401    +     404      403  403    +     404       +          403     403
  holdShipment               401    403   403      403  403    +     404       +          403     403
  cancelShipment             401    +     404      403  403    +     404       +          403     403
  releaseShipments           401    403   403      403  403    403   403       +          403     403
  recordEvent                401    403   403      403  403    +     404       +          +       403
  listEvents                 401    +     404      403  403    +     404       +          +       403
  listKnownAddresses         401    +     404      403  403    +     404       +          403     403
  proposeCorrection          401    +     404      403  403    +     404       +          403     403
  listCorrections            401    +     404      403  403    +     404       +          403     403
  getCorrection              401    +     404      403  403    +     404       +          403     403
  approveCorrection          401    403   403      403  403    +     404       +          403     403
  rejectCorrection           401    403   403      403  403    +     404       +          403     403
  withdrawCorrection         401    +     404      403  403    +     404       +          403     403
  listOptions                401    403   403      403  403    +     404       +          403     403
  planRoute                  401    403   403      403  403    403   403       403        +       403
  importRoutes               401    403   403      403  403    403   403       403        +       403
  listRoutes                 401    403   403      403  403    +     +         +          +       403
  getRoute                   401    403   403      403  403    +     404       +          +       +
  endRoute                   401    403   403      403  403    +     404       +          +       403
  issueDeviceToken           401    403   403      403  403    +     404       +          +       403
  listDeviceTokens           401    403   403      403  403    +     404       +          +       403
  revokeDeviceToken          401    403   403      403  403    +     404       +          +       403
  listRouteChanges           401    403   403      403  403    +     404       +          +       +
  followRoute                401    403   403      403  403    +     404       +          +       +
  recordDeviceEvents         401    403   403      403  403    403   403       403        403     +
  askQuestion                401    403   403      403  403    +     404       +          403     403
  withdrawQuestion           401    403   403      403  403    +     404       +          403     403
  listAlerts                 401    403   403      403  403    +     +         +          403     403
  closeAlert                 401    403   403      403  403    +     404       +          403     403
  getLiveness                +      +     +        +    +      +     +         +          +       +
  getReadiness               +      +     +        +    +      +     +         +          +       +
  getOpenapi                 +      +     +        +    +      +     +         +          +       +
  showHome                   +      +     +        +    +      +     +         +          +       +
  showReference              +      +     +        +    +      +     +         +          +       +
  showAsset                  +      +     +        +    +      +     +         +          +       +
  showDriverPage               +      +     +        +    +      +     +         +          +       +
  showDriverWorker             +      +     +        +    +      +     +         +          +       +
  showDriverManifest           +      +     +        +    +      +     +         +          +       +
  showDriverAsset              +      +     +        +    +      +     +         +          +       +
  showDeskAsset              +      +     +        +    +      +     +         +          +       +
  showDocsProblems           +      +     +        +    +      +     +         +          +       +
  showDocsProblemsOne        +      +     +        +    +      +     +         +          +       +
  showDocsReasonCodes        +      +     +        +    +      +     +         +          +       +
  showDocsReasonCodesOne     +      +     +        +    +      +     +         +          +       +
`;

const [columns = [], ...rows] = TABLE.trim()
  .split('\n')
  .map((line) => line.trim().split(/ +/));
const cells = rows.flatMap(([operationId = '', ...expected]) =>
  expected.map((cell, column) => [EVERYONE[column] ?? 'nobody', operationId, cell] as const),
);

const stage = {} as Stage;
let documented: ReturnType<OpenapiContract['requests']>;
beforeAll(async () => {
  const database = openSqlite(':memory:');
  await migrate(database);
  const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();
  const service = await startShipments(database, { reasonCodes: explainedReasons });
  documented = new OpenapiContract(service).requests();
  Object.assign(stage, { service, database, inSeconds });
});
afterAll(async () => {
  await stage.service.close();
  await stage.database.destroy();
});

it('has a column for everyone', () => {
  expect(columns).toEqual(EVERYONE.map((who) => who.split('@')[0]));
});

it('has a row for every endpoint that is mounted, and no other; pages have a table of their own', () => {
  const others = stage.service.app.endpoints.filter(({ page }) => page !== true);
  const mounted = others.map(({ operationId }) => operationId);
  expect(rows.map(([operationId]) => operationId).sort()).toEqual([...mounted].sort());
});

it.each(cells)('%s, %s: %s', async (who, operationId, expected) => {
  const sent = await (readyRequests(stage)[operationId]?.() ?? asDocumented(operationId));
  const status = await statusOf(who, operationId, sent);
  expect(status < 400 ? '+' : String(status)).toBe(expected);
});

interface Sent {
  path: string;
  headers: Record<string, string>;
  body?: string;
}

function asDocumented(operationId: string): Sent {
  const request = documented.find(({ title }) => title.startsWith(`${operationId}: `));
  // Pages are not in the description.
  if (request === undefined) return { path: endpointOf(operationId).path, headers: {} };
  const { contentType, headers, body } = request;
  const type: Record<string, string> = contentType === undefined ? {} : { 'content-type': contentType };
  return { path: request.path, headers: { ...headers, ...type }, ...(body !== undefined && { body }) };
}

async function statusOf(who: Who, operationId: string, sent: Ready | Sent): Promise<number> {
  const { method } = endpointOf(operationId);
  const { path, headers, body } = 'headers' in sent ? sent : asSent(sent);
  const bearer = who === DEVICE ? await deviceFor(path) : who;
  const authorization = who === 'nobody' ? '' : `Bearer ${bearer}`;
  const init = { method: method.toUpperCase(), headers: { ...headers, authorization } };
  const answer = await stage.service.ask(path, body === undefined ? init : { ...init, body });
  // Some answers never end.
  await answer.body?.cancel();
  return answer.status;
}

/** A device of the route that a path is of; where it is of none, of no route that is there. */
async function deviceFor(path: string): Promise<Who> {
  const [routeId] = /rte_[0-9A-Z]{26}/.exec(path) ?? [];
  if (routeId === undefined || !(await stage.database('routes').where({ id: routeId }).first()))
    return 'device@rte_x@dev_x';
  const id = routeId.replace('rte', 'dev');
  const times = { created_at: 0, expires_at: 1 };
  await stage
    .database('device_tokens')
    .insert({ id, route_id: routeId, prefix: '', hash: id, ...times, version: 0 });
  return `device@${routeId}@${id}`;
}

function endpointOf(operationId: string): Endpoint {
  return stage.service.app.endpoints.find((one) => one.operationId === operationId)!;
}

function asSent({ path, etag = '', body }: Ready): Sent {
  const headers = { 'idempotency-key': randomUUID(), 'if-match': etag };
  if (body === undefined) return { path, headers };
  return { path, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
