import type { Role } from '../http/caller';

/** Who works at the sample's carrier, and which shops it delivers for. */
export const depots = [
  {
    ...{ code: 'ZLV', name: 'Zilverwaard', cities: ['Zilverwaard', 'Sint Odaberg'] },
    place: { lat: 52.4421, lon: 5.3405 },
  },
  {
    ...{ code: 'MLH', name: 'Molenhorn', cities: ['Molenhorn', 'Lytsewâl'] },
    place: { lat: 52.4462, lon: 5.3793 },
  },
] as const;

export interface CastDriver {
  depot: string;
  name: string;
  vehicle: string;
  /** `next` leaves within minutes, with what is in its van; `later` takes what is still to be loaded. */
  leaves: 'next' | 'later';
}

/** Each drives one route of the day. */
export const drivers: readonly CastDriver[] = [
  { depot: 'ZLV', name: 'Jelle', vehicle: 'V-123-BX', leaves: 'next' },
  { depot: 'ZLV', name: 'Aukje', vehicle: 'V-204-KT', leaves: 'later' },
  { depot: 'MLH', name: 'Femke', vehicle: 'V-318-GZ', leaves: 'next' },
  { depot: 'MLH', name: 'Tjeerd', vehicle: 'V-451-RN', leaves: 'later' },
];

export interface CastPerson {
  role: Role;
  name: string;
  depot?: string;
}

export const people: readonly CastPerson[] = [
  { role: 'agent', name: 'Noor', depot: 'ZLV' },
  { role: 'agent', name: 'Sjoerd', depot: 'MLH' },
  { role: 'supervisor', name: 'Hanna' },
  { role: 'planner', name: 'Ritplanner' },
];

export interface CastShop {
  name: string;
  /** What its references begin with. */
  prefix: string;
}

export const shops = [
  { name: 'Boekhandel De Zilveren Bladzij', prefix: 'BZB' },
  { name: 'Tuingoed Molenhorn', prefix: 'TGM' },
  { name: 'Fietsen van Oda', prefix: 'FVO' },
] as const satisfies readonly CastShop[];
