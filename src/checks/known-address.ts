import type { CityName } from '../register/names/city-name';
import { parseCity } from '../register/names/city-name';
import type { PostcodeCode } from '../register/names/postcode';
import type { StreetMatch, TypedStreet } from '../register/names/street-match';
import { matchStreet, typedStreet } from '../register/names/street-match';
import type { EnteredKnownAddress, KnownRole } from './address';
import { NO_READING, readParts } from './entry';

/**
 * An address that this customer is known by at this shop. Its names are prepared for comparison only where its
 * postcode and number do not settle the matter: of five known addresses four need nothing.
 */
export class KnownAddress {
  readonly role: KnownRole;
  readonly postcode: PostcodeCode | null;
  readonly houseNumber: number | null;
  /** '' where absent. */
  readonly addition: string;
  /** '' where absent. */
  readonly street: string;
  readonly city: string;
  private typed: TypedStreet | undefined;
  private parsedCity: CityName | undefined;

  constructor(known: EnteredKnownAddress) {
    const { postcode, city, readings } = readParts(known);
    const { street, houseNumber, addition } = readings[0] ?? NO_READING;
    this.role = known.role ?? 'unknown';
    this.postcode = postcode;
    this.houseNumber = houseNumber;
    this.addition = addition;
    this.street = street;
    this.city = city;
  }

  get typedStreet(): TypedStreet {
    return (this.typed ??= typedStreet(this.street));
  }

  get cityName(): CityName {
    return (this.parsedCity ??= parseCity(this.city));
  }

  /** Whether its street is the registered one. */
  isStreet(name: string, key: string): boolean {
    return this.street === name || matchStreet(this.typedStreet, key) !== null;
  }

  /** How its street and an entry's are one name, whichever of the two is abbreviated. */
  matchEntry(entered: TypedStreet): StreetMatch | null {
    if (this.street === entered.text) return { level: 'key', edits: 0 };
    const match = matchStreet(entered, this.typedStreet.key);
    // The other way round only an abbreviation reads differently: "Kipln" has two forms, "Kiplaan" one.
    return match ?? (this.typedStreet.isExpanded ? matchStreet(this.typedStreet, entered.key) : null);
  }
}
