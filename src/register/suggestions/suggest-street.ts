import type { PostcodeRange } from './postcode-range';
import { includes, isWhole } from './postcode-range';
import type { Place, Register, Segment, Street } from '../edition/register';
import type { Suggestion } from './suggest-number';
import { addressesAt, longerNumbers, streetWithoutNumber } from './suggest-number';
import { placesMeant } from './suggest-place';
import type { Reading } from './suggest-reading';
import { typedStreet } from '../names/street-match';
import { typedStreetKeys, unexpandedStreetKey } from '../names/street-name';

/** What else the form holds: it says what is likelier, and rules out nothing. */
export interface Nearby {
  places: readonly Place[];
  postcode: PostcodeRange | null;
}

/** One reading of what was typed, asked of a register. */
export interface Question {
  register: Register;
  reading: Reading;
  nearby: Nearby;
}

const MOST_IN_PLACE = 64;
/** The longest list of one name in the nation, Kerkstraat's, holds 700. */
const MOST_ANYWHERE = 1_000;
const SHORTEST_ANYWHERE = 3;
/** A town's streets are compared one by one, 0.05 ms in most and 0.35 in the largest. */
const MOST_COMPARED_PLACES = 3;
const SHORTEST_COMPARED = 4;

/** Streets of this name, former and short names too, in the city or near. */
export function namedStreets({ register, reading, nearby }: Question): readonly Street[] {
  if (reading.street === '') return [];
  const typed = typedStreet(reading.street);
  const places = placesOf({ register, reading, nearby });
  return places.flatMap((place) => register.findStreets(place, typed).map(({ street }) => street));
}

/** Streets whose name begins so, in the city or near. */
export function beginningStreets(question: Question): readonly Street[] {
  if (question.reading.street === '') return [];
  const beginnings = keyBeginnings(question.reading.street);
  return placesOf(question).flatMap((place) =>
    beginnings.flatMap((key) => question.register.findStreetsByPrefix(place, key, MOST_IN_PLACE)),
  );
}

/** Misspelt streets of the city or near. */
export function similarStreets(question: Question): readonly Street[] {
  const typed = typedStreet(question.reading.street);
  if (typed.key.length < SHORTEST_COMPARED) return [];
  const places = placesOf(question).slice(0, MOST_COMPARED_PLACES);
  return places.flatMap((place) =>
    question.register.findSimilarStreets(place, typed).map(({ street }) => street),
  );
}

/** Streets of the whole register whose name begins so: the name itself first, of one name the longest street. */
export function streetsAnywhere({ register, reading }: Question): readonly Street[] {
  if (reading.city !== '' || reading.district !== null) return [];
  const beginnings = keyBeginnings(reading.street).filter(({ length }) => length >= SHORTEST_ANYWHERE);
  const found = beginnings.flatMap((key) => register.findStreetsByPrefix(null, key, MOST_ANYWHERE));
  return found
    .map((street) => ({
      street,
      isWhole: beginnings.includes(register.streetKey(street)),
      length: register.segmentsOf(street).length,
    }))
    .sort((a, b) => Number(b.isWhole) - Number(a.isWhole) || b.length - a.length)
    .map(({ street }) => street);
}

/** What the reading means on each of these streets: its number there or, where none was typed, the street. */
export function* onStreets(question: Question, streets: readonly Street[]): Generator<Suggestion> {
  const { register, reading } = question;
  for (const street of streets) {
    const segments = segmentsMeant(question, street);
    if (reading.number === null) yield* wholeStreet(question, street, segments);
    else for (const segment of segments) yield* addressesAt(register, segment, reading.number);
  }
}

/** Numbers on these streets that begin with the one typed, as long as nothing stands behind it. */
export function* longerNumbersOn(question: Question, streets: readonly Street[]): Generator<Suggestion> {
  const { register, reading } = question;
  if (reading.number?.addition !== '') return;
  for (const street of streets)
    for (const segment of segmentsMeant(question, street))
      yield* atLongerNumbers(register, segment, reading.number.houseNumber);
}

export function* atLongerNumbers(register: Register, segment: Segment, typed: number): Generator<Suggestion> {
  for (const houseNumber of longerNumbers(register, segment, typed))
    yield* addressesAt(register, segment, { houseNumber, addition: '' });
}

/** A street under each postcode that was typed, or as it is: then the number, still to come, decides the postcode. */
function* wholeStreet(
  { register, reading, nearby }: Question,
  street: Street,
  segments: readonly Segment[],
): Generator<Suggestion> {
  const [first] = segments;
  if (first === undefined) return;
  if (reading.postcode !== null) {
    for (const segment of segments) yield streetWithoutNumber(street, segment);
    return;
  }
  const isCertain = nearby.postcode !== null && isWhole(nearby.postcode) && isWithin(register, first, nearby);
  yield streetWithoutNumber(street, isCertain ? first : null);
}

/** The parts of a street that a typed postcode leaves, those nearby first. */
function segmentsMeant({ register, reading, nearby }: Question, street: Street): readonly Segment[] {
  const segments = register.segmentsOf(street).filter((segment) => isWithin(register, segment, reading));
  if (nearby.postcode === null) return segments;
  const near = segments.filter((segment) => isWithin(register, segment, nearby));
  return [...near, ...segments.filter((segment) => !near.includes(segment))];
}

function isWithin(register: Register, segment: Segment, { postcode }: Pick<Nearby, 'postcode'>): boolean {
  return postcode === null || includes(postcode, register.postcodeOf(segment));
}

function placesOf({ register, reading, nearby }: Question): readonly Place[] {
  if (reading.city !== '') return placesMeant(register, reading.city);
  if (reading.district !== null) return register.placesOfDistrict(reading.district);
  return nearby.places;
}

function keyBeginnings(street: string): readonly string[] {
  const key = unexpandedStreetKey(street);
  // "ij" is "y" in a key, so that a typed "i" may be the beginning of one.
  const halfIj = key.endsWith('i') ? [`${key.slice(0, -1)}y`] : [];
  return [...new Set([key, ...halfIj, ...typedStreetKeys(street)])].filter((one) => one !== '');
}
