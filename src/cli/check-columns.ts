import type { EnteredAddress } from '../checks/address';
import { didYouMean } from '../did-you-mean';
import { COLUMN_NAMES, plainName } from '../register/sources/csv-columns';
import { joinAddition } from '../register/names/house-number';
import { CommandFailed } from './command-failed';

/** What a column of a list of addresses can hold, and the names it goes by. */
const ENTRY_NAMES = {
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
const ENTRY_FIELDS = Object.keys(ENTRY_NAMES) as EntryField[];

/** Where each part of an address stands in a row. */
export type EntryColumns = Partial<Record<EntryField, number>>;

/**
 * Finds the columns of an address by their names, or as told by `column=field`.
 * Throws CommandFailed for a column or field that is not there, or where nothing tells an address.
 */
export function findEntryColumns(header: readonly string[], told: readonly string[]): EntryColumns {
  const names = header.map(plainName);
  const columns: EntryColumns = {};
  for (const field of ENTRY_FIELDS) {
    const at = names.findIndex((name) => (ENTRY_NAMES[field] as readonly string[]).includes(name));
    if (at >= 0) columns[field] = at;
  }
  for (const pair of told) Object.assign(columns, toldColumn(pair, header, names));
  const tells = [columns.addressLine, columns.street, columns.postcode];
  if (tells.some((at) => at !== undefined)) return columns;
  throw new CommandFailed(
    `line 1: no column holds an address among ${header.join(', ')}. Name one, as in --map "${header[0] ?? ''}=addressLine".`,
  );
}

function toldColumn(pair: string, header: readonly string[], names: readonly string[]): EntryColumns {
  const equals = pair.lastIndexOf('=');
  const [column, field] = [pair.slice(0, Math.max(0, equals)), pair.slice(equals + 1)];
  const at = names.indexOf(plainName(column));
  if (equals < 0 || at < 0) throw unknown('column', column, header);
  if (!(field in ENTRY_NAMES)) throw unknown('field', field, ENTRY_FIELDS);
  return { [field]: at };
}

function unknown(kind: string, name: string, known: readonly string[]): CommandFailed {
  const meant = didYouMean(name, known);
  const hint = meant === undefined ? `There are: ${known.join(', ')}.` : `Did you mean ${meant}?`;
  return new CommandFailed(`--map takes column=field; there is no ${kind} "${name}". ${hint}`);
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
  const cell = (field: EntryField) => {
    const at = columns[field];
    return at === undefined ? '' : (row[at]?.trim() ?? '');
  };
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
