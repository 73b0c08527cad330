import { z } from 'zod';

/**
 * What is asked of the log stands in the address bar: ids and words of ours, and no text that could be a name or an address. The
 * page's own field lets nothing else be sent.
 */
export const ID_FORM = /^[a-z]{3}_[A-Za-z0-9_]{1,32}$/;

const id = z.string().regex(ID_FORM);

/** An empty field of a form is sent as ''. */
const orAbsent = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((sent) => (sent === '' ? undefined : sent), schema.optional());

export const auditQuery = z.strictObject({
  action: orAbsent(z.string().regex(/^[a-z_.-]{1,50}$/)),
  subject: orAbsent(id),
  day: orAbsent(z.iso.date()),
  cursor: orAbsent(id),
});

/** Behind which entry to go on; from the beginning where nothing is given. */
export const verifyForm = z.strictObject({
  afterSeq: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  afterHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

export type AuditQuery = z.output<typeof auditQuery>;
