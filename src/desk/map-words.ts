import type { Language, Localised } from '../http/language';
import type { PointKind } from './map-view';

/** What each sign on a map is, the most telling first. */
const KINDS: Readonly<Record<PointKind, Localised>> = {
  new: { nl: 'nieuw adres', en: 'new address' },
  old: { nl: 'waar het nu heen gaat', en: 'where it goes now' },
  vehicle: { nl: 'bus', en: 'van' },
  start: { nl: 'begin', en: 'start' },
  to_come: { nl: 'stop te gaan', en: 'stop to come' },
  done: { nl: 'stop gedaan', en: 'stop done' },
};

export const POINT_KINDS = Object.keys(KINDS) as PointKind[];

/** Signs, so that no meaning hangs on a colour. */
export const SIGNS: Readonly<Record<PointKind, string>> = {
  new: '★',
  old: '✗',
  vehicle: '▲',
  start: '■',
  to_come: '○',
  done: '●',
};

export function kindText(kind: PointKind, language: Language): string {
  return KINDS[kind][language];
}

export const MAP: Localised = { nl: 'Kaart', en: 'Map' };
