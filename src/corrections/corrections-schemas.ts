import { z } from 'zod';
import { addressCheck, enteredAddress, registeredAddress } from '../checks/checks-schemas';
import { linesOfText } from '../http/short-text';
import { shipmentParams } from '../shipments/shipments-schemas';
import { SIDES } from '../shipments/shown-shipment';
import { OPTION_KINDS, PAYERS } from '../option-costs';
import { ROUTE_STATES, WINDOW_STATES } from '../routes/states';
import { CORRECTION_SOURCES } from './correction';
import { CORRECTION_STATES } from './states';

export const correctionParams = shipmentParams.extend({
  correctionId: z.string().max(64).meta({ example: 'cor_01KA2J6W3Z5Y8Q7R9S0T1V2W3X' }),
});

const source = z.enum(CORRECTION_SOURCES);
const why = linesOfText(500).meta({ example: 'Gebeld: zij woont daar sinds gisteren' });

export const correctionRequest = z
  .strictObject({
    address: enteredAddress,
    source: source.optional().meta({
      description:
        'From whom it comes, whoever sends it: a shop says `shop` or `customer`, the desk `agent`, `customer` or `email`. By default the sender.',
    }),
    addressConfirmed: z.boolean().default(false).meta({
      description:
        'Whoever it comes from was asked about what its check leaves open, and says that it is right.',
    }),
  })
  .meta({ id: 'CorrectionRequest' });

const kind = z.enum(OPTION_KINDS).meta({
  id: 'OptionKind',
  description: 'What can be done with a parcel whose address was wrong, the quickest for the customer first.',
});
const mayBreakPromises = z.boolean().meta({
  description: "Other customers' promised windows and the end of the shift may be broken where need be.",
});
const depotCode = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9-]{1,20}$/)
  .toUpperCase()
  .meta({ example: 'MLH' });

const choice = z
  .strictObject({
    kind,
    routeVersion: z
      .int()
      .min(1)
      .nullish()
      .meta({ description: 'routeVersion of the option as it was shown.' }),
    routeId: z
      .string()
      .max(64)
      .nullish()
      .meta({ description: 'routeId of the option, for another route today.' }),
    depot: depotCode.nullish().meta({ description: 'Of a transfer; the nearest where absent.' }),
    mayBreakPromises: mayBreakPromises.default(false),
  })
  .meta({ id: 'OptionChoice' });

export const approvalRequest = z
  .strictObject({
    address: enteredAddress.optional().meta({
      description: 'Another address than the proposed one, such as a candidate. It is checked as strictly.',
    }),
    reason: why.optional().meta({
      description: 'Why it is right although its check does not let it through. Required then, and kept.',
    }),
    option: choice.optional().meta({
      description: 'Of a parcel that is on a route: which of its options, as they were shown.',
    }),
  })
  .meta({ id: 'ApprovalRequest' });

export const rejectionRequest = z.strictObject({ reason: why }).meta({ id: 'RejectionRequest' });

const window = z
  .object({ from: z.iso.datetime(), until: z.iso.datetime(), state: z.enum(WINDOW_STATES) })
  .meta({ id: 'Window', description: 'The promised hours; `promised` once the driver has acknowledged.' });

const side = z.enum(SIDES);

export const correction = z
  .object({
    id: z.string().meta({ example: 'cor_01KA2J6W3Z5Y8Q7R9S0T1V2W3X' }),
    shipmentId: z.string(),
    version: z.int().meta({ description: 'Counts its changes; the ETag says the same.' }),
    state: z.enum(CORRECTION_STATES).meta({ id: 'CorrectionState' }),
    source,
    proposedBy: side,
    entry: enteredAddress.meta({ description: 'The address as it was typed.' }),
    check: z.union([addressCheck, z.null()]).meta({
      description: 'Its check, beside the entry that it corrects; null while the register was away.',
    }),
    address: z
      .union([registeredAddress, z.null()])
      .meta({ description: 'The address that was approved; null until then.' }),
    reason: z
      .union([z.string(), z.null()])
      .meta({ description: 'Why it was rejected, or approved although its check did not let it through.' }),
    decidedBy: z.union([side, z.null()]),
    plan: z
      .union([
        z.object({
          option: kind,
          routeId: z.union([z.string(), z.null()]),
          day: z.union([z.iso.date(), z.null()]),
          depot: z.union([z.string(), z.null()]),
          window: z.union([window, z.null()]),
        }),
        z.null(),
      ])
      .meta({ description: 'How it is carried out; null where it only takes another address.' }),
    supersededBy: z
      .union([z.string(), z.null()])
      .meta({ description: 'The later correction that took its place.' }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Correction' });

export const correctionList = z
  .object({ corrections: z.array(correction) })
  .meta({ id: 'CorrectionList', description: 'The newest first.' });

export const optionsQuery = z.strictObject({
  candidate: z
    .string()
    .regex(/^[0-4]$/)
    .transform(Number)
    .optional()
    .meta({
      description: "For one of the check's candidates (0 is the first) in place of the address as proposed.",
      example: '0',
    }),
  mayBreakPromises: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: 'As in the approval: with it, places that break a promise are shown too.' }),
  depot: depotCode.optional().meta({ description: 'For a transfer to this depot.' }),
});

const nullable = <Schema extends z.ZodType>(schema: Schema) => z.union([schema, z.null()]);

const option = z
  .object({
    kind,
    allowed: z.boolean(),
    refusal: nullable(z.object({ code: z.string(), message: z.string() })).meta({
      description: 'Why not, and what to do instead.',
    }),
    closesAt: nullable(z.iso.datetime()).meta({ description: 'Until when; null where nothing closes it.' }),
    stopsAway: nullable(z.int()).meta({ description: 'How many stops the driver has before it closes.' }),
    routeId: nullable(z.string()),
    routeVersion: nullable(z.int()).meta({ description: 'To be sent with the approval.' }),
    place: nullable(
      z.object({
        afterStopId: nullable(z.string()),
        joinsStopId: nullable(z.string()),
        stopsBefore: z.int(),
      }),
    ).meta({ description: 'Where in the sequence: after which stop, or at which.' }),
    addedMinutes: nullable(z.number()).meta({ description: 'How much later the route ends.' }),
    estimatedAt: nullable(z.iso.datetime()),
    window: nullable(window),
    moves: z
      .array(
        z.object({
          stopId: z.string(),
          movesMinutes: z.number(),
          window: nullable(window),
          breaks: z.boolean(),
        }),
      )
      .meta({ description: "Other customers' windows to which the driver comes at another time." }),
    cost: z.object({ cents: z.int(), payer: z.enum(PAYERS) }),
    day: nullable(z.iso.date()),
    depot: nullable(z.string()),
  })
  .meta({ id: 'CorrectionOption' });

export const correctionOptions = z
  .object({
    correctionId: z.string(),
    address: nullable(registeredAddress).meta({
      description: 'The address that they are for; null where it is incomplete.',
    }),
    route: nullable(z.object({ id: z.string(), version: z.int(), state: z.enum(ROUTE_STATES) })),
    basis: z.enum(['road', 'straight_line']).meta({ description: 'By what the times are estimated.' }),
    note: nullable(z.string()).meta({ description: 'Why not by road, where that was asked for.' }),
    options: z.array(option),
  })
  .meta({ id: 'CorrectionOptions' });
