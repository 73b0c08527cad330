import { parseHouseNumber, trimSeparators } from './house-number';

/** One way to read a line: its street, house number and addition. */
export interface LineReading {
  street: string;
  houseNumber: number | null;
  addition: string;
}

/** A line of an address in its parts; every letter and digit of the line is in exactly one of them. */
export interface AddressLine {
  /** Most likely first: "Markerkant 10 142" is number 10, addition 142, or number 142 of a street "Markerkant 10". */
  readings: readonly LineReading[];
  postcode: string;
  city: string;
  poBox: string;
  /** Names, buildings and floors that are no part of the address. */
  unusedText: readonly string[];
}

const SEPARATORS = /[,;\n\r\t|]+/;
const POSTCODE = /(?<![\p{L}\p{N}])([1-9]\d{3}\s?[A-Za-z]{2})(?![\p{L}\p{N}])(.*)$/su;
const PO_BOX =
  /(?<![\p{L}\p{N}])((?:post\s?bus|post\s?box|p\.?\s?o\.?\s?box|pb|antwoordnummer)\b\.?\s*(?:nr\.?\s*)?\d*)/iu;
const ASIDE =
  /^(?:\d{1,2}\s?(?:e|ste|de)\s+(?:verdieping|etage)|c\/o|p\/a|t\.?\s?a\.?\s?v\.?|attn|o\.?v\.?v\.?|ter attentie|gebouw|unit|verdieping|etage|kamer|appartement|app\.|flat|blok|toren|begane grond|receptie|afdeling|afd\.)(?![\p{L}])/iu;
/** Behind an addition, these words begin something that is no addition: "3 HS App. 13", "3 2e verdieping". */
const ASIDE_WITHIN =
  /(?:(?:^|\s)\d{1,2}\s?(?:e|ste|de)\s+(?:verdieping|etage)|\s(?:app\.|appartement|gebouw|unit|verdieping|kamer|t\.a\.v\.|c\/o)).*$/isu;
const HOUSE_NUMBER = /(?<![\p{L}\p{N}])\d{1,6}(?!\d)/gu;
/** "Kerkstraat12": a number written onto the street's last word. */
const JOINED_HOUSE_NUMBER = /(?<=\p{L}{3})\d{1,6}(?!\d)/gu;
/** "12 Kerkstraat", as abroad: a reading of its own, for "3 Oktoberpad" is a name. */
const LEADING_NUMBER = /^(\d{1,6}\p{L}?)\s+(\p{L}.*)$/su;
const LONGEST_ADDITION = 6;
/** Nobody's address has so many numbers; each reading is judged, and two hundred of them took 90 ms. */
const MOST_READINGS = 8;

interface Draft {
  main: string;
  postcode: string;
  city: string;
  poBox: string;
  unusedText: string[];
}

/** Splits a typed line. Commas and line breaks separate parts; the street and number are the first that is left. */
export function splitAddressLine(line: string): AddressLine {
  const draft: Draft = { main: '', postcode: '', city: '', poBox: '', unusedText: [] };
  for (const part of line.split(SEPARATORS)) place(part.trim(), draft);
  const { main, ...rest } = draft;
  const readings = main === '' ? [] : readStreetAndNumber(main);
  const aside = ASIDE_WITHIN.exec(readings[0]?.addition ?? '')?.[0];
  if (aside === undefined) return { readings, ...rest };
  const before = main.slice(0, main.lastIndexOf(aside));
  return {
    ...rest,
    readings: readStreetAndNumber(before),
    unusedText: [...rest.unusedText, aside.trim()],
  };
}

/** Puts one part of the line where it belongs: the first that knows it takes it, and what it leaves is placed again. */
function place(part: string, draft: Draft): void {
  if (part === '') return;
  if (!takeAside(part, draft) && !takePoBox(part, draft) && !takePostcode(part, draft))
    placeText(part, draft);
}

function takeAside(part: string, draft: Draft): boolean {
  if (!ASIDE.test(part)) return false;
  draft.unusedText.push(part);
  return true;
}

function takePoBox(part: string, draft: Draft): boolean {
  const box = PO_BOX.exec(part)?.[1];
  if (box === undefined || draft.poBox !== '') return false;
  draft.poBox = box.trim();
  place(part.replace(box, ' ').trim(), draft);
  return true;
}

function takePostcode(part: string, draft: Draft): boolean {
  const [whole, postcode, behind = ''] = POSTCODE.exec(part) ?? [];
  if (whole === undefined || postcode === undefined || draft.postcode !== '') return false;
  draft.postcode = postcode;
  place(part.slice(0, part.length - whole.length).trim(), draft);
  placeCity(trimSeparators(behind), draft);
  return true;
}

function placeText(part: string, draft: Draft): void {
  const hasNumber = /\d/.test(part);
  if (draft.main === '') draft.main = part;
  else if (!/\d/.test(draft.main) && hasNumber) draft.main += ` ${part}`;
  else if (part.length <= LONGEST_ADDITION && !draft.main.endsWith(part) && isAdditionLike(part))
    draft.main += ` ${part}`;
  else if (hasNumber) draft.unusedText.push(part);
  else placeCity(part, draft);
}

function placeCity(text: string, draft: Draft): void {
  if (text === '') return;
  if (draft.city === '') draft.city = text;
  else draft.unusedText.push(text);
}

function isAdditionLike(part: string): boolean {
  return /^(?:\p{L}{1,3}|\p{L}?-?\d{1,4}\p{L}?|huis|boven|onder)$/iu.test(part);
}

/**
 * Every number with a street before it may be the house number. The first is the likeliest, for additions follow it;
 * but a street's own name may end in a number, so the later ones are readings too.
 */
function readStreetAndNumber(text: string): LineReading[] {
  for (const pattern of [HOUSE_NUMBER, JOINED_HOUSE_NUMBER]) {
    const readings = numbersIn(text, pattern);
    if (readings.length > 0) return readings;
  }
  const bare = { street: text, houseNumber: null, addition: '' };
  const [, leading, street] = LEADING_NUMBER.exec(text) ?? [];
  if (leading === undefined || street === undefined) return [bare];
  const number = parseHouseNumber(leading);
  return number === null ? [bare] : [bare, { street, ...number }];
}

function numbersIn(text: string, pattern: RegExp): LineReading[] {
  const readings: LineReading[] = [];
  for (const { index } of text.matchAll(pattern)) {
    const street = trimSeparators(text.slice(0, index));
    const number = parseHouseNumber(text.slice(index));
    if (number === null || !/\p{L}/u.test(street) || isOrdinal(text.slice(index))) continue;
    readings.push({ street, ...number });
    if (readings.length === MOST_READINGS) break;
  }
  return readings;
}

/** "1e", "2de": a word of the street's name, unless nothing follows it. */
function isOrdinal(text: string): boolean {
  return /^\d+(?:e|ste|de)\s+\p{L}{2,}/iu.test(text);
}
