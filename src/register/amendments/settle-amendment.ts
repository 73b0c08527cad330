import type { Amendment } from './amendment';
import { fold } from '../names/fold';
import type { Place, Register } from '../edition/register';
import { typedStreet } from '../names/street-match';

/** One reason why an amendment cannot be laid over the register, at a field of the request. */
export interface AmendmentMistake {
  field: 'city' | 'street' | 'formerName' | 'expiresAt';
  code: string;
  message: Record<'nl' | 'en', string>;
}

export type Settled = { amendment: Amendment } | { mistakes: AmendmentMistake[] };

/** An amendment under the register's own spelling of place and street, or all that is wrong with it. */
export function settleAmendment(register: Register, typed: Amendment, nowMs: number): Settled {
  const place = findPlace(register, typed.place);
  const late = typed.expiresAtMs > nowMs ? [] : [EXPIRED];
  if (typeof place === 'object') return { mistakes: [place, ...late] };
  const street = officialName(register, place, typed.street);
  const mistakes = [...streetMistakes(typed, street), ...late];
  if (mistakes.length > 0) return { mistakes };
  return { amendment: { ...typed, place: register.placeName(place), street: street ?? typed.street } };
}

function findPlace(register: Register, typed: string): Place | AmendmentMistake {
  const places = register.findPlaces(typed);
  const [place = UNKNOWN_CITY] = places;
  return places.length > 1 ? ambiguous(register, places) : place;
}

function streetMistakes(typed: Amendment, official: string | null): AmendmentMistake[] {
  if (official === null) return typed.kind === 'street' ? [] : [UNKNOWN_STREET];
  const isSame = typed.kind === 'former_name' && fold(typed.formerName) === fold(official);
  return isSame ? [SAME_NAME] : [];
}

function officialName(register: Register, place: Place, typed: string): string | null {
  const found = register.findStreets(place, typedStreet(typed)).find(({ by }) => by === null);
  return found === undefined ? null : register.streetName(found.street);
}

function ambiguous(register: Register, places: readonly Place[]): AmendmentMistake {
  const names = places.map((place) => register.placeName(place)).join(', ');
  return {
    field: 'city',
    code: 'ambiguous_city',
    message: { nl: `Er zijn er meer van: ${names}.`, en: `There are several: ${names}.` },
  };
}

const EXPIRED: AmendmentMistake = {
  field: 'expiresAt',
  code: 'in_the_past',
  message: { nl: 'Dit moment is al voorbij.', en: 'This moment has passed already.' },
};
const UNKNOWN_CITY: AmendmentMistake = {
  field: 'city',
  code: 'unknown_city',
  message: { nl: 'Deze plaats staat niet in het register.', en: 'The register has no such place.' },
};
const UNKNOWN_STREET: AmendmentMistake = {
  field: 'street',
  code: 'unknown_street',
  message: {
    nl: 'Deze straat kent het register hier niet; voeg eerst de straat toe (kind: street).',
    en: 'The register has no such street there; add the street first (kind: street).',
  },
};
const SAME_NAME: AmendmentMistake = {
  field: 'formerName',
  code: 'same_name',
  message: { nl: 'Zo heet de straat nu.', en: 'This is what the street is called now.' },
};
