import type { Customer } from './customers';
import type { TownAddress } from './town';

/** The customer of the story, who has just moved, and mixes her addresses both ways. */
export const vera: Customer = {
  reference: 'klant-vera',
  name: 'Vera Verhuizer',
  email: 'vera@example.nl',
  phone: '+31 6 0000 0000',
  language: 'nl',
};

const plain = { houseNumber: 12, addition: '', city: 'Zilverwaard', additions: [''] };
export const oldAddress: TownAddress = { ...plain, street: 'Kerkstraat', postcode: '8951AB' };
export const newAddress: TownAddress = { ...plain, street: 'Lindelaan', postcode: '8962KL' };
