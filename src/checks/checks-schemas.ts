import { z } from 'zod';
import { MOST_KNOWN_ADDRESSES } from '../customers/known-address';
import { REASON_CODES } from './reason-codes';

const text = (longest: number) => z.string().max(longest).nullish();

const parts = {
  street: text(200).meta({ example: 'Kerkstraat' }),
  houseNumber: z
    .union([z.int(), z.string().max(20)])
    .nullish()
    .meta({ description: 'An integer, or as typed: `12a`, `12 bis`, `23 - II`.', example: 12 }),
  houseNumberAddition: text(40).meta({ example: 'A' }),
  postcode: text(20).meta({
    description: 'As typed; one that cannot exist is judged, not refused.',
    example: '8962 KL',
  }),
  city: text(200).meta({ example: 'Zilverwaard' }),
  country: text(200).meta({
    description: 'ISO 3166-1 alpha-2 in any case, or "Nederland"; NL where absent.',
    example: 'NL',
  }),
};

/** An address as it was typed. Every part may be absent; null, "" and blanks mean absent. */
export const enteredAddress = z
  .strictObject({
    ...parts,
    addressLine: text(400).meta({
      description: 'Street and number in one, in place of both.',
      example: 'Kerkstraat 12 A',
    }),
  })
  .superRefine((address, context) => {
    if (!isGiven(address.addressLine)) return;
    for (const part of ['street', 'houseNumber'] as const) {
      if (isGiven(address[part])) context.addIssue({ code: 'custom', path: [part], ...BESIDE_LINE });
    }
  })
  .meta({ id: 'EnteredAddress' });

const BESIDE_LINE = {
  message: 'not beside addressLine',
  params: {
    code: 'beside_address_line',
    nl: 'Niet naast addressLine: geef straat en nummer los, of samen als regel.',
    en: 'Not beside addressLine: give street and number apart, or together as a line.',
  },
};

function isGiven(value: string | number | null | undefined): boolean {
  return value !== null && value !== undefined && String(value).trim() !== '';
}

export const role = z.enum(['current', 'previous', 'unknown']).meta({ id: 'KnownRole' });
export const knownAddress = z
  .strictObject({ ...parts, role: role.nullish() })
  .meta({ id: 'EnteredKnownAddress' });

export const addressCheckRequest = z
  .strictObject({
    address: enteredAddress,
    knownAddresses: z.array(knownAddress).max(MOST_KNOWN_ADDRESSES).nullish().meta({
      description: 'Addresses that this customer is known by at your shop: the evidence for a mix.',
    }),
    customerReference: text(200).meta({
      description:
        'Secret keys only. Your own name for the customer: what was ordered, corrected or delivered earlier at your shop serves as known addresses.',
    }),
    previousCheckId: text(60).meta({ description: 'The check whose entry this one corrects.' }),
  })
  .meta({ id: 'AddressCheckRequest' });

const field = z
  .enum(['street', 'houseNumber', 'houseNumberAddition', 'postcode', 'city', 'country'])
  .meta({ id: 'AddressField' });

export const registeredAddress = z
  .object({
    street: z.string(),
    houseNumber: z.int(),
    houseNumberAddition: z.union([z.string(), z.null()]),
    postcode: z.union([z.string(), z.null()]).meta({ description: 'null where the register has none.' }),
    city: z.string(),
    country: z.string(),
  })
  .meta({ id: 'RegisteredAddress' });

const reason = z
  .object({
    code: z
      .enum(REASON_CODES)
      .meta({ id: 'ReasonCode', description: 'Explained one by one at /docs/reason-codes.' }),
    severity: z.enum(['error', 'warning', 'info']),
    fields: z
      .array(z.string())
      .meta({ description: 'JSON pointers into the request.', example: ['/address/postcode'] }),
    message: z.string().meta({ description: 'For the shopper, in the language asked for.' }),
  })
  .meta({ id: 'Reason' });

const diagnosis = z
  .object({
    kind: z.enum(['none', 'mixed_addresses', 'mismatch', 'postcode_typo', 'street_typo', 'house_number']),
    stale: z.array(field).readonly().meta({ description: 'Parts of an earlier address.' }),
    confidence: z.enum(['high', 'medium', 'low']),
    evidence: z
      .array(z.enum(['known_address', 'previous_entry', 'postcode_nearby', 'street_spelling', 'register']))
      .readonly(),
  })
  .meta({ id: 'Diagnosis' });

const candidate = z
  .object({
    address: registeredAddress,
    basis: z.array(field).readonly().meta({ description: 'Parts of the entry that it keeps.' }),
    changedFields: z.array(field).readonly(),
    knownAs: z.union([role, z.null()]).meta({ description: 'The role of the known address that it is.' }),
  })
  .meta({ id: 'Candidate' });

export const addressCheck = z
  .object({
    id: z.string().meta({ example: 'chk_01KA2J6W3Z5Y8Q7R9S0T1V2W3X' }),
    verdict: z.enum(['accept', 'confirm', 'fix']).meta({
      description:
        '`accept`: deliver as is. `confirm`: plausible, ask. `fix`: the parts contradict each other, or nothing fits.',
    }),
    status: z.enum(['verified', 'partial', 'ambiguous', 'conflict', 'unverified']),
    address: z.union([registeredAddress, z.null()]).meta({
      description:
        'The full official address where exactly one is meant; null for `fix`, where the candidates speak.',
    }),
    reasons: z.array(reason).readonly(),
    diagnosis,
    candidates: z
      .array(candidate)
      .max(5)
      .readonly()
      .meta({ description: 'Addresses that may be meant, best first.' }),
    moreCandidates: z.int().optional().meta({ description: 'How many further additions fit.' }),
    unusedText: z
      .array(z.string())
      .readonly()
      .optional()
      .meta({ description: 'What was typed and is no part of the address.' }),
    reference: z.object({ register: z.string(), edition: z.string() }),
    previousCheckId: z.union([z.string(), z.null()]).meta({
      description:
        'The check that was found and compared with; null where there was none, or it could not be read in time.',
    }),
    notConsidered: z
      .array(z.enum(['/previousCheckId', '/customerReference']))
      .readonly()
      .optional()
      .meta({ description: 'What was given and could not be read in time: judged without it.' }),
  })
  .meta({ id: 'AddressCheck' });
