import type { EnteredAddress } from '../checks/address';
import { fold } from '../register/names/fold';
import type { ShipmentLine } from '../shipments/queued-shipments';

/** Street and number as they were typed, on one line. */
export function streetLineOf({
  addressLine,
  street,
  houseNumber,
  houseNumberAddition,
}: EnteredAddress): string {
  if (addressLine) return addressLine;
  return [street, houseNumber, houseNumberAddition].filter((part) => part).join(' ');
}

/**
 * Tells of shipments whether an agent who types this means them: it is in the reference, the barcode, the recipient's name, or the
 * address as it was typed or as it goes now, after the street or after the postcode. Case, diacritics and spaces make no difference.
 */
export function matcherOf(wanted: string): (line: ShipmentLine) => boolean {
  const text = squashed(wanted);
  return (line) => textsOf(line).some((one) => squashed(one).includes(text));
}

function textsOf({ reference, barcode, recipientName, entry, address }: ShipmentLine): string[] {
  const { houseNumber, houseNumberAddition, postcode, city } = entry;
  const typed = [
    `${streetLineOf(entry)} ${city ?? ''}`,
    `${postcode ?? ''} ${houseNumber ?? ''} ${houseNumberAddition ?? ''}`,
  ];
  return [reference, barcode, recipientName, ...typed, ...(address === null ? [] : nowOf(address))];
}

function nowOf({ street, houseNumber, addition, postcode }: NonNullable<ShipmentLine['address']>): string[] {
  const number = `${houseNumber} ${addition ?? ''}`;
  return [`${street} ${number}`, `${postcode ?? ''} ${number}`];
}

/** As the register compares names, and without spaces. What is plain goes the quick way: a search looks at all that is open. */
function squashed(text: string): string {
  const plain = text.toLowerCase().replaceAll(' ', '');
  return fold(PLAIN.test(plain) ? plain : text).replaceAll(' ', '');
}

const PLAIN = /^[a-z0-9]*$/;
