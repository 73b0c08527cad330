import { CITY_ALIASES } from '../names/city-aliases';
import { parseCity } from '../names/city-name';
import { findFirst } from '../edition/binary-search';
import { fold } from '../names/fold';
import type { Place, Register } from '../edition/register';

/** Every name that a place goes by, sorted. */
type PlaceNames = readonly { name: string; place: Place }[];

const SHORTEST_BEGINNING = 2;
/** "Nieuw" begins 60 names. */
const MOST_PLACES = 100;

// 2 ms for the 2,426 places of the nation, so once a register.
const namesOf = new WeakMap<Register, PlaceNames>();

/** The places that a city is the name of, and those that it may be the beginning of: "Een" is a village, and Eenrum too. */
export function placesMeant(register: Register, city: string): readonly Place[] {
  const named = register.findPlaces(city);
  return [...new Set([...named, ...placesBeginning(register, fold(city))])];
}

function placesBeginning(register: Register, beginning: string): readonly Place[] {
  if (beginning.length < SHORTEST_BEGINNING) return [];
  const names = placeNames(register);
  const places: Place[] = [];
  let index = findFirst(names.length, (one) => (names[one]?.name ?? '') >= beginning);
  for (; names[index]?.name.startsWith(beginning) && places.length < MOST_PLACES; index++)
    places.push(names[index]?.place ?? 0);
  return places;
}

function placeNames(register: Register): PlaceNames {
  const known = namesOf.get(register);
  if (known !== undefined) return known;
  const names = allNames(register).sort((a, b) => Number(a.name > b.name) - Number(a.name < b.name));
  namesOf.set(register, names);
  return names;
}

function allNames(register: Register): { name: string; place: Place }[] {
  const aliasesOf = new Map<string, string[]>();
  for (const [alias, base] of CITY_ALIASES) aliasesOf.set(base, [...(aliasesOf.get(base) ?? []), alias]);
  return Array.from({ length: register.info.counts.places }, (_, place) => {
    const official = register.placeName(place);
    const names = [fold(official), ...(aliasesOf.get(parseCity(official).base) ?? [])];
    return names.map((name) => ({ name, place }));
  }).flat();
}
