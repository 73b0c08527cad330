import type { EnteredAddress } from '../checks/address';
import { COLUMN_NAMES } from '../register/sources/csv-columns';
import { joinAddition } from '../register/names/house-number';
import { CommandFailed } from './command-failed';
import { cellOf, findListColumns, type ListColumns } from './list-columns';

/** What a column of a list of addresses can hold, and the names it goes by. */
export const ENTRY_NAMES = {
  street: COLUMN_NAMES.street,
  houseNumber: COLUMN_NAMES.houseNumber,
  houseLetter: COLUMN_NAMES.houseLetter,
  houseNumberAddition: COLUMN_NAMES.addition,
  postcode: COLUMN_NAMES.postcode,
  city: COLUMN_NAMES.city,
  country: ['land', 'landcode', 'country', 'countrycode'],
  addressLine: ['adres', 'adresregel', 'adresregel1', 'address', 'addressline', 'addressline1', 'address1'],
} as const satisfies Record<string, readonly string[]>;

type EntryField = keyof typeof ENTRY_NAMES;

/** Where each part of an address stands in a row. */
export type EntryColumns = ListColumns<EntryField>;

/**
 * Finds the columns of an address by their names, or as told by `column=field`.
 * Throws CommandFailed for a column or field that is not there, or where nothing tells an address.
 */
export function findEntryColumns(header: readonly string[], told: readonly string[]): EntryColumns {
  const columns = findListColumns(ENTRY_NAMES, header, told);
  refuseWithoutAddress(columns, header);
  return columns;
}

/** @throws CommandFailed where nothing tells an address */
export function refuseWithoutAddress(columns: EntryColumns, header: readonly string[]): void {
  const tells = [columns.addressLine, columns.street, columns.postcode];
  if (tells.some((at) => at !== undefined)) return;
  throw new CommandFailed(
    `line 1: no column holds an address among ${header.join(', ')}. Name one, as in --map "${header[0] ?? ''}=addressLine".`,
  );
}

/** People write the country's name where the check wants its code. */
const NETHERLANDS = new Set([
  'nederland',
  'netherlands',
  'the netherlands',
  'holland',
  'pays-bas',
  'niederlande',
]);

/** The address in a row; absent parts are absent. */
export function entryOf(row: readonly string[], columns: EntryColumns): EnteredAddress {
  const cell = (field: EntryField) => cellOf(row, columns, field);
  const [street, houseNumber, line, country] = [
    cell('street'),
    cell('houseNumber'),
    cell('addressLine'),
    cell('country'),
  ];
  const isLine = street === '' && houseNumber === '';
  return {
    ...(isLine ? { addressLine: line } : { street: street || line, houseNumber }),
    houseNumberAddition: joinAddition(cell('houseLetter'), cell('houseNumberAddition')),
    postcode: cell('postcode'),
    city: cell('city'),
    country: NETHERLANDS.has(country.toLowerCase()) ? 'NL' : country,
  };
}
