import type { EnteredAddress } from '../checks/address';
import type { Chance } from './chance';
import { spaced, typed } from './spellings';
import type { Town, TownAddress } from './town';

/** What a mistake is made with: the address that is meant, and the one where the customer lived before. */
export interface Meant {
  address: TownAddress;
  earlier: TownAddress;
  chance: Chance;
  town: Town;
}

export interface Mistake {
  /** Which addresses it can be made with; where it is not said, those without an addition. */
  canBeMadeWith?: (address: TownAddress) => boolean;
  make: (meant: Meant) => EnteredAddress;
}

/** The mistakes that people make with their address. */
export const MISTAKES = {
  old_postcode: {
    make: ({ address, earlier }) => ({ ...typed(address), postcode: spaced(earlier.postcode) }),
  },
  old_street: {
    make: ({ address, earlier }) => ({ ...typed(earlier), postcode: spaced(address.postcode) }),
  },
  postcode_slip: {
    make: ({ address, chance, town }) => ({
      ...typed(address),
      postcode: slipped(address.postcode, chance, town),
    }),
  },
  street_slip: {
    canBeMadeWith: ({ street }) => street.length > 10,
    make: ({ address, chance }) => ({ ...typed(address), street: withoutALetter(address.street, chance) }),
  },
  number_missing: {
    make: ({ address }) => ({ ...typed(address), houseNumber: '', houseNumberAddition: '' }),
  },
  number_unknown: {
    make: ({ address }) => ({ ...typed(address), houseNumber: String(address.houseNumber + 200) }),
  },
  addition_missing: {
    canBeMadeWith: ({ additions }) => !additions.includes(''),
    make: ({ address }) => ({ ...typed(address), houseNumberAddition: '' }),
  },
  addition_wrong: {
    canBeMadeWith: ({ additions }) => additions.length > 1 && !additions.includes('F'),
    make: ({ address }) => ({ ...typed(address), houseNumberAddition: 'F' }),
  },
  other_city: {
    make: ({ address }) => ({
      ...typed(address),
      city: address.city === 'Molenhorn' ? 'Zilverwaard' : 'Molenhorn',
    }),
  },
  new_building: {
    make: ({ address }) => ({
      ...typed(address),
      street: 'Zonnedauwstraat',
      postcode: `${address.postcode.slice(0, 4)} ZZ`,
    }),
  },
  street_unknown: { make: ({ address }) => ({ ...typed(address), street: 'Van Nergensstraat' }) },
  po_box: {
    make: ({ address }) => ({
      ...typed(address),
      street: 'Postbus',
      houseNumber: '118',
      houseNumberAddition: '',
    }),
  },
  pickup_point: {
    make: ({ address }) => ({ ...typed(address), street: `Afhaalpunt ${address.street}` }),
  },
} as const satisfies Record<string, Mistake>;

export type MistakeName = keyof typeof MISTAKES;

/** A letter that stands next to the right one, or two digits the other way round. */
function slipped(postcode: string, chance: Chance, town: Town): string {
  const [third = '', fourth = ''] = postcode.slice(2, 4);
  const last = postcode.charCodeAt(5);
  const nextLetter = String.fromCharCode(last === 90 ? 89 : last + 1);
  const swapped = `${postcode.slice(0, 2)}${fourth}${third}${postcode.slice(4)}`;
  const useSwap = third !== fourth && chance.below(2) === 0 && !town.isPostcode(swapped);
  return spaced(useSwap ? swapped : `${postcode.slice(0, 5)}${nextLetter}`);
}

function withoutALetter(street: string, chance: Chance): string {
  const at = 2 + chance.below(3);
  return street.slice(0, at) + street.slice(at + 1);
}
