import { z } from 'zod';
import { role } from '../checks/checks-schemas';
import type { KnownCustomerAddress } from '../customers/known-address';
import { recallAddresses } from '../customers/remember-address';
import type { Database } from '../database/open-database';
import { type Endpoint, endpoint, type Examples } from '../http/endpoint';
import { shipmentFor } from './find-shipment';
import { shipmentParams } from './shipments-schemas';

const knownAddress = z
  .object({
    street: z.string(),
    houseNumber: z.int(),
    houseNumberAddition: z.union([z.string(), z.null()]),
    postcode: z.union([z.string(), z.null()]),
    city: z.string(),
    role: role.meta({ description: '`current` where a correction said so, `previous` before that.' }),
    occasions: z.array(z.enum(['ordered', 'corrected', 'delivered'])).readonly(),
    firstAt: z.iso.datetime(),
    lastAt: z.iso.datetime(),
  })
  .meta({ id: 'KnownAddress' });

const knownAddressList = z
  .object({ knownAddresses: z.array(knownAddress) })
  .meta({ id: 'KnownAddressList', description: 'The latest first, at most 20.' });

/** What the customer of a shipment is known by, at its shop alone. */
export function knownAddressesEndpoints({ database }: { database: Database }): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/v1/shipments/{shipmentId}/known-addresses',
      operationId: 'listKnownAddresses',
      summary: "Earlier addresses of a shipment's customer",
      description:
        'Ordered to, corrected to or delivered to earlier, by the customerReference that its shop gave; none where it gave none.',
      tags: ['shipments'],
      scopes: ['shipments', 'desk'],
      request: { params: shipmentParams },
      responses: { 200: { description: 'What is known', schema: knownAddressList, examples } },
      problems: ['not-found'],
      handle: async ({ params }, { caller }) => {
        const { shopId, customer } = await shipmentFor(database, caller, params.shipmentId);
        const known = customer === null ? [] : await recallAddresses(database, { shopId, customer });
        return { knownAddresses: known.map(shownAddress) };
      },
    }),
  ];
}

function shownAddress({ firstAtMs, lastAtMs, ...address }: KnownCustomerAddress) {
  const [firstAt, lastAt] = [new Date(firstAtMs).toISOString(), new Date(lastAtMs).toISOString()];
  return { ...address, firstAt, lastAt };
}

const examples: Examples = {
  moved: {
    summary: 'Someone who has moved',
    value: {
      knownAddresses: [
        {
          ...{ street: 'Lindelaan', houseNumber: 12, houseNumberAddition: null, postcode: '8962KL' },
          ...{ city: 'Zilverwaard', role: 'current', occasions: ['corrected'] },
          ...{ firstAt: '2026-11-25T08:40:00.000Z', lastAt: '2026-11-25T08:40:00.000Z' },
        },
        {
          ...{ street: 'Kerkstraat', houseNumber: 8, houseNumberAddition: null, postcode: '8951AB' },
          ...{ city: 'Zilverwaard', role: 'previous', occasions: ['ordered', 'delivered'] },
          ...{ firstAt: '2025-03-02T10:15:00.000Z', lastAt: '2026-06-11T13:02:00.000Z' },
        },
      ],
    },
  },
};
