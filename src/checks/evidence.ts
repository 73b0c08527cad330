import { isSameCity, parseCity } from '../register/names/city-name';
import { findAddition } from '../register/names/house-number';
import type { Register, Segment } from '../register/edition/register';
import type { KnownRole } from './address';
import type { KnownAddress } from './known-address';
import type { Situation } from './situation';

/** The address of a number on a segment: what a known address is compared with. */
interface NumberedSegment {
  segment: Segment;
  houseNumber: number;
  /** Where one of several additions is meant; else the typed one. */
  addition?: string;
}

/** True where a known address is this registered one. */
export function isKnownAddress(
  { register, reading }: Situation,
  known: KnownAddress,
  { segment, houseNumber, addition }: NumberedSegment,
): boolean {
  if (known.houseNumber !== houseNumber) return false;
  if (isOtherDoor(known.addition, reading.addition, addition)) return false;
  if (known.postcode !== null && known.postcode !== register.postcodeOf(segment)) return false;
  const street = register.streetOf(segment);
  if (known.street === '') return known.postcode !== null;
  if (!known.isStreet(register.streetName(street), register.streetKey(street))) return false;
  return known.postcode !== null || isInPlace(known, register.placeName(register.placeOf(street)));
}

/** Two doors of one number: not the addition that is meant, or not the typed one; one that was left out may be any. */
function isOtherDoor(known: string, typed: string, meant: string | undefined): boolean {
  if (meant === undefined && (known === '' || typed === '')) return false;
  return findAddition(known, [meant ?? typed]) === undefined;
}

function isInPlace(known: KnownAddress, place: string): boolean {
  return known.city !== '' && (known.city === place || isSameCity(known.cityName, parseCity(place)));
}

const ROLE_ORDER: readonly KnownRole[] = ['current', 'unknown', 'previous'];

/** The role of the known address that this one equals, null where none does. */
export function knownRole(situation: Situation, address: NumberedSegment): KnownRole | null {
  if (situation.known.length === 0) return null;
  const roles = situation.known
    .filter((known) => isKnownAddress(situation, known, address))
    .map(({ role }) => role);
  return ROLE_ORDER.find((role) => roles.includes(role)) ?? null;
}

/** Known addresses whose postcode was typed while their street was not. */
export function explainingPostcode(situation: Situation): readonly KnownAddress[] {
  const { postcode } = situation.entry;
  return postcode === null ? [] : situation.known.filter((known) => known.postcode === postcode);
}

/** The segments of a known address's street at its postcode. */
export function segmentsOfKnown(register: Register, known: KnownAddress): readonly Segment[] {
  if (known.postcode === null) return [];
  return register.segmentsAt(known.postcode).filter((segment) => {
    const street = register.streetOf(segment);
    return known.isStreet(register.streetName(street), register.streetKey(street));
  });
}

/** Known addresses in the typed city. */
export function explainingCity(situation: Situation): readonly KnownAddress[] {
  const { city } = situation.entry;
  return city === '' ? [] : situation.known.filter((known) => isInPlace(known, city));
}

/** Known addresses elsewhere with the typed house number: weak evidence, for numbers recur. */
export function explainingHouseNumber({ known, entry, reading }: Situation): readonly KnownAddress[] {
  return known.filter(
    ({ houseNumber, postcode }) =>
      houseNumber !== null && houseNumber === reading.houseNumber && postcode !== entry.postcode,
  );
}
