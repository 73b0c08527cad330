import type { PostcodeCode } from '../register/postcode';
import type { TypedStreet } from '../register/street-match';
import { typedStreet } from '../register/street-match';
import type { CityName } from '../register/city-name';
import { parseCity } from '../register/city-name';
import type { EnteredKnownAddress, KnownRole } from './address';
import { readEntry } from './entry';

/** An address that this customer is known by at this shop, made ready for comparison. */
export interface KnownAddress {
  role: KnownRole;
  postcode: PostcodeCode | null;
  street: TypedStreet | null;
  houseNumber: number | null;
  city: CityName | null;
}

export function readKnownAddress(known: EnteredKnownAddress): KnownAddress {
  const { postcode, city, readings } = readEntry(known);
  const { street = '', houseNumber = null } = readings[0] ?? {};
  return {
    role: known.role ?? 'unknown',
    postcode,
    street: street === '' ? null : typedStreet(street),
    houseNumber,
    city: city === '' ? null : parseCity(city),
  };
}
