import type { KnownRole } from '../customers/known-address';

/** The parts of an address by which an answer names what is wrong. */
export type Field = 'street' | 'houseNumber' | 'houseNumberAddition' | 'postcode' | 'city' | 'country';

/** An address as it was typed; absent parts are absent. A house number may be typed with its addition. */
export interface EnteredAddress {
  street?: string | null | undefined;
  houseNumber?: number | string | null | undefined;
  houseNumberAddition?: string | null | undefined;
  postcode?: string | null | undefined;
  city?: string | null | undefined;
  country?: string | null | undefined;
  /** Street and number in one; instead of street and houseNumber. */
  addressLine?: string | null | undefined;
}

export type { KnownRole };

export interface EnteredKnownAddress extends EnteredAddress {
  role?: KnownRole | null | undefined;
}

/** An address as the register has it. */
export interface RegisteredAddress {
  street: string;
  houseNumber: number;
  houseNumberAddition: string | null;
  /** null where the register gives the address none. */
  postcode: string | null;
  city: string;
  country: string;
}
