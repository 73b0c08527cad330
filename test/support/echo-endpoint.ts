import { z } from 'zod';
import { endpoint } from '../../src/http/endpoint';

export const addressBody = z.strictObject({
  address: z.strictObject({
    street: z.string().max(20).nullish(),
    houseNumber: z.union([z.int().min(1), z.string().max(20)]),
    country: z.enum(['NL', 'BE']).optional(),
  }),
  tags: z.array(z.string()).max(3).optional(),
});

/** An endpoint as simple as can be: it gives back the address that it was given. */
export const echoEndpoint = endpoint({
  method: 'post',
  path: '/v1/echoes/{language}',
  operationId: 'echo',
  summary: 'Gives back what it was given',
  tags: ['echo'],
  scopes: ['checks'],
  request: {
    body: addressBody,
    params: z.strictObject({ language: z.enum(['nl', 'en']).meta({ example: 'nl' }) }),
    query: z.strictObject({ limit: z.coerce.number<string>().int().max(5).optional() }),
    examples: { number: { summary: 'A number', value: { address: { houseNumber: 12 } } } },
  },
  responses: { 200: { description: 'The same', schema: addressBody } },
  handle: ({ body }) => body,
});
