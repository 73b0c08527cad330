/**
 * The words of Dutch and Frisian street names that are written in more than one way. All in folded spelling
 * (`ij` as `y`). Abbreviations follow NEN 5825 and the addresses that people wrote themselves.
 */

/** Abbreviated street types, expanded at the end of the last word: "Dorpsstr" → "dorpsstraat". */
export const STREET_TYPE_ABBREVIATIONS: readonly (readonly [string, string])[] = [
  ['strj', 'strjitte'],
  ['dwarsstr', 'dwarsstraat'],
  ['dwstr', 'dwarsstraat'],
  ['plnts', 'plantsoen'],
  ['plants', 'plantsoen'],
  ['plant', 'plantsoen'],
  ['sngl', 'singel'],
  ['str', 'straat'],
  ['stg', 'steeg'],
  ['pln', 'plein'],
  ['grt', 'gracht'],
  ['prk', 'park'],
  ['hvn', 'haven'],
  ['kde', 'kade'],
  ['ln', 'laan'],
  ['wg', 'weg'],
  ['kd', 'kade'],
  ['gr', 'gracht'],
  ['dk', 'dyk'],
  ['pd', 'pad'],
  ['pl', 'plein'],
];

/** Dutch types and the Frisian ones that they stand for: "str" abbreviates both. */
export const FRISIAN_TYPES: readonly (readonly [string, string])[] = [
  ['straat', 'strjitte'],
  ['laan', 'leane'],
];

/** Street types: two names that differ in nothing but these are two streets. */
export const STREET_TYPES: readonly string[] = [
  ...new Set([
    ...STREET_TYPE_ABBREVIATIONS.map(([, type]) => type),
    ...[
      'dreef',
      'hof',
      'erf',
      'wal',
      'poort',
      'markt',
      'baan',
      'kamp',
      'veld',
      'akker',
      'wei',
      'weide',
      'burg',
      'oord',
    ],
    ...[
      'weg',
      'straatje',
      'laantje',
      'pleintje',
      'paadje',
      'hofje',
      'boulevard',
      'allee',
      'passage',
      'promenade',
      'werf',
    ],
    ...[
      'strjitte',
      'leane',
      'dwarsweg',
      'ring',
      'bos',
      'berg',
      'hoek',
      'brink',
      'donk',
      'horst',
      'es',
      'dam',
      'brug',
    ],
  ]),
].sort((a, b) => b.length - a.length);

/** A word that stands for a longer one wherever it is not the last. */
export const WORD_ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    burg: 'burgemeester', burgem: 'burgemeester', bgm: 'burgemeester', brgm: 'burgemeester', burgm: 'burgemeester',
    dr: 'doctor', drs: 'doctorandus', dokter: 'doctor', prof: 'professor', mr: 'meester', ir: 'ingenieur',
    ing: 'ingenieur', ds: 'dominee', past: 'pastoor', kard: 'kardinaal', jhr: 'jonkheer', jkvr: 'jonkvrouw',
    kon: 'koningin',
    prs: 'prinses', st: 'sint', ste: 'sint', sinte: 'sint', gen: 'generaal', adm: 'admiraal', kapt: 'kapitein',
    kol: 'kolonel', lt: 'luitenant', luit: 'luitenant', maj: 'majoor', min: 'minister', mgr: 'monseigneur',
    pres: 'president', sgt: 'sergeant', wed: 'weduwe', weth: 'wethouder', secr: 'secretaris', not: 'notaris',
    zr: 'zuster', juffr: 'juffrouw', biss: 'bisschop', gebr: 'gebroeders', gebrs: 'gebroeders', mej: 'mejuffrouw',
    mevr: 'mevrouw', mw: 'mevrouw', rect: 'rector', lod: 'lodewyk', oz: 'oostzyde', wz: 'westzyde', nz: 'noordzyde',
    zz: 'zuidzyde', ln: 'laan', pln: 'plein', ger: 'gerrit', gebroeder: 'gebroeders',
  }),
); // prettier-ignore

/** Titles in full: an initial never stands for one, each has its own abbreviation. */
export const TITLES: ReadonlySet<string> = new Set(WORD_ABBREVIATIONS.values());

/** Ordinals to one form: "1e", "1ste" and "Eerste" → "1e". */
export const ORDINALS: ReadonlyMap<string, string> = new Map(
  [
    'eerste',
    'tweede',
    'derde',
    'vierde',
    'vyfde',
    'zesde',
    'zevende',
    'achtste',
    'negende',
    'tiende',
    'elfde',
    'twaalfde',
  ].flatMap((word, index) => {
    const number = String(index + 1);
    return [word, `${number}e`, `${number}ste`, `${number}de`].map((form) => [form, `${number}e`] as const);
  }),
);

/** Forms of "de" that people interchange. */
export const ARTICLES: ReadonlySet<string> = new Set(['de', 'der', 'den']);

/** Words that may be left out or added without naming another street. */
export const PARTICLES: ReadonlySet<string> = new Set([
  'van',
  'de',
  'het',
  't',
  'ter',
  'te',
  'ten',
  'en',
  'in',
  'op',
  'la',
  'le',
  'du',
  'of',
  'd',
  'v',
]);

const ROMAN = /^(?:x{0,3})(?:ix|iv|v?i{0,3})$/;

/** True for a word that numbers a street: digits in it, or a Roman numeral. */
export function isNumberWord(word: string): boolean {
  return /[0-9]/.test(word) || (word !== '' && ROMAN.test(word));
}
