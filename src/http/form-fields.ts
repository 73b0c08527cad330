import { z } from 'zod';

/** A field of a form that was left empty is sent as '' by a link or a list, and means that nothing is asked. */
export const orAbsent = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((sent) => (sent === '' ? undefined : sent), schema.optional());
