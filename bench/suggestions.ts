/**
 * How soon and how well addresses are suggested: any beginning of any address, one in ten with a letter missing, and
 * whole addresses, of which it is told how often they come first. Run: npx tsx bench/suggestions.ts EDITION [count]
 */
import { readEdition } from '../src/register/edition/edition-file';
import { formatPostcode } from '../src/register/names/postcode';
import { suggestAddresses, type TypedAddress } from '../src/register/suggestions/suggest-address';

const [, , path = 'data/sample.edition', count = '20000'] = process.argv;
const register = readEdition(path);
const LIMIT = 8;

/** Mulberry32: the same addresses in every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const below = seeded(7);

function someAddress() {
  const segment = below(register.info.counts.segments);
  const street = register.streetOf(segment);
  const ranges = register.numberRanges(segment);
  const { first, last, step } = ranges[below(ranges.length)]!;
  const houseNumber = first + step * below((last - first) / step + 1);
  const additions = register.additionsOf(segment, houseNumber) ?? [''];
  const addition = additions[below(additions.length)]!;
  const code = register.postcodeOf(segment);
  const postcode = code === 0 ? '' : formatPostcode(code);
  const city = register.placeName(register.placeOf(street));
  const number = `${houseNumber} ${addition}`.trim();
  const name = register.streetName(street);
  return { segment, houseNumber, addition, postcode, city, number, name, line: `${name} ${number}` };
}

type Address = ReturnType<typeof someAddress>;
type Way = (address: Address) => Partial<TypedAddress>;

const withoutLetter = (text: string) => {
  const at = 1 + below(Math.max(1, text.length - 2));
  return text.slice(0, at) + text.slice(at + 1);
};

const ways: Record<string, Way> = {
  'postcode and number': ({ postcode, number }) => ({ text: `${postcode} ${number}` }),
  'street, number, city': ({ line, city }) => ({ text: `${line} ${city}` }),
  'whole line': ({ line, postcode, city }) => ({ text: `${line}, ${postcode} ${city}` }),
  'street and number, city known': ({ line, city }) => ({ text: line, city }),
  'misspelt, city known': ({ name, number, city }) => ({ text: `${withoutLetter(name)} ${number}`, city }),
  'street, number, half the city': ({ line, city }) => ({
    text: `${line} ${city.slice(0, 2 + city.length / 2)}`,
  }),
};

const suggest = (typed: Partial<TypedAddress>) =>
  suggestAddresses(register, { text: '', city: '', postcode: '', ...typed }, LIMIT);

const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`;

function tellHowWell(name: string, way: Way, addresses: readonly Address[]): void {
  const ranks = addresses.map((address) =>
    suggest(way(address)).findIndex(
      ({ segment, houseNumber, addition }) =>
        segment === address.segment && houseNumber === address.houseNumber && addition === address.addition,
    ),
  );
  const first = ranks.filter((rank) => rank === 0).length;
  const among = ranks.filter((rank) => rank >= 0).length;
  console.log(
    `${name.padEnd(32)} first ${share(first, ranks.length)}, among ${LIMIT} ${share(among, ranks.length)}`,
  );
}

/** The best of three, which leaves out what else the machine was doing. */
function millisecondsOf(typed: Partial<TypedAddress>): number {
  const times = [1, 2, 3].map(() => {
    const started = performance.now();
    suggest(typed);
    return performance.now() - started;
  });
  return Math.min(...times);
}

function tellHowSoon(addresses: readonly Address[]): void {
  const kinds = Object.values(ways);
  const typed = addresses.map((address) => {
    const { text = '', ...fields } = kinds[below(kinds.length)]!(address);
    const beginning = text.slice(0, 1 + below(text.length));
    return {
      ...fields,
      text: below(10) === 0 && beginning.length > 4 ? withoutLetter(beginning) : beginning,
    };
  });
  for (const one of typed.slice(0, 2_000)) suggest(one);
  const milliseconds = typed.map(millisecondsOf).sort((a, b) => a - b);
  const at = (part: number) => `${milliseconds[Math.floor(part * (milliseconds.length - 1))]!.toFixed(3)} ms`;
  console.log(`beginnings: median ${at(0.5)}, p99 ${at(0.99)}, p99.9 ${at(0.999)}`);
}

const addresses = Array.from({ length: Number(count) }, someAddress);
tellHowSoon(addresses);
for (const [name, way] of Object.entries(ways))
  tellHowWell(name, way, addresses.filter(({ postcode }) => postcode !== '').slice(0, 10_000));
