import { z } from 'zod';

/** The header of every write that makes something. */
export const onceHeaders = z.strictObject({
  'idempotency-key': z
    .string()
    .trim()
    .min(1)
    .max(255)
    .meta({
      description:
        'Any text that you make up for this one write, such as a UUID. Sent again with it, the write is not done twice: ' +
        'for a day it gets the first answer again, with `Idempotent-Replayed: true`.',
      example: '0b1f6c1e-5a7c-4c56-8f0e-6f1d0b8d9c11',
    }),
});

/** Tells that an answer is an earlier one again. */
export function replayedHeader(replayed: boolean): Record<string, string> {
  return replayed ? { 'Idempotent-Replayed': 'true' } : {};
}
