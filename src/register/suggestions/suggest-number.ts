import { findAddition } from '../names/house-number';
import type { TypedNumber } from '../names/house-number';
import type { Register, Segment, Street } from '../edition/register';

/** An address that may be meant, whole but for what is missing. */
export interface Suggestion {
  street: Street;
  /** Null while the house number, which decides the postcode, is still to be typed. */
  segment: Segment | null;
  houseNumber: number | null;
  /** '' is the bare number. */
  addition: string;
  missing: 'houseNumber' | 'houseNumberAddition' | null;
}

/** More additions of one number than this are not listed: the shopper types on. */
const MOST_ADDITIONS = 4;
/** What may be an addition where the register does not know them; "12 Voorb" is a city that is being typed. */
const ADDITION =
  /^(?:\p{L}{1,3}|\p{L}?[\s-]?\d{1,4}[\s-]?\p{L}{0,2}|\p{L}{1,3}[\s-]\p{L}{1,3}|huis|boven|onder)$/iu;
const inOrder = new Intl.Collator('nl', { numeric: true });

export function streetWithoutNumber(street: Street, segment: Segment | null): Suggestion {
  return { street, segment, houseNumber: null, addition: '', missing: 'houseNumber' };
}

/** The addresses with this very number on a segment: the typed addition first, then those that it begins. */
export function* addressesAt(
  register: Register,
  segment: Segment,
  { houseNumber, addition }: TypedNumber,
): Generator<Suggestion> {
  if (!register.hasNumber(segment, houseNumber)) return;
  const bare: Suggestion = {
    street: register.streetOf(segment),
    segment,
    houseNumber,
    addition: '',
    missing: null,
  };
  const registered = register.additionsOf(segment, houseNumber);
  if (registered === null) {
    if (addition === '' || ADDITION.test(addition)) yield { ...bare, addition };
    return;
  }
  const exact = findAddition(addition, registered);
  if (exact !== undefined) yield { ...bare, addition: exact };
  const longer = registered.filter((one) => one !== exact && one !== '' && begins(addition, one));
  if (longer.length > MOST_ADDITIONS) yield { ...bare, missing: 'houseNumberAddition' };
  else for (const one of longer.sort(inOrder.compare)) yield { ...bare, addition: one };
}

/** The registered numbers that begin with the digits typed so far, in their order: 1 → 10, 11, … 100. */
export function longerNumbers(register: Register, segment: Segment, houseNumber: number): number[] {
  const longer: number[] = [];
  for (const { first, last, step } of register.numberRanges(segment))
    for (let number = first; number <= last; number += step)
      if (number !== houseNumber && String(number).startsWith(String(houseNumber))) longer.push(number);
  return longer.sort((a, b) => a - b);
}

function begins(typed: string, addition: string): boolean {
  return lettersOf(addition).startsWith(lettersOf(typed));
}

function lettersOf(addition: string): string {
  return addition.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
}
