import { z } from 'zod';
import { shortText } from '../http/short-text';

export const peopleQuery = z.strictObject({ ended: z.literal('yes').optional() });

export const personParams = z.strictObject({ personId: z.string().max(64) });

export const tokenParams = personParams.extend({ tokenId: z.string().max(64) });

/** A depot that is left open is all of them. */
export const personForm = z.strictObject({
  role: z.enum(['agent', 'supervisor', 'planner']),
  name: shortText(100),
  depot: z
    .string()
    .max(16)
    .optional()
    .transform((depot = '') => (depot === '' ? null : depot)),
});

export const emptyForm = z.strictObject({});

export const requireForm = z.strictObject({ required: z.enum(['yes', 'no']) });

/** An e-mail address, or what their company calls somebody. */
export const accountForm = z.strictObject({ account: shortText(254) });
