import type { CodeExplained } from '../http/docs-pages';
import { magicPostcodeOf } from './magic-postcodes';
import { REASON_CODES } from './reason-codes';
import { REASON_TEXTS } from './reason-texts';

/** Every reason code as the documentation explains it: what the shopper reads, what to do, and how to try it. */
export const explainedReasons: readonly CodeExplained[] = REASON_CODES.map((code) => ({
  code,
  title: REASON_TEXTS[code].message,
  advice: REASON_TEXTS[code].advice,
  example: JSON.stringify({ address: { postcode: magicPostcodeOf(code), houseNumber: 1 } }),
}));
