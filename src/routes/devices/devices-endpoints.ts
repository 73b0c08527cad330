import { toString as qrOf } from 'qrcode';
import { type Device, devicesOf, revokeDevice } from '../../access/devices';
import type { Clock } from '../../clock';
import type { Database } from '../../database/open-database';
import { type Endpoint, endpoint, type Examples } from '../../http/endpoint';
import { Problem } from '../../http/problem';
import { reply } from '../../http/reply';
import { deviceList, deviceParams, issuedDevice } from './devices-schemas';
import { routeFor } from '../find-route';
import { handOutDevice } from './hand-out-device';
import { routeParams } from '../routes-schemas';

export interface DevicesDependencies {
  database: Database;
  clock: Clock;
  /** Where the service is reached from outside, as in `https://klopt.example.nl`. */
  publicUrl: string;
}

const tags = ['routes'];
const scopes = ['planning', 'desk'] as const;
const path = '/v1/routes/{routeId}/device-tokens';

/** Hands out, lists and revokes the tokens by which a driver's devices are let in to a route. */
export function devicesEndpoints(dependencies: DevicesDependencies): Endpoint[] {
  return [issueOne(dependencies), listThem(dependencies), revokeOne(dependencies)];
}

function issueOne(dependencies: DevicesDependencies): Endpoint {
  return endpoint({
    method: 'post',
    path,
    operationId: 'issueDeviceToken',
    summary: "Let one more device of a route's driver in",
    description:
      'It sees this route only, until twelve hours after its shift. At most five are active at a time. There is no ' +
      'Idempotency-Key: a token is kept nowhere, so it cannot be told twice. Where the answer was lost, ask for ' +
      'another and revoke the one before.',
    tags,
    scopes,
    request: { params: routeParams },
    responses: { 201: { description: 'Shown once', schema: issuedDevice, examples: issuedExamples } },
    problems: ['not-found', 'conflict'],
    handle: async ({ params }, { caller }) => {
      const { database, clock } = dependencies;
      const route = await routeFor(database, caller, params.routeId);
      const issued = await handOutDevice(dependencies, route, caller.personId, clock.nowMs());
      const { id, expiresAtMs } = issued.stored;
      const { token, url } = issued;
      const qr = await qrOf(url, { type: 'svg' });
      return reply({ id, expiresAt: instantAt(expiresAtMs), ...{ token, url, qr } }, { status: 201 });
    },
  });
}

function listThem({ database }: DevicesDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path,
    operationId: 'listDeviceTokens',
    summary: 'The devices that were let in to a route, the newest first',
    tags,
    scopes,
    request: { params: routeParams },
    responses: { 200: { description: 'Without their tokens', schema: deviceList, examples: listExamples } },
    problems: ['not-found'],
    handle: async ({ params }, { caller }) => {
      const { id } = await routeFor(database, caller, params.routeId);
      return { devices: (await devicesOf(database, id)).map(shownDevice) };
    },
  });
}

function revokeOne({ database, clock }: DevicesDependencies): Endpoint {
  return endpoint({
    method: 'delete',
    path: `${path}/{deviceId}`,
    operationId: 'revokeDeviceToken',
    summary: 'Let a device in no longer, as of a second from now',
    tags,
    scopes,
    request: { params: deviceParams },
    responses: { 204: { description: 'It is revoked' } },
    problems: ['not-found'],
    handle: async ({ params }, { caller }) => {
      const route = await routeFor(database, caller, params.routeId);
      const device = { id: params.deviceId, routeId: route.id };
      const by = { actor: caller.personId, atMs: clock.nowMs() };
      if (!(await revokeDevice(database, device, by))) throw new Problem('not-found');
      return undefined;
    },
  });
}

function shownDevice({ id, prefix, createdAtMs, expiresAtMs, lastUsedAtMs, revokedAtMs }: Device) {
  return {
    ...{ id, prefix },
    createdAt: instantAt(createdAtMs),
    expiresAt: instantAt(expiresAtMs),
    lastUsedAt: lastUsedAtMs === null ? null : instantAt(lastUsedAtMs),
    revokedAt: revokedAtMs === null ? null : instantAt(revokedAtMs),
  };
}

function instantAt(atMs: number): string {
  return new Date(atMs).toISOString();
}

const id = 'dev_01KA2J6W3Z5Y8Q7R9S0T1V2W3X';
const expiresAt = '2026-11-28T04:00:00.000Z';
const token = 'klopt_device_0123456789abcdefghjkmnpqrstvwxyz0000000';
const issuedExamples: Examples = {
  one: {
    summary: 'A device',
    value: {
      ...{ id, expiresAt, token },
      url: `https://klopt.example.nl/driver#rte_01KA2J6W3Z5Y8Q7R9S0T1V2W3X/${token}`,
      qr: '<svg xmlns="http://www.w3.org/2000/svg">…</svg>',
    },
  },
};
const shownExample = {
  ...{ id, expiresAt, prefix: 'klopt_device_012345' },
  createdAt: '2026-11-27T06:30:00.000Z',
  ...{ lastUsedAt: '2026-11-27T07:02:00.000Z', revokedAt: null },
};
const listExamples: Examples = { one: { summary: 'One', value: { devices: [shownExample] } } };
