import { z } from 'zod';
import type { Amendment } from './amendment';
import type { StoredAmendment } from './amendments-store';
import { formatPostcode, parsePostcode } from '../names/postcode';

const name = z.string().trim().min(1).max(200);
const postcode = z
  .string()
  .max(20)
  .refine((text) => parsePostcode(text) !== null, {
    params: {
      code: 'format',
      nl: 'Een postcode heeft de vorm 1234 AB.',
      en: 'A postcode has the form 1234 AB.',
    },
  })
  .meta({ example: '8963 XA' });
const houseNumber = z.int().min(1).max(99_999).meta({ example: 7 });
const addition = z.string().trim().min(1).max(40).meta({
  example: 'A',
  description: 'One registered addition; without it, every addition of the number is let through',
});

const onStreet = {
  city: name.meta({ example: 'Zilverwaard' }),
  street: name.meta({ example: 'Nieuwe Havenlaan' }),
  reason: z.string().trim().min(1).max(500).meta({ example: 'Opgeleverd op 1 november; nog niet in de BAG' }),
  expiresAt: z.iso.datetime({ offset: true }).meta({
    example: '2099-01-01T00:00:00Z',
    description: 'From when the register itself should know better',
  }),
};

const newStreet = z
  .strictObject({
    kind: z.literal('street'),
    ...onStreet,
    postcode: postcode.optional(),
    houseNumber: houseNumber.optional(),
    houseNumberAddition: addition.optional(),
  })
  .refine(
    ({ houseNumber: number, houseNumberAddition }) =>
      number !== undefined || houseNumberAddition === undefined,
    {
      path: ['houseNumber'],
      params: {
        code: 'required',
        nl: 'Een toevoeging hoort bij een huisnummer.',
        en: 'An addition belongs to a house number.',
      },
    },
  );
const newNumber = z.strictObject({
  kind: z.literal('number'),
  ...onStreet,
  postcode: postcode.optional(),
  houseNumber,
  houseNumberAddition: addition.optional(),
});
const formerName = z.strictObject({
  kind: z.literal('former_name'),
  ...onStreet,
  formerName: name.meta({ example: 'Spoorstraat' }),
});

export const amendmentRequest = z
  .discriminatedUnion('kind', [newStreet, newNumber, formerName])
  .meta({ id: 'AmendmentRequest' });

export const amendmentResponse = z
  .object({
    id: z.string().meta({ example: 'amd_01JD3Z6Q8Y5V4T2R9W7X0C1B3N' }),
    kind: z.enum(['street', 'number', 'former_name']),
    city: z.string(),
    street: z.string(),
    postcode: z.string().nullable(),
    houseNumber: z.int().nullable(),
    houseNumberAddition: z.string().nullable(),
    formerName: z.string().nullable(),
    reason: z.string(),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'Amendment' });

export const amendmentPage = z
  .object({
    amendments: z.array(amendmentResponse),
    nextCursor: z.string().nullable().meta({ description: 'For the next page; null on the last' }),
  })
  .meta({ id: 'AmendmentPage' });

export const amendmentPageQuery = z.strictObject({
  cursor: z.string().max(64).optional().meta({ description: 'nextCursor of the page before' }),
  limit: z.coerce.number().int().min(1).max(100).default(50).meta({ example: 50 }),
});

export const amendmentParams = z.strictObject({
  amendmentId: z.string().max(64).meta({ example: 'amd_01JD3Z6Q8Y5V4T2R9W7X0C1B3N' }),
});

/** A request as the register's own amendment. */
export function amendmentOf(request: z.output<typeof amendmentRequest>): Amendment {
  const onStreet = {
    place: request.city,
    street: request.street,
    expiresAtMs: Date.parse(request.expiresAt),
  };
  if (request.kind === 'former_name')
    return { ...onStreet, kind: request.kind, formerName: request.formerName };
  const numbered = {
    ...onStreet,
    postcode: request.postcode === undefined ? null : parsePostcode(request.postcode),
    addition: request.houseNumberAddition ?? null,
  };
  return request.kind === 'number'
    ? { ...numbered, kind: 'number', houseNumber: request.houseNumber }
    : { ...numbered, kind: 'street', houseNumber: request.houseNumber ?? null };
}

/** A kept amendment as the API shows it. */
export function shownAmendment(stored: StoredAmendment): z.output<typeof amendmentResponse> {
  const { id, amendment, reason, createdAtMs } = stored;
  const number = amendment.kind === 'former_name' ? null : amendment;
  const code = number?.postcode ?? null;
  return {
    id,
    kind: amendment.kind,
    city: amendment.place,
    street: amendment.street,
    postcode: code === null ? null : formatPostcode(code),
    houseNumber: number?.houseNumber ?? null,
    houseNumberAddition: number?.addition ?? null,
    formerName: amendment.kind === 'former_name' ? amendment.formerName : null,
    reason,
    createdAt: new Date(createdAtMs).toISOString(),
    expiresAt: new Date(amendment.expiresAtMs).toISOString(),
  };
}
