import { z } from 'zod';
import { problemSchema } from '../../http/openapi-problems';
import { parsePostcode } from '../names/postcode';

export const postcodeParams = z.strictObject({
  postcode: z
    .string()
    .max(20)
    .transform((text, context) => {
      const code = parsePostcode(text);
      if (code !== null) return code;
      context.addIssue({
        code: 'custom',
        params: {
          code: 'format',
          nl: 'Een postcode heeft vier cijfers, niet met 0 vooraan, en twee letters, niet SA, SD of SS: 8951AB.',
          en: 'A postcode has four digits, the first not 0, and two letters, not SA, SD or SS: 8951AB.',
        },
      });
      return z.NEVER;
    })
    .meta({ description: 'With or without a space, in any case.', example: '8951AB' }),
});

const position = z
  .object({ latitude: z.number(), longitude: z.number() })
  .meta({ id: 'Position', description: 'WGS 84, in degrees.' });

export const registerReference = z
  .object({
    register: z.literal('BAG'),
    edition: z.string().meta({ description: 'The date of its data.', example: '2026-11-08' }),
  })
  .meta({ id: 'RegisterReference' });

const houseNumberRange = z
  .object({ first: z.int(), last: z.int(), step: z.int() })
  .meta({ id: 'HouseNumberRange', description: 'first, first + step, … last.' });

const postcodeStreet = z.object({
  street: z.string(),
  city: z.string(),
  houseNumbers: z.array(houseNumberRange),
  addressCount: z.int(),
  position: z.union([position, z.null()]),
});

const movedSegment = z
  .object({ street: z.string(), city: z.string(), postcode: z.union([z.string(), z.null()]) })
  .meta({ id: 'MovedStreet', description: 'Where addresses that had this postcode before lie now.' });

export const postcodeResponse = z
  .object({
    postcode: z.string(),
    cities: z.array(z.string()).meta({ description: 'One, but for the few postcodes in two places.' }),
    streets: z.array(postcodeStreet).meta({ description: 'One, two or, seldom, up to six.' }),
    addressCount: z.int().meta({
      description: 'Numbers with their additions; where those are not known, a number counts once.',
    }),
    position: z
      .union([position, z.null()])
      .meta({ description: 'The middle; null where the edition has no coordinates.' }),
    formerly: z
      .array(movedSegment)
      .meta({ description: 'What else once had this postcode, and where it lies now.' }),
    reference: registerReference,
  })
  .meta({ id: 'Postcode' });

export const postcodeNotFound = problemSchema
  .extend({
    formerly: z.array(movedSegment).meta({ description: 'Not empty where the postcode was in use before.' }),
    nearestPostcodes: z.array(z.string()).meta({ description: 'Of the same four digits.' }),
    districtCities: z.array(z.string()).meta({ description: 'Places with postcodes of these four digits.' }),
  })
  .meta({ id: 'PostcodeNotFound' });
