/**
 * Proves that no real street is taken for another. Pairs of different streets of one town: A is typed at a postcode of B,
 * with a number of B; once as registered, once abbreviated, once with one random slip. Accepted as B, a parcel goes astray.
 * Run: npm run prove:confusion -- EDITION [pairs]
 */
import { checkAddress } from '../src/checks/check-address';
import { readEdition } from '../src/register/edition/edition-file';
import { formatPostcode } from '../src/register/names/postcode';
import type { Segment, Street } from '../src/register/edition/register';
import { streetKey } from '../src/register/names/street-name';
import { abbreviated, misspelt } from './support/misspell';
import { seeded } from './support/seeded';

const [, , path = 'data/sample.edition', pairs = '300000'] = process.argv;
const register = readEdition(path);
const below = seeded(11);
const MOST_SHOWN = 20;
const MOST_OTHERWISE = 10;

interface Manner {
  name: string;
  write: (name: string) => string;
}
const manners: Manner[] = [
  { name: 'as registered', write: (name) => name },
  { name: 'abbreviated', write: (name) => abbreviated(name, below) },
  { name: 'misspelt', write: (name) => misspelt(name, below) },
];

interface Pair {
  typed: Street;
  at: Segment;
  houseNumber: number;
}

/** A number of a random street's part, and another street of its town that shares no name with it. */
function randomPair(): Pair | null {
  const at = below(register.info.counts.segments);
  if (register.postcodeOf(at) === 0) return null;
  const street = register.streetOf(at);
  const streets = streetsOfTown(street);
  const typed = streets[below(streets.length)] ?? street;
  if (register.streetKey(typed) === register.streetKey(street)) return null;
  const ranges = register.numberRanges(at);
  const { first, last, step } = ranges[below(ranges.length)] ?? { first: 1, last: 1, step: 1 };
  return { typed, at, houseNumber: first + step * below((last - first) / step + 1) };
}

const towns = new Map<number, readonly Street[]>();
function streetsOfTown(street: Street): readonly Street[] {
  const place = register.placeOf(street);
  const known = towns.get(place) ?? register.findStreetsByPrefix(place, '', Number.POSITIVE_INFINITY);
  towns.set(place, known);
  return known;
}

/** True where the typed street is taken for the one at the postcode. */
function isTakenForOther({ typed, at, houseNumber }: Pair, text: string): boolean {
  const street = register.streetOf(at);
  // A slip may spell the other street's very name, or leave nothing of a name of one letter.
  if (['', register.streetKey(street)].includes(streetKey(text))) return false;
  const { verdict, address } = checkAddress(register, {
    street: text,
    houseNumber,
    postcode: formatPostcode(register.postcodeOf(at)),
    city: below(2) === 0 ? '' : register.placeName(register.placeOf(street)),
  });
  return (
    verdict === 'accept' &&
    address?.street === register.streetName(street) &&
    register.streetName(typed) !== address.street
  );
}

const taken = new Map(manners.map(({ name }) => [name, 0]));
let done = 0;
while (done < Number(pairs)) {
  const pair = randomPair();
  if (pair === null) continue;
  done++;
  for (const { name, write } of manners) {
    const text = write(register.streetName(pair.typed));
    if (!isTakenForOther(pair, text)) continue;
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    if (count <= MOST_SHOWN) {
      const registered = register.streetName(register.streetOf(pair.at));
      console.log(`  ${name}: "${text}" (${register.streetName(pair.typed)}) taken for "${registered}"`);
    }
  }
}
console.log(`${pairs} pairs of different streets of one town; accepted as the other street:`);
for (const [name, count] of taken) console.log(`  ${name.padEnd(15)} ${String(count).padStart(6)}`);
const [asRegistered = 0, ...otherwise] = taken.values();
const otherwiseSpelled = otherwise.reduce((sum, count) => sum + count, 0);
console.log(`at most 0 as registered, and ${MOST_OTHERWISE} of the others`);
if (asRegistered > 0 || otherwiseSpelled > MOST_OTHERWISE) process.exitCode = 1;
