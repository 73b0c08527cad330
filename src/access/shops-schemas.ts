import { z } from 'zod';
import { shortText } from '../http/short-text';

export const shopParams = z.strictObject({ shopId: z.string().max(64) });

export const keyParams = shopParams.extend({ keyId: z.string().max(64) });

/** Several boxes come as a list, one as a text. */
const scopes = z.preprocess(
  (sent) => (typeof sent === 'string' ? [sent] : sent),
  z.array(z.string().max(20)).max(10).optional(),
);

/** One on each line. */
const origins = z
  .string()
  .max(2_000)
  .optional()
  .transform((lines = '') => lines.split(/\s+/).filter((line) => line !== ''));

export const keyForm = z.strictObject({
  kind: z.enum(['secret', 'publishable']),
  mode: z.enum(['live', 'test']),
  scopes,
  origins,
  requestsPerMinute: z.coerce.number().int().min(1).max(1_000_000).optional(),
});

/** A shop comes to be with its first key. */
export const shopForm = keyForm.extend({ shopName: shortText(200) });
