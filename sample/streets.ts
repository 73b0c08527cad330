import { cast, places } from './cast';
import { createRandom } from '../src/random';
import { everySecond, type SampleSegment, type SampleStreet } from './sample-street';

const stems: Readonly<Record<'dutch' | 'frisian', readonly string[]>> = {
  dutch: (
    'Berken Beuken Eiken Esdoorn Hazelaar Iepen Kastanje Meidoorn Populieren Sleedoorn Vlier Wilgen Fazanten Grutto ' +
    'Kieviten Leeuwerik Merel Reiger Spreeuwen Zwaluw Anemoon Boterbloem Dotterbloem Klaproos Lelie Narcis Tulpen ' +
    'Viooltjes Ambachts Bakkers Kuipers Smeden Touwslagers Wevers Brouwers Kaap Loods Schippers Stuurmans Visser ' +
    'Koren Haver Gerste Klaver Veen Polder Dijk Terp Zand Klei'
  ).split(' '),
  frisian:
    'Buorren Hege Lege Nije Easter Wester Súder Skoalle Tsjerke Mûne Feart Reid Greide Hynste Ljip'.split(
      ' ',
    ),
};
const endings: Readonly<Record<'dutch' | 'frisian', readonly string[]>> = {
  dutch: ['straat', 'laan', 'weg', 'hof', 'singel', 'pad', 'plein', 'kade'],
  frisian: ['strjitte', 'leane', 'wei', 'paad'],
};
const perPlace: readonly number[] = [150, 70, 35, 35];
/** Each place has digits of its own; letters as the real register uses them. */
const firstDigits: readonly number[] = [8963, 8976, 8980, 8986];
const letters = 'ABCDEGHJKLMNPRSTVWXZ';
const additions = ['A', 'B', 'C', '1', '2', 'A-1', 'A-2', 'bis', 'hs', 'I', 'II', 'III'];

/** The streets that fill the municipality around the cast. */
export function generateStreets(seed: number): SampleStreet[] {
  const random = createRandom(seed);
  return places.flatMap((place, at) => {
    const postcodes = postcodesFrom(firstDigits[at] ?? 0);
    return namesOf(place, random)
      .slice(0, perPlace[at])
      .map((name) => ({ place, name, segments: segmentsOf(postcodes, random) }));
  });
}

function namesOf(place: string, random: () => number): string[] {
  const language = place === 'Lytsewâl' ? 'frisian' : 'dutch';
  const taken = new Set(cast.map(({ name }) => name));
  const names = stems[language].flatMap((stem) => endings[language].map((ending) => `${stem}${ending}`));
  return shuffled(
    names.filter((name) => !taken.has(name)),
    random,
  );
}

function segmentsOf(postcodes: Generator<string, string>, random: () => number): SampleSegment[] {
  const last = 6 + Math.floor(random() * 16);
  const odd = everySecond(1, last);
  const even = everySecond(2, last);
  const first = postcodes.next().value;
  if (random() < 0.02) return [{ postcode: null, numbers: odd }];
  if (random() < 0.5) return [{ postcode: first, numbers: withAdditions([...odd, ...even], random) }];
  return [
    { postcode: first, numbers: withAdditions(odd, random) },
    { postcode: postcodes.next().value, numbers: withAdditions(even, random) },
  ];
}

/** One number in twelve has additions; of half of these the bare number is no address. */
function withAdditions(numbers: readonly string[], random: () => number): string[] {
  return numbers.flatMap((number) => {
    if (random() >= 1 / 12) return [number];
    const from = Math.floor(random() * (additions.length - 2));
    const added = additions.slice(from, from + 2).map((addition) => `${number} ${addition}`);
    return random() < 0.5 ? added : [number, ...added];
  });
}

function* postcodesFrom(digits: number): Generator<string, string> {
  for (let at = 0; ; at++) {
    const pair = at % letters.length ** 2;
    const first = letters.charAt(Math.floor(pair / letters.length));
    const second = letters.charAt(pair % letters.length);
    if (`${first}${second}` === 'SA' || `${first}${second}` === 'SD' || `${first}${second}` === 'SS')
      continue;
    yield `${String(digits + Math.floor(at / letters.length ** 2))}${first}${second}`;
  }
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
