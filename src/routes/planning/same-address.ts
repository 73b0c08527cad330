import type { StopAddress } from '../route';

/** Whether two addresses are one door: equal but for case and spaces, and their postcodes where both have one. */
export function isSameAddress(one: StopAddress, other: StopAddress): boolean {
  if (one.houseNumber !== other.houseNumber || folded(one.country) !== folded(other.country)) return false;
  if (folded(one.houseNumberAddition) !== folded(other.houseNumberAddition)) return false;
  const hasPostcodes = one.postcode !== null && other.postcode !== null;
  if (hasPostcodes && folded(one.postcode) !== folded(other.postcode)) return false;
  return folded(one.street) === folded(other.street) && folded(one.city) === folded(other.city);
}

function folded(text: string | null): string {
  return (text ?? '').toLowerCase().replaceAll(/[\s-]+/g, '');
}
