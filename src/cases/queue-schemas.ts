import { z } from 'zod';
import { orAbsent } from '../http/form-fields';
import { bulkReleaseRequest } from '../shipments/shipments-schemas';
import { formKey } from './case-schemas';
import { QUEUE_REASONS } from './queue-item';

export const queueQuery = z.strictObject({
  depot: orAbsent(z.string().max(20)),
  shopId: orAbsent(z.string().max(64)),
  reason: orAbsent(z.enum(QUEUE_REASONS)),
  mine: orAbsent(z.literal('yes')),
  page: orAbsent(z.coerce.number().int().min(1).max(10_000)),
});

/** What somebody looks for is sent as a form: it is a name or an address, which stand in no URL. */
export const queueSearch = queueQuery.extend({ text: orAbsent(z.string().max(200)) });

/** One box that is ticked is sent as one, several as a list. */
const ticked = z.preprocess(
  (sent) => (typeof sent === 'string' ? [sent] : sent),
  bulkReleaseRequest.shape.shipmentIds,
);

export const releaseForm = bulkReleaseRequest.extend({ key: formKey, shipmentIds: ticked });

export type QueueQuery = z.output<typeof queueSearch>;
