import type { EnteredAddress } from '../checks/address';
import type { Chance } from './chance';
import type { TownAddress } from './town';

/** An address as most people type it: every part in its place. */
export function typed({ street, houseNumber, addition, postcode, city }: TownAddress): EnteredAddress {
  const added = addition === '' ? {} : { houseNumberAddition: addition };
  return { street, houseNumber: String(houseNumber), ...added, postcode: spaced(postcode), city };
}

/** An address as somebody types it who makes no mistake: that takes many forms. */
export function typedSomehow(chance: Chance, address: TownAddress): EnteredAddress {
  const way = OTHER_WAYS[chance.below(3 * OTHER_WAYS.length)];
  return way === undefined ? typed(address) : way(address);
}

type Way = (address: TownAddress) => EnteredAddress;

const OTHER_WAYS: readonly Way[] = [
  (address) => lowerCase(typed(address)),
  inOneLine,
  (address) => ({ ...typed(address), street: abbreviated(address.street) }),
  (address) => ({ ...typed(address), city: '' }),
  (address) => ({ ...typed(address), postcode: address.postcode, country: 'nl' }),
];

function inOneLine({ street, houseNumber, addition, postcode, city }: TownAddress): EnteredAddress {
  return { addressLine: `${street} ${houseNumber} ${addition}`.trim(), postcode: spaced(postcode), city };
}

function lowerCase(entry: EnteredAddress): EnteredAddress {
  const parts = Object.entries(entry).map(([part, value]) => [part, String(value).toLowerCase()]);
  return Object.fromEntries(parts) as EnteredAddress;
}

function abbreviated(street: string): string {
  return street
    .replace(/straat$/, 'str.')
    .replace(/laan$/, 'ln')
    .replace(/plein$/, 'pln')
    .replace(/singel$/, 'sngl');
}

/** "8962KL" as "8962 KL" */
export function spaced(postcode: string): string {
  return `${postcode.slice(0, 4)} ${postcode.slice(4)}`;
}
