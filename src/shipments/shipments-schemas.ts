import { z } from 'zod';
import { addressCheck, enteredAddress, knownAddress, registeredAddress } from '../checks/checks-schemas';
import { MOST_KNOWN_ADDRESSES } from '../customers/known-address';
import { linesOfText, shortText } from '../http/short-text';
import { SCAN_EFFECTS } from './scan';
import { FAILURE_REASONS, HOLD_REASONS } from './shipment';
import { SIDES } from './shown-shipment';
import { SHIPMENT_STATES } from './states';

const email = z.email().max(254).meta({ example: 'vera@example.nl' });
const phone = z
  .string()
  .trim()
  .regex(/^\+?[\d(][\d\s().-]{5,30}$/)
  .meta({ example: '+31 6 12345678' });
const name = shortText(200).meta({ example: 'Vera Verhuizer' });
const language = z.enum(['nl', 'en']).meta({ description: 'In which the recipient is told.' });
const depot = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9-]{1,20}$/)
  .toUpperCase()
  .meta({ description: "A depot's code.", example: 'ZLV' });
const promisedOn = z.iso.date().meta({ description: 'The promised day.', example: '2026-11-26' });
const driverNote = linesOfText(500).meta({ example: 'Bel stuk; graag kloppen' });
const reference = shortText(100).meta({
  description: "Your own name for the order, one shipment each. Not a customer's name: it stands in lists.",
  example: 'ORD-2026-1042',
});
const barcode = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9-]{4,40}$/)
  .meta({ description: "The parcel's; made by the carrier where absent.", example: '3SKLPT0001042' });

const recipient = z
  .strictObject({
    name,
    email: email.nullish(),
    phone: phone.nullish(),
    language: language.default('nl'),
  })
  .meta({ id: 'RecipientRequest' });

export const shipmentRequest = z
  .strictObject({
    reference,
    barcode: barcode.nullish(),
    recipient,
    address: enteredAddress,
    addressConfirmed: z.boolean().default(false).meta({
      description: 'The shopper was asked about a verdict of `confirm`, and says that the address is right.',
    }),
    knownAddresses: z.array(knownAddress).max(MOST_KNOWN_ADDRESSES).nullish(),
    customerReference: shortText(200).nullish().meta({
      description:
        'Your own name for the customer. Kept as a keyed hash, so that earlier orders of the same customer serve as known addresses.',
    }),
    depot: depot.nullish(),
    promisedOn: promisedOn.nullish(),
    driverNote: driverNote.nullish(),
  })
  .meta({ id: 'ShipmentRequest' });
export type ShipmentRequest = z.output<typeof shipmentRequest>;

export const shipmentDetailsRequest = z
  .strictObject({
    recipient: z
      .strictObject({
        name: name.optional(),
        email: email.nullable().optional(),
        phone: phone.nullable().optional(),
        language: language.optional(),
      })
      .optional(),
    depot: depot.nullable().optional(),
    promisedOn: promisedOn.nullable().optional(),
    driverNote: driverNote.nullable().optional(),
  })
  .meta({
    id: 'ShipmentDetailsRequest',
    description: 'What is left out stays, null takes it away. The address changes by a correction.',
  });

const state = z.enum(SHIPMENT_STATES).meta({ id: 'ShipmentState' });
const holdReason = z.enum(HOLD_REASONS).meta({ id: 'HoldReason' });

export const shipment = z
  .object({
    id: z.string().meta({ example: 'snd_01KA2J6W3Z5Y8Q7R9S0T1V2W3X' }),
    version: z.int().meta({ description: 'Counts its changes; the ETag says the same.' }),
    reference: z.string(),
    barcode: z.string(),
    state,
    stateAt: z.iso.datetime(),
    hold: z
      .union([z.object({ reason: holdReason, note: z.union([z.string(), z.null()]) }), z.null()])
      .meta({ description: 'Why it is held; null where it is not.' }),
    failure: z
      .union([z.enum(FAILURE_REASONS), z.null()])
      .meta({ description: 'Why the latest delivery failed.' }),
    recipient: z
      .object({
        name: z.string(),
        email: z.union([z.string(), z.null()]),
        phone: z.union([z.string(), z.null()]),
        language,
      })
      .meta({ id: 'Recipient' }),
    entry: enteredAddress.meta({ description: 'The address as it was typed.' }),
    address: z
      .union([registeredAddress, z.null()])
      .meta({ description: 'Where it goes; null as long as that is the question.' }),
    check: z
      .union([addressCheck, z.null()])
      .meta({ description: 'The latest check of its address; null until it could be checked.' }),
    depot: z.union([z.string(), z.null()]),
    promisedOn: z.union([z.iso.date(), z.null()]),
    driverNote: z.union([z.string(), z.null()]),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Shipment' });

export const shipmentPage = z
  .object({
    shipments: z.array(shipment),
    nextCursor: z.union([z.string(), z.null()]).meta({ description: 'For the next page; null on the last' }),
  })
  .meta({ id: 'ShipmentPage' });

export const shipmentPageQuery = z.strictObject({
  state: state.optional(),
  holdReason: holdReason.optional(),
  depot: depot.optional(),
  promisedOn: promisedOn.optional(),
  reference: reference.optional(),
  barcode: barcode.optional(),
  cursor: z
    .string()
    .regex(/^snd_[0-9A-HJKMNP-TV-Z]{26}$/)
    .optional()
    .meta({ description: 'nextCursor of the page before', example: 'snd_01KA2J6W3Z5Y8Q7R9S0T1V2W3X' }),
  limit: z.coerce.number().int().min(1).max(100).default(50).meta({ example: 50 }),
});

export const shipmentParams = z.strictObject({
  shipmentId: z.string().max(64).meta({ example: 'snd_01KA2J6W3Z5Y8Q7R9S0T1V2W3X' }),
});

const why = linesOfText(500).meta({ description: 'Why; it is kept.', example: 'Nieuwbouw, zelf gezien' });

export const releaseRequest = z
  .strictObject({
    reason: why.optional(),
    addressConfirmed: z.boolean().default(false).meta({ description: 'A shop: the shopper was asked.' }),
  })
  .meta({ id: 'ReleaseRequest' });
export const holdRequest = z.strictObject({ reason: why }).meta({ id: 'HoldRequest' });
export const cancelRequest = z.strictObject({ reason: why.optional() }).meta({ id: 'CancelRequest' });

export const bulkReleaseRequest = z
  .strictObject({ shipmentIds: z.array(z.string().max(64)).min(1).max(500), reason: why })
  .meta({ id: 'BulkReleaseRequest' });
export const bulkRelease = z
  .object({
    outcomes: z.array(
      z.object({ shipmentId: z.string(), outcome: z.enum(['released', 'not_found', 'not_possible']) }),
    ),
  })
  .meta({ id: 'BulkRelease' });

export const shipmentEvent = z
  .object({
    id: z.string(),
    code: z.string().meta({ description: 'What a device saw, or someone decided.' }),
    reason: z.union([z.string(), z.null()]),
    effect: z.enum(SCAN_EFFECTS).meta({
      description:
        '`applied` changed the state; `late`, `repeated` and `not_possible` are kept and change nothing.',
    }),
    state: state.meta({ description: 'Of the shipment, after it.' }),
    by: z.enum(SIDES),
    device: z.union([z.string(), z.null()]),
    occurredAt: z.iso.datetime(),
    receivedAt: z.iso.datetime(),
  })
  .meta({ id: 'ShipmentEvent' });
