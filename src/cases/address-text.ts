import type { EnteredAddress, Field } from '../checks/address';
import { NO_READING, readEntry } from '../checks/entry';
import type { AddressParts } from '../customers/known-address';

export const PART_NAMES = ['street', 'houseNumber', 'houseNumberAddition', 'postcode', 'city'] as const;
/** The parts in which an entry and its candidates are laid side by side. */
export type PartName = (typeof PART_NAMES)[number] & Field;

/** What is in each part, null where nothing is. */
export type PartTexts = Readonly<Record<PartName, string | null>>;

/** An address in its parts, its postcode as it is written in letters: "8962 KL". */
export function partsOf(address: AddressParts): PartTexts {
  const { street, houseNumber, houseNumberAddition, postcode, city } = address;
  return {
    street,
    houseNumber: String(houseNumber),
    houseNumberAddition,
    postcode: postcode === null ? null : spaced(postcode),
    city,
  };
}

/** What was typed, in the same parts; where it can be read in several ways, in the likeliest. */
export function typedParts(entry: EnteredAddress): PartTexts {
  const { readings, postcodeText, city } = readEntry(entry);
  const { street, houseNumber, addition } = readings[0] ?? NO_READING;
  return {
    street: orNull(street),
    houseNumber: houseNumber === null ? null : String(houseNumber),
    houseNumberAddition: orNull(addition),
    postcode: orNull(spaced(postcodeText)),
    city: orNull(city),
  };
}

/** "Lindelaan 12 A, 8962 KL Zilverwaard", of what there is. */
export function addressText({ street, houseNumber, houseNumberAddition, postcode, city }: PartTexts): string {
  const lines = [
    [street, houseNumber, houseNumberAddition],
    [postcode, city],
  ];
  const texts = lines.map((line) => line.filter((part) => part !== null).join(' '));
  return texts.filter((line) => line !== '').join(', ');
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

function spaced(postcode: string): string {
  return postcode.toUpperCase().replace(/^(\d{4}) ?([A-Z]{2})$/, '$1 $2');
}
