import { randomUUID } from 'node:crypto';
import { explainedReasons } from '../../src/checks/reason-pages';
import { migrate } from '../../src/database/migrate';
import { openSqlite } from '../../src/database/sqlite';
import type { Endpoint } from '../../src/http/endpoint';
import { newNumber } from '../support/amendments-service';
import type { Ready } from '../support/checklist';
import { heldToConfirm, heldToFix, pathOf, ready, released } from '../support/held-and-released';
import { OpenapiContract } from '../support/openapi-contract';
import {
  addresses,
  anOrder,
  type ShownCorrection,
  startShipments,
  type Who,
} from '../support/shipments-service';
import type { Stage } from '../support/shipments-stage';

/** Everyone there is, in the order of the table's columns. */
const EVERYONE: readonly Who[] = [
  ...(['nobody', 'owner', 'stranger', 'page', 'tester'] as const),
  ...(['agent', 'colleague', 'supervisor', 'planner'] as const),
];

/**
 * Who may do what, each endpoint a row. `+` is let in and served, `401` known to nobody, `403` not allowed, `404` not
 * theirs to see. What is asked of is a shipment of the owner's in the agent's depot.
 */
const TABLE = `
                             nobody owner stranger page tester agent colleague supervisor planner
  checkAddress               401    +     +        403  +      403   403       403        403
  checkAddressBatch          401    +     +        403  +      403   403       403        403
  suggestAddresses           401    +     403      +    +      403   403       403        403
  getPostcode                401    +     403      403  +      403   403       403        403
  getRegister                401    +     403      403  +      403   403       403        403
  createRegisterAmendment    401    +     403      403  403    403   403       403        403
  listRegisterAmendments     401    +     403      403  +      403   403       403        403
  deleteRegisterAmendment    401    +     403      403  403    403   403       403        403
  registerShipment           401    +     +        403  403    403   403       403        403
  listShipments              401    +     +        403  403    +     +         +          +
  getShipment                401    +     404      403  403    +     404       +          +
  changeShipment             401    +     404      403  403    +     404       +          403
  releaseShipment            401    +     404      403  403    +     404       +          403
  holdShipment               401    403   403      403  403    +     404       +          403
  cancelShipment             401    +     404      403  403    +     404       +          403
  releaseShipments           401    403   403      403  403    403   403       +          403
  recordEvent                401    403   403      403  403    +     404       +          +
  listEvents                 401    +     404      403  403    +     404       +          +
  listKnownAddresses         401    +     404      403  403    +     404       +          403
  proposeCorrection          401    +     404      403  403    +     404       +          403
  listCorrections            401    +     404      403  403    +     404       +          403
  getCorrection              401    +     404      403  403    +     404       +          403
  approveCorrection          401    403   403      403  403    +     404       +          403
  rejectCorrection           401    403   403      403  403    +     404       +          403
  withdrawCorrection         401    +     404      403  403    +     404       +          403
  getLiveness                +      +     +        +    +      +     +         +          +
  getReadiness               +      +     +        +    +      +     +         +          +
  getOpenapi                 +      +     +        +    +      +     +         +          +
  showHome                   +      +     +        +    +      +     +         +          +
  showReference              +      +     +        +    +      +     +         +          +
  showAsset                  +      +     +        +    +      +     +         +          +
  showDriverPage             +      +     +        +    +      +     +         +          +
  showDriverWorker           +      +     +        +    +      +     +         +          +
  showDriverManifest         +      +     +        +    +      +     +         +          +
  showDriverAsset            +      +     +        +    +      +     +         +          +
  showDocsProblems           +      +     +        +    +      +     +         +          +
  showDocsProblemsOne        +      +     +        +    +      +     +         +          +
  showDocsReasonCodes        +      +     +        +    +      +     +         +          +
  showDocsReasonCodesOne     +      +     +        +    +      +     +         +          +
`;

const [columns = [], ...rows] = TABLE.trim()
  .split('\n')
  .map((line) => line.trim().split(/ +/));
const cells = rows.flatMap(([operationId = '', ...expected]) =>
  expected.map((cell, column) => [columns[column] as Who, operationId, cell] as const),
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
  expect(columns).toEqual(EVERYONE);
});

it('has a row for every endpoint that is mounted, and no other', () => {
  const mounted = stage.service.app.endpoints.map(({ operationId }) => operationId);
  expect(rows.map(([operationId]) => operationId).sort()).toEqual([...mounted].sort());
});

it.each(cells)('%s, %s: %s', async (who, operationId, expected) => {
  const sent = await (READY[operationId]?.() ?? asDocumented(operationId));
  const status = await statusOf(who, operationId, sent);
  expect(status < 400 ? '+' : String(status)).toBe(expected);
});

/** Requests that work, of what must be there first. All others are sent as they are documented. */
const READY: Record<string, () => Promise<Ready>> = {
  createRegisterAmendment: () => Promise.resolve({ path: amendments, body: anAmendment() }),
  deleteRegisterAmendment: async () => {
    const { body } = await stage.service.write<{ id: string }>('owner', amendments, { body: anAmendment() });
    return { path: `${amendments}/${body.id}` };
  },
  registerShipment: () => Promise.resolve({ path: '/v1/shipments', body: { ...anOrder() } }),
  listShipments: () => Promise.resolve({ path: '/v1/shipments' }),
  getShipment: () => ready(released(stage), ''),
  changeShipment: () => ready(released(stage), '', { driverNote: 'Achterom' }),
  releaseShipment: () => ready(heldToConfirm(stage), '/release', { addressConfirmed: true, reason }),
  holdShipment: () => ready(released(stage), '/hold', { reason }),
  cancelShipment: () => ready(released(stage), '/cancel', {}),
  releaseShipments: async () => {
    const { body } = await heldToFix(stage);
    return { path: '/v1/shipment-releases', body: { shipmentIds: [body.id], reason } };
  },
  recordEvent: () => ready(released(stage), '/events', { code: 'collected', occurredAt: stage.inSeconds(1) }),
  listEvents: () => ready(released(stage), '/events'),
  listKnownAddresses: () => ready(released(stage), '/known-addresses'),
  proposeCorrection: () => ready(heldToFix(stage), '/corrections', { address: addresses.right }),
  listCorrections: () => ready(heldToFix(stage), '/corrections'),
  getCorrection: () => correction(''),
  approveCorrection: () => correction('/approve', { address: addresses.right }),
  rejectCorrection: () => correction('/reject', { reason }),
  withdrawCorrection: () => correction('/withdraw'),
  showAsset: () => Promise.resolve({ path: '/docs/assets/docs.css' }),
  showDriverAsset: async () => {
    const page = await (await stage.service.ask('/driver')).text();
    return { path: String(/\/driver\/assets\/[^"]+/.exec(page)) };
  },
  showDocsProblemsOne: () => Promise.resolve({ path: '/docs/problems/conflict' }),
  showDocsReasonCodesOne: () => Promise.resolve({ path: '/docs/reason-codes/PO_BOX' }),
};

const amendments = '/v1/register-amendments';
const reason = 'Klant belt';
let houseNumber = 1_000;

function anAmendment(): Record<string, unknown> {
  houseNumber += 1;
  return { ...newNumber, houseNumber, expiresAt: stage.inSeconds(86_400) };
}

/** A correction of the owner's that is blocked. */
async function correction(of: string, body?: Record<string, unknown>): Promise<Ready> {
  const shipment = await heldToFix(stage);
  const proposal = { body: { address: addresses.mixedAgain }, etag: shipment.etag };
  const path = pathOf(shipment, '/corrections');
  const made = await stage.service.write<ShownCorrection>('owner', path, proposal);
  return { path: `${path}/${made.body.id}${of}`, etag: made.etag, ...(body && { body }) };
}

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
  const authorization = who === 'nobody' ? '' : `Bearer ${who}`;
  const init = { method: method.toUpperCase(), headers: { ...headers, authorization } };
  const answer = await stage.service.ask(path, body === undefined ? init : { ...init, body });
  await answer.arrayBuffer();
  return answer.status;
}

function endpointOf(operationId: string): Endpoint {
  return stage.service.app.endpoints.find((one) => one.operationId === operationId)!;
}

function asSent({ path, etag = '', body }: Ready): Sent {
  const headers = { 'idempotency-key': randomUUID(), 'if-match': etag };
  if (body === undefined) return { path, headers };
  return { path, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
