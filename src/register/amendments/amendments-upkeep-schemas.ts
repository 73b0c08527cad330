import { z } from 'zod';
import { amsterdamInstant } from '../../amsterdam-time';
import { amendmentRequest } from './amendments-schemas';

export const amendmentsUpkeepQuery = z.strictObject({ cursor: z.string().max(64).optional() });

const day = z.iso.date();
const digits = /^\d{1,9}$/;

/** What the API takes as it stands comes from a form as text, and a day stands for its beginning by the clock of the Netherlands. */
function fromForm(sent: unknown): unknown {
  if (typeof sent !== 'object' || sent === null) return sent;
  const { houseNumber, expiresAt, ...others } = sent as Record<string, unknown>;
  return {
    ...others,
    ...(houseNumber !== undefined && { houseNumber: numberOf(houseNumber) }),
    ...(expiresAt !== undefined && { expiresAt: instantOf(expiresAt) }),
  };
}

function numberOf(sent: unknown): unknown {
  return typeof sent === 'string' && digits.test(sent.trim()) ? Number(sent) : sent;
}

function instantOf(sent: unknown): unknown {
  const { success, data } = day.safeParse(sent);
  return success ? new Date(amsterdamInstant(data, 0, 0)).toISOString() : sent;
}

/** What the API is sent, in a form that is done once however often it is sent. */
export const amendmentForm = z.strictObject({
  key: z.string().regex(/^[\w-]{16,64}$/),
  amendment: z.preprocess(fromForm, amendmentRequest),
});

export const withdrawForm = z.strictObject({});
