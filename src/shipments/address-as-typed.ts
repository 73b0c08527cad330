import type { EnteredAddress } from '../checks/address';
import { NO_READING, readEntry } from '../checks/entry';
import { HIGHEST_HOUSE_NUMBER } from '../register/edition/edition-format';
import { formatPostcode } from '../register/names/postcode';
import type { DeliveryAddress } from './shipment';

/** A typed address that is complete enough to drive to; null where a part is missing. */
export function addressAsTyped(entered: EnteredAddress): DeliveryAddress | null {
  const { readings, postcode, postcodeText, city, country } = readEntry(entered);
  const { street, houseNumber, addition } = readings[0] ?? NO_READING;
  if (street === '' || city === '' || houseNumber === null || !isHouseNumber(houseNumber)) return null;
  if (!COUNTRY_CODE.test(country)) return null;
  return {
    street,
    houseNumber,
    houseNumberAddition: addition === '' ? null : addition,
    postcode: postcode === null ? postcodeText || null : formatPostcode(postcode),
    city,
    country,
  };
}

/** No label can be made for a country by anything else. */
const COUNTRY_CODE = /^[A-Z]{2}$/;

/** What came as a number may be any. */
function isHouseNumber(number: number): boolean {
  return number >= 1 && number <= HIGHEST_HOUSE_NUMBER;
}
