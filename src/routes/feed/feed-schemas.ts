import { z } from 'zod';
import { routeChange } from '../routes-schemas';

/** A number of an entry, as it stands in a query or a header. */
const seq = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

const after = seq.optional().meta({
  type: 'string',
  description: 'The number of the last entry that you have; everything from the first where absent.',
  example: '0',
});

export const feedQuery = z.strictObject({
  after,
  limit: z.coerce.number().int().min(1).max(500).default(100).meta({ example: 100 }),
});
export const streamQuery = z.strictObject({ after });
export const streamHeaders = z.strictObject({
  'last-event-id': seq.optional().meta({
    type: 'string',
    description: 'As clients of server-sent events send it when they come back; goes before `after`.',
    example: '0',
  }),
});

const parcel = z
  .object({
    shipmentId: z.string(),
    barcode: z.string(),
    name: z.string().meta({ description: "The recipient's." }),
    note: z.union([z.string(), z.null()]),
  })
  .meta({ id: 'ParcelOnRoute' });

export const entry = z
  .object({ ...routeChange.shape, parcels: z.array(parcel) })
  .meta({ id: 'RouteChange', description: "One entry of a route's feed" });

export const feedPage = z
  .object({
    changes: z.array(entry),
    version: z.int().meta({ description: 'The number of the latest entry there is.' }),
    more: z.boolean().meta({ description: 'Whether there are entries after these.' }),
  })
  .meta({ id: 'RouteChanges' });
