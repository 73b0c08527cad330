import { formatPostcode } from '../register/names/postcode';
import type { Register, Segment, Street } from '../register/edition/register';

/** An address of the register, with all additions that its number has. */
export interface TownAddress {
  street: string;
  houseNumber: number;
  /** '' for the bare number. */
  addition: string;
  postcode: string;
  city: string;
  additions: readonly string[];
}

/** Where the sample's customers live. */
export interface Town {
  addresses: readonly TownAddress[];
  /** Of these the bare number is no address. */
  divided: readonly TownAddress[];
  isPostcode(postcode: string): boolean;
}

/** As many streets as are looked at: all of the sample's. */
const MOST_STREETS = 1_000;

/** The addresses of a register that a parcel can be sent to without a question. */
export function readTown(register: Register): Town {
  const streets = register.findStreetsByPrefix(null, '', MOST_STREETS);
  const addresses = streets.flatMap((street) =>
    register.segmentsOf(street).flatMap((segment) => addressesOf(register, street, segment)),
  );
  const postcodes = new Set(addresses.map(({ postcode }) => postcode));
  return {
    addresses,
    divided: addresses.filter(({ additions }) => !additions.includes('')),
    isPostcode: (postcode) => postcodes.has(postcode),
  };
}

function addressesOf(register: Register, street: Street, segment: Segment): TownAddress[] {
  const postcode = register.postcodeOf(segment);
  if (postcode === 0) return [];
  return numbersOf(register, segment).flatMap((houseNumber) => {
    const additions = register.additionsOf(segment, houseNumber) ?? [];
    if (register.isUnderInvestigation(segment, houseNumber)) return [];
    return additions.map((addition) => ({
      street: register.streetName(street),
      ...{ houseNumber, addition, additions },
      postcode: formatPostcode(postcode),
      city: register.placeName(register.placeOf(street)),
    }));
  });
}

function numbersOf(register: Register, segment: Segment): number[] {
  return register
    .numberRanges(segment)
    .flatMap(({ first, last, step }) =>
      Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step),
    );
}
