import { z } from 'zod';
import { ALERT_KINDS } from './alert';
import { depot } from '../day-and-depot-schemas';

const orNull = <Schema extends z.ZodType>(schema: Schema) => z.union([schema, z.null()]);
const alertId = z.string().meta({ example: 'alt_01KA2J6W3Z5Y8Q7R9S0T1V2W3X' });
const kind = z.enum(ALERT_KINDS).meta({
  id: 'AlertKind',
  description:
    '`instruction_unacknowledged`: a driver has not answered, for ten minutes or with less than an hour left to the stop; ' +
    '`window_at_risk`: a promised window is about to be missed; `correction_expired`: its route ended before its driver ' +
    'had acknowledged it; `delivered_unacknowledged`: delivered at the corrected stop, and never acknowledged; ' +
    '`delivered_at_old_stop`: handed over before the driver heard of the correction; ' +
    '`route_overdue`: its shift is over, and nobody has ended it.',
});

export const alert = z
  .object({
    id: alertId,
    kind,
    depot: orNull(z.string()).meta({ description: 'Whose agents are to look; null for all.' }),
    subject: z
      .string()
      .meta({ description: 'The id of the instruction, stop, correction or route that it is about.' }),
    routeId: orNull(z.string()),
    shipmentId: orNull(z.string()),
    correctionId: orNull(z.string()),
    raisedAt: z.iso.datetime(),
    closedAt: orNull(z.iso.datetime()),
  })
  .meta({ id: 'Alert' });

export const alertPage = z
  .object({
    alerts: z.array(alert),
    nextCursor: orNull(z.string()).meta({ description: 'For the next page; null on the last' }),
  })
  .meta({ id: 'AlertPage' });

export const alertPageQuery = z.strictObject({
  kind: kind.optional(),
  depot: depot.optional(),
  cursor: z
    .string()
    .regex(/^alt_[0-9A-HJKMNP-TV-Z]{26}$/)
    .optional()
    .meta({ description: 'nextCursor of the page before', example: 'alt_01KA2J6W3Z5Y8Q7R9S0T1V2W3X' }),
  limit: z.coerce.number().int().min(1).max(100).default(50).meta({ example: 50 }),
});

export const alertParams = z.strictObject({
  alertId: z.string().max(64).meta({ example: 'alt_01KA2J6W3Z5Y8Q7R9S0T1V2W3X' }),
});
