import type { CheckInput } from '../../src/checks/address-checker';
import { compileEdition } from '../../src/register/compile/compile-edition';
import { Edition } from '../../src/register/edition/edition';
import { formatPostcode } from '../../src/register/names/postcode';
import type { Register } from '../../src/register/edition/register';
import { RegisterBuilder } from '../../src/register/compile/register-builder';

/** A part of a register with so many addresses, taken evenly from it, and requests that fit in both. */
export function sampleOfRegister(
  register: Register,
  addresses: number,
): { register: Register; requests: CheckInput[] } {
  const builder = new RegisterBuilder();
  const requests: CheckInput[] = [];
  const every = Math.max(1, Math.floor(register.info.counts.addresses / addresses));
  for (
    let segment = 0, left = addresses;
    segment < register.info.counts.segments && left > 0;
    segment += every
  ) {
    const postcode = register.postcodeOf(segment);
    const registered = register.streetOf(segment);
    const city = register.placeName(register.placeOf(registered));
    const name = register.streetName(registered);
    const street = builder.street(builder.place(city), name);
    for (const { first, last, step } of register.numberRanges(segment)) {
      for (let houseNumber = first; houseNumber <= last; houseNumber += step, left--) {
        builder.address({ street, postcode, houseNumber, addition: null });
      }
      requests.push({
        address: { street: name, houseNumber: first, postcode: formatPostcode(postcode), city },
        language: 'nl',
        isTest: false,
      });
    }
  }
  const { sections, counts } = compileEdition(builder);
  return { register: new Edition({ ...register.info, counts }, sections), requests };
}
