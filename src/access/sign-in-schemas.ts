import { z } from 'zod';
import { shortText } from '../http/short-text';
import { LONGEST_PASSWORD } from './password-rules';

/** Where somebody wanted to go: within the desk, and nowhere else. */
export const next = z
  .string()
  .max(2_000)
  .regex(/^\/desk(?:[/?][\x21-\x7e]*)?$/)
  .catch('/desk');

export const nextQuery = z.strictObject({ next: next.optional() });

const password = z.string().max(LONGEST_PASSWORD);
/** Six figures of an app, or a recovery code with its dashes. */
const code = z.string().max(40);

export const signInForm = z.strictObject({ name: shortText(100), password, next: next.optional() });

export const codeForm = z.strictObject({ code, next: next.optional() });

export const signOutForm = z.strictObject({ everywhere: z.literal('yes').optional() });

export const passwordForm = z.strictObject({ present: password, password, again: password });

export const removeForm = z.strictObject({ code });
