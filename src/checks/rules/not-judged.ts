import { postcodeValidator, postcodeValidatorExistsForCountry } from 'postcode-validator';
import type { Field } from '../address';
import type { Judgement } from '../judgement';
import { confirm, fix } from '../judgement';
import { reason } from '../reason-codes';
import type { Situation } from '../situation';

/** Another country: the form of its postcode is all that can be judged. */
export function countryNotCovered({ entry }: Situation): Judgement | null {
  if (entry.country === 'NL') return null;
  const reasons = [reason('COUNTRY_NOT_COVERED')];
  if (hasPostcodeForm(entry.postcodeText, entry.country)) return confirm('unverified', { reasons });
  return confirm('unverified', { reasons: [...reasons, reason('POSTCODE_FORMAT_INVALID')] });
}

function hasPostcodeForm(postcode: string, country: string): boolean {
  if (postcode === '' || !postcodeValidatorExistsForCountry(country)) return true;
  return postcodeValidator(postcode.toUpperCase(), country);
}

/** A PO box or a pick-up point has no door to deliver to. */
export function notADoor({ entry }: Situation): Judgement | null {
  return entry.nonDoor === null ? null : fix('unverified', { reasons: [reason(entry.nonDoor)] });
}

/** Enough to judge is postcode and number, or street, number and city. */
export function tooLittleGiven({ entry, reading }: Situation): Judgement | null {
  const reasons = reading.houseNumber === null ? [reason('HOUSE_NUMBER_MISSING')] : [];
  const missing = entry.postcodeText === '' ? missingBesidePostcode(entry.city, reading.street) : [];
  if (missing.length > 0) reasons.push(reason('FIELD_MISSING', ['postcode', ...missing]));
  return reasons.length === 0 ? null : fix('unverified', { reasons });
}

/** Without a postcode, street and city must tell where it is. */
function missingBesidePostcode(city: string, street: string): Field[] {
  return [...(street === '' ? ['street' as const] : []), ...(city === '' ? ['city' as const] : [])];
}
