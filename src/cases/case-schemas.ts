import { z } from 'zod';
import { approvalRequest, rejectionRequest } from '../corrections/corrections-schemas';
import { questionRequest } from '../routes/instructions/questions-schemas';
import { enteredAddress } from '../checks/checks-schemas';
import { shipmentParams } from '../shipments/shipments-schemas';

/** Numbers come as texts from a form. */
const whole = z.coerce.number().int().min(0).max(1_000_000_000);

export const caseParams = shipmentParams;

export const caseQuery = z.strictObject({
  candidate: whole.max(20).optional(),
  mayBreakPromises: z.literal('yes').optional(),
});

/** Made with the page: a form that is sent twice is done once. */
export const formKey = z.string().regex(/^[\w-]{16,64}$/);

const option = approvalRequest.shape.option.unwrap();

export const settleForm = z.strictObject({
  key: formKey,
  shipmentVersion: whole,
  correctionId: z.string().max(64).optional(),
  correctionVersion: whole.optional(),
  candidate: whole.max(20).optional(),
  reason: approvalRequest.shape.reason,
  option: option
    .extend({
      routeVersion: whole.min(1).optional(),
      mayBreakPromises: z
        .literal('yes')
        .optional()
        .transform((sent) => sent === 'yes'),
    })
    .optional(),
});

export const correctForm = z.strictObject({ key: formKey, shipmentVersion: whole, address: enteredAddress });

export const typedForm = z.strictObject({ address: enteredAddress.default({}) });

const ofCorrection = { key: formKey, correctionId: z.string().max(64), correctionVersion: whole };

export const undoForm = z.strictObject(ofCorrection);

export const turnDownForm = rejectionRequest.extend(ofCorrection);

export const questionForm = z.strictObject({
  key: formKey,
  routeId: z.string().max(64),
  text: questionRequest.shape.text,
});

export const takeForm = z.strictObject({});

/** A person's id; a field that is empty, which is sent as none, is nobody. */
const personOrNobody = z
  .string()
  .max(64)
  .optional()
  .transform((sent) => sent ?? null);

export const handOverForm = z.strictObject({ from: personOrNobody, to: personOrNobody });
