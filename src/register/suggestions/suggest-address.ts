import type { PostcodeRange } from './postcode-range';
import { districtOf, isWhole, postcodesBeginning, segmentsWithin } from './postcode-range';
import type { Register, Segment } from '../edition/register';
import type { Suggestion } from './suggest-number';
import { addressesAt, streetWithoutNumber } from './suggest-number';
import { placesMeant } from './suggest-place';
import type { Reading } from './suggest-reading';
import { readTyped } from './suggest-reading';
import type { Nearby, Question } from './suggest-street';
import {
  atLongerNumbers,
  beginningStreets,
  longerNumbersOn,
  namedStreets,
  onStreets,
  similarStreets,
  streetsAnywhere,
} from './suggest-street';

/** What is typed, and what the form's other fields hold; '' where nothing. */
export interface TypedAddress {
  text: string;
  city: string;
  postcode: string;
}

type Strategy = (question: Question) => Iterable<Suggestion>;

/** What all that is typed may mean at the postcode, in the city or near, likeliest first. */
const HERE: readonly Strategy[] = [
  numberAtPostcode,
  streetsAtPostcode,
  (question) => onStreets(question, namedStreets(question)),
  (question) => onStreets(question, beginningStreets(question)),
  longerNumberAtPostcode,
  (question) => longerNumbersOn(question, namedStreets(question)),
  (question) => longerNumbersOn(question, beginningStreets(question)),
];
const MISSPELT: readonly Strategy[] = [(question) => onStreets(question, similarStreets(question))];
const ANYWHERE: readonly Strategy[] = [(question) => onStreets(question, streetsAnywhere(question))];

type LetGo = (reading: Reading) => readonly Reading[];

/** What is given up where all of it fits nowhere: one thing at a time, the likeliest to be wrong first. */
const LET_GO: readonly LetGo[] = [addition, streetOrPostcode, number, postcode, city];

/** The addresses that may be meant by what is typed so far, best first; at most `limit`. */
export function suggestAddresses(
  register: Register,
  typed: TypedAddress,
  limit: number,
): readonly Suggestion[] {
  const readings = readTyped(typed.text);
  const nearby = nearbyOf(register, typed);
  const found = new SuggestionList(limit);
  const seek = (strategies: readonly Strategy[], from: readonly Reading[]) => {
    for (const strategy of strategies)
      for (const reading of from) if (found.takeFrom(strategy({ register, reading, nearby }))) return;
  };
  seek(HERE, readings);
  if (found.isEmpty) seek(MISSPELT, readings);
  seek(ANYWHERE, readings);
  for (const letGo of LET_GO) if (found.isEmpty) seek([...HERE, ...ANYWHERE], readings.flatMap(letGo));
  return found.suggestions;
}

/** Suggestions in the order in which they came, each once. */
class SuggestionList {
  private readonly seen = new Map<string, Suggestion>();

  constructor(private readonly limit: number) {}

  get isEmpty(): boolean {
    return this.seen.size === 0;
  }

  get suggestions(): readonly Suggestion[] {
    return [...this.seen.values()];
  }

  /** Takes what is new until there is enough; says whether there is. */
  takeFrom(suggestions: Iterable<Suggestion>): boolean {
    for (const suggestion of suggestions) {
      if (this.seen.size >= this.limit) break;
      const { street, segment, houseNumber, addition, missing } = suggestion;
      const key = [street, segment, houseNumber, addition, missing].join();
      if (!this.seen.has(key)) this.seen.set(key, suggestion);
    }
    return this.seen.size >= this.limit;
  }
}

function addition(reading: Reading): readonly Reading[] {
  if (!reading.number?.addition) return [];
  return [{ ...reading, number: { ...reading.number, addition: '' } }];
}

/** Postcode and street contradict each other: either may be the one meant. */
function streetOrPostcode(reading: Reading): readonly Reading[] {
  const { postcode, street } = reading;
  if (postcode === null || !isWhole(postcode) || isNumberedStreet(reading)) return [];
  const byPostcode = { ...reading, street: '', city: '' };
  return street === '' ? [byPostcode] : [byPostcode, { ...reading, postcode: null }];
}

/** "Botter 40" read as a name: its number must not get lost with it. */
function isNumberedStreet({ street, number }: Reading): boolean {
  return number === null && /\d$/.test(street);
}

function number(reading: Reading): readonly Reading[] {
  return reading.number === null ? [] : [{ ...reading, number: null }];
}

function postcode(reading: Reading): readonly Reading[] {
  return reading.district === null ? [] : [{ ...reading, postcode: null, district: null }];
}

function city(reading: Reading): readonly Reading[] {
  return reading.city === '' ? [] : [{ ...reading, city: '' }];
}

function nearbyOf(register: Register, { city, postcode }: TypedAddress): Nearby {
  const near: PostcodeRange | null = postcodesBeginning(postcode);
  const inDistrict = near === null ? [] : register.placesOfDistrict(districtOf(near));
  const inCity = city === '' ? [] : placesMeant(register, city);
  return { places: [...new Set([...inCity, ...inDistrict])], postcode: near };
}

function* numberAtPostcode(question: Question): Generator<Suggestion> {
  const { register, reading } = question;
  if (reading.number === null) return;
  for (const segment of segmentsAtPostcode(question)) yield* addressesAt(register, segment, reading.number);
}

function* streetsAtPostcode(question: Question): Generator<Suggestion> {
  const { register, reading } = question;
  if (reading.number !== null) return;
  for (const segment of segmentsAtPostcode(question))
    yield streetWithoutNumber(register.streetOf(segment), segment);
}

function* longerNumberAtPostcode(question: Question): Generator<Suggestion> {
  const { register, reading } = question;
  if (reading.number?.addition !== '') return;
  for (const segment of segmentsAtPostcode(question))
    yield* atLongerNumbers(register, segment, reading.number.houseNumber);
}

/** What lies at a postcode that was typed without a street, in the city where one was typed too. */
function* segmentsAtPostcode({ register, reading }: Question): Generator<Segment> {
  if (reading.postcode === null || reading.street !== '') return;
  const places = reading.city === '' ? null : placesMeant(register, reading.city);
  for (const segment of segmentsWithin(register, reading.postcode))
    if (places === null || places.includes(register.placeOf(register.streetOf(segment)))) yield segment;
}
