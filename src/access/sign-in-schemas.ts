import { z } from 'zod';
import { shortText } from '../http/short-text';

/** Where somebody wanted to go: within the desk, and nowhere else. */
export const next = z
  .string()
  .max(2_000)
  .regex(/^\/desk(?:[/?][\x21-\x7e]*)?$/)
  .catch('/desk');

export const signInForm = z.strictObject({
  name: shortText(100),
  password: z.string().max(200),
  next: next.optional(),
});

export const signOutForm = z.strictObject({ everywhere: z.literal('yes').optional() });
