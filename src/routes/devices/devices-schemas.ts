import { z } from 'zod';
import { routeParams } from '../routes-schemas';

const instant = z.iso.datetime();
const deviceFields = {
  id: z.string().meta({ example: 'dev_01KA2J6W3Z5Y8Q7R9S0T1V2W3X' }),
  expiresAt: instant.meta({ description: 'Twelve hours after the end of the shift.' }),
};

export const issuedDevice = z
  .object({
    ...deviceFields,
    token: z.string().meta({
      description: 'Shown now and never again: what its device sends as `Authorization: Bearer …`.',
    }),
    url: z.url().meta({
      description:
        "The driver's page for this route. The token stands behind the `#`, which no server is told.",
    }),
    qr: z.string().meta({ description: 'The url as a QR code, in SVG, for the driver to scan.' }),
  })
  .meta({ id: 'IssuedDevice' });

export const deviceList = z
  .object({
    devices: z.array(
      z
        .object({
          ...deviceFields,
          prefix: z.string().meta({ description: 'The beginning of its token.' }),
          createdAt: instant,
          lastUsedAt: z.union([instant, z.null()]),
          revokedAt: z.union([instant, z.null()]),
        })
        .meta({ id: 'Device' }),
    ),
  })
  .meta({ id: 'DeviceList' });

export const deviceParams = routeParams.extend({
  deviceId: z.string().max(64).meta({ example: 'dev_01KA2J6W3Z5Y8Q7R9S0T1V2W3X' }),
});
