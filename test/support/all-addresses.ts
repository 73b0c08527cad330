import type { RegisteredAddress } from '../../src/checks/address';
import { formatPostcode } from '../../src/register/names/postcode';
import type { Register } from '../../src/register/edition/register';

/** Every address of a small register, found by way of all its postcodes and streets. */
export function allAddresses(register: Register): RegisteredAddress[] {
  return register
    .findStreetsByPrefix(null, '', 10_000)
    .flatMap((street) => register.segmentsOf(street).map((segment) => ({ street, segment })))
    .flatMap(({ street, segment }) =>
      register
        .numberRanges(segment)
        .flatMap(({ first, last, step }) =>
          Array.from({ length: (last - first) / step + 1 }, (_, index) => first + index * step),
        )
        .flatMap((houseNumber) =>
          (register.additionsOf(segment, houseNumber) ?? ['']).map((addition) => ({
            street: register.streetName(street),
            houseNumber,
            houseNumberAddition: addition === '' ? null : addition,
            postcode:
              register.postcodeOf(segment) === 0 ? null : formatPostcode(register.postcodeOf(segment)),
            city: register.placeName(register.placeOf(street)),
            country: 'NL',
          })),
        ),
    );
}
