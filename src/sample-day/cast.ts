import type { Role } from '../http/caller';

/** Who works at the sample's carrier, and which shops it delivers for. */
export const depots = [
  { code: 'ZLV', name: 'Zilverwaard', cities: ['Zilverwaard', 'Sint Odaberg'] },
  { code: 'MLH', name: 'Molenhorn', cities: ['Molenhorn', 'Lytsewâl'] },
] as const;

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
