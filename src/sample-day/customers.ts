import type { Chance } from './chance';

/** Someone who orders at a shop. They do not exist: their mail goes to example.nl, their phones to no network. */
export interface Customer {
  /** The shop's own name for them. */
  reference: string;
  name: string;
  email: string | null;
  phone: string | null;
  language: 'nl' | 'en';
}

const FIRST_NAMES = (
  'Anna Bram Carlijn Daan Eva Fatima Gijs Hanneke Ids Jelle Karin Lotte Mohammed Nienke Olaf Petra Quinten Roos Sanne ' +
  'Thijs Umut Vera Wietske Xander Yara Zeynep Aaltje Bas Chantal Douwe'
).split(' ');
const LAST_NAMES = (
  'Bakker|Bos|de Boer|de Groot|de Jong|de Vries|Dijkstra|Hoekstra|van den Berg|van der Meer|van Dijk|Jansen|Kaya|Kok|' +
  'Meijer|Mulder|El Amrani|Peters|Postma|Prins|Schouten|Smit|ter Horst|Veenstra|Visser|Vos|Willems|Yılmaz|Zijlstra|Zwart'
).split('|');

/** A customer of the sample's, the same for the same number and chance. */
export function createCustomer(chance: Chance, number: number): Customer {
  const name = `${chance.one(FIRST_NAMES)} ${chance.one(LAST_NAMES)}`;
  return {
    reference: `klant-${number}`,
    name,
    email: chance.below(20) === 0 ? null : emailOf(name),
    phone: chance.below(4) === 0 ? null : `+31 6 0000 ${String(number % 10_000).padStart(4, '0')}`,
    language: chance.below(25) === 0 ? 'en' : 'nl',
  };
}

function emailOf(name: string): string {
  const plain = name
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replace(/[^a-zA-Z ]/g, '');
  return `${plain.toLowerCase().replaceAll(' ', '.')}@example.nl`;
}
