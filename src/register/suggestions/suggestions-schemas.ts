import { z } from 'zod';
import { registerReference } from '../postcodes/postcodes-schemas';

const besides = (longest: number) =>
  z
    .string()
    .max(longest)
    .nullish()
    .transform((text) => text?.trim() ?? '');

export const addressSuggestionsRequest = z
  .strictObject({
    text: z.string().max(400).meta({
      description: 'What is typed so far: a postcode, a street or a whole line.',
      example: 'kerkstraat 12',
    }),
    city: besides(200).meta({
      description: 'What the city field holds: its streets go first, and misspelt ones are found.',
      example: 'Zilverwaard',
    }),
    postcode: besides(20).meta({
      description: 'What the postcode field holds, four digits are enough: what lies there goes first.',
      example: '8951',
    }),
    limit: z.int().min(1).max(20).default(8),
  })
  .meta({ id: 'AddressSuggestionsRequest' });

const suggestedAddress = z
  .object({
    street: z.string(),
    houseNumber: z.union([z.int(), z.null()]),
    houseNumberAddition: z
      .union([z.string(), z.null()])
      .meta({ description: 'As registered; as typed where the register knows no additions of this number.' }),
    postcode: z
      .union([z.string(), z.null()])
      .meta({ description: 'null until the house number decides it, and where the register has none.' }),
    city: z.string(),
    country: z.literal('NL'),
  })
  .meta({ id: 'SuggestedAddress' });

const suggestion = z
  .object({
    display: z
      .object({ title: z.string(), subtitle: z.string() })
      .meta({ description: 'The two lines of a list: `Kerkstraat 12` and `8951 AB Zilverwaard`.' }),
    address: suggestedAddress,
    missing: z
      .union([z.enum(['houseNumber', 'houseNumberAddition']), z.null()])
      .meta({ description: 'What is still to be typed; null where the address is complete.' }),
  })
  .meta({ id: 'AddressSuggestion' });

export const addressSuggestionsResponse = z
  .object({
    suggestions: z.array(suggestion).meta({ description: 'Best first.' }),
    reference: registerReference,
  })
  .meta({ id: 'AddressSuggestions' });
