import { assetPath } from '../../src/desk/assets';
import { randomUUID } from 'node:crypto';
import { newNumber } from './amendments-service';
import type { Ready } from './checklist';
import { heldToConfirm, heldToFix, pathOf, ready, released } from './held-and-released';
import { amsterdamDay } from '../../src/routes/planning/windows';
import { aPlan, type Plan } from './routes-service';
import { addresses, anOrder, type ShownCorrection } from './shipments-service';
import type { Stage } from './shipments-stage';

const amendments = '/v1/register-amendments';
const reason = 'Klant belt';
let houseNumber = 1_000;

/** Requests that work, by their operation, of what must be there first, which each of them makes. */
export function readyRequests(stage: Stage): Readonly<Record<string, () => Promise<Ready>>> {
  return {
    createRegisterAmendment: () => Promise.resolve({ path: amendments, body: anAmendment() }),
    deleteRegisterAmendment: async () => {
      const { body } = await stage.service.write<{ id: string }>('owner', amendments, {
        body: anAmendment(),
      });
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
    recordEvent: () =>
      ready(released(stage), '/events', { code: 'collected', occurredAt: stage.inSeconds(1) }),
    listEvents: () => ready(released(stage), '/events'),
    listKnownAddresses: () => ready(released(stage), '/known-addresses'),
    proposeCorrection: () => ready(heldToFix(stage), '/corrections', { address: addresses.right }),
    listCorrections: () => ready(heldToFix(stage), '/corrections'),
    getCorrection: () => correction(''),
    approveCorrection: () => correction('/approve', { address: addresses.right }),
    rejectCorrection: () => correction('/reject', { reason }),
    withdrawCorrection: () => correction('/withdraw'),
    listOptions: async () => {
      const { path, etag = '' } = await correction('');
      return { path: `${path}/options?candidate=0`, etag };
    },
    planRoute: async () => ({ path: '/v1/routes', body: { ...(await plan()) } }),
    listRoutes: () => Promise.resolve({ path: '/v1/routes' }),
    getRoute: () => route(''),
    endRoute: () => route('/end'),
    issueDeviceToken: () => route('/device-tokens'),
    listDeviceTokens: () => route('/device-tokens'),
    revokeDeviceToken: async () => {
      const { path } = await route('/device-tokens');
      const { body } = await stage.service.write<{ id: string }>('planner', path);
      return { path: `${path}/${body.id}` };
    },
    listRouteChanges: () => route('/changes'),
    followRoute: () => route('/stream'),
    recordDeviceEvents: async () => {
      const event = { deviceSeq: 1, kind: 'ended', occurredAt: stage.inSeconds(0) };
      return { ...(await route('/device-events')), body: { events: [event] } };
    },
    askQuestion: () => route('/questions', { text: 'Lukt het voor 14:30?' }),
    withdrawQuestion: async () => {
      const { path } = await route('');
      const asked = { body: { text: 'Lukt het voor 14:30?' } };
      const { body } = await stage.service.write<{ id: string }>('agent', `${path}/questions`, asked);
      return { path: `${path}/instructions/${body.id}/withdraw` };
    },
    listAlerts: () => Promise.resolve({ path: '/v1/alerts' }),
    closeAlert: async () => {
      const id = `alt_${randomUUID()}`;
      const alert = { id, kind: 'not_acknowledged', depot: 'ZLV', subject: id, raised_at: 0 };
      await stage.database('alerts').insert(alert);
      return { path: `/v1/alerts/${id}/close` };
    },
    showAsset: () => Promise.resolve({ path: '/docs/assets/docs.css' }),
    showDriverAsset: async () => {
      const html = await (await stage.service.ask('/driver')).text();
      return { path: /\/driver\/assets\/[^"]+/.exec(html)?.[0] ?? '' };
    },
    showDeskAsset: () => Promise.resolve({ path: assetPath('desk.css') }),
    showDocsProblemsOne: () => Promise.resolve({ path: '/docs/problems/conflict' }),
    showDocsReasonCodesOne: () => Promise.resolve({ path: '/docs/reason-codes/PO_BOX' }),
  };

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

  async function plan(): Promise<Plan> {
    const startsAt = stage.inSeconds(3_600);
    const times = { day: amsterdamDay(Date.parse(startsAt)), startsAt, endsAt: stage.inSeconds(8 * 3_600) };
    return aPlan([{ shipments: [(await released(stage)).body.id] }], times);
  }

  /** A route of the agent's depot. */
  async function route(of: string, body?: Record<string, unknown>): Promise<Ready> {
    const made = await stage.service.write<{ id: string }>('planner', '/v1/routes', { body: await plan() });
    return { path: `/v1/routes/${made.body.id}${of}`, etag: made.etag, ...(body && { body }) };
  }
}
