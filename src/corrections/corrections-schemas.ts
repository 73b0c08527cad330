import { z } from 'zod';
import { addressCheck, enteredAddress, registeredAddress } from '../checks/checks-schemas';
import { shortText } from '../http/short-text';
import { shipmentParams } from '../shipments/shipments-schemas';
import { CORRECTION_SOURCES } from './correction';
import { CORRECTION_STATES } from './states';

export const correctionParams = shipmentParams.extend({
  correctionId: z.string().max(64).meta({ example: 'cor_01KA2J6W3Z5Y8Q7R9S0T1V2W3X' }),
});

const source = z.enum(CORRECTION_SOURCES);
const why = shortText(500).meta({ example: 'Gebeld: zij woont daar sinds gisteren' });

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

export const approvalRequest = z
  .strictObject({
    address: enteredAddress.optional().meta({
      description: 'Another address than the proposed one, such as a candidate. It is checked as strictly.',
    }),
    reason: why.optional().meta({
      description: 'Why it is right although its check does not let it through. Required then, and kept.',
    }),
  })
  .meta({ id: 'ApprovalRequest' });

export const rejectionRequest = z.strictObject({ reason: why }).meta({ id: 'RejectionRequest' });

const side = z.enum(['shop', 'carrier', 'system']);

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
