import { z } from 'zod';

const counts = z.object({
  places: z.int(),
  streets: z.int(),
  postcodes: z.int(),
  segments: z.int().meta({ description: 'Parts of a street under one postcode.' }),
  houseNumbers: z.int(),
  addresses: z.int(),
  addressesWithoutPostcode: z.int(),
});

export const registerResponse = z
  .object({
    register: z.literal('BAG'),
    edition: z.string().meta({ description: 'What answers refer to.', example: '2026-11-08' }),
    source: z.string().meta({ example: 'BAG 2.0 extract' }),
    date: z.iso.date().meta({ description: 'The day that its data is of.', example: '2026-11-08' }),
    builtAt: z.iso.datetime(),
    ageDays: z.int(),
    stale: z.boolean().meta({ description: 'Older than maxAgeDays: checks say so with REGISTER_STALE.' }),
    maxAgeDays: z.int(),
    sample: z.boolean().meta({ description: 'The fictional register that comes with the project.' }),
    notice: z
      .union([z.string(), z.null()])
      .meta({ description: 'What to do about it, in the language of Accept-Language.' }),
    counts,
    amendments: z.int().meta({ description: 'How many are in force over it.' }),
  })
  .meta({ id: 'Register' });
