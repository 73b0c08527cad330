import { CITY_ALIASES } from './city-aliases';
import { fold } from './fold';

/** A place's name without its qualifier, and the qualifier ('' without): "Hengelo (Gld)" → hengelo, gld. */
export interface CityName {
  base: string;
  qualifier: string;
  /** True where the name is an alias, Frisian or former, and base is the official one. */
  isAlias: boolean;
}

/** Provinces as they are written behind a place's name, each with its common short forms. */
const PROVINCES: ReadonlyMap<string, string> = new Map(
  [
    ['gr', 'gn', 'gron', 'groningen'],
    ['fr', 'frl', 'fryslan', 'friesland'],
    ['dr', 'dn', 'drenthe'],
    ['ov', 'overyssel'],
    ['gld', 'gd', 'ge', 'gelderland'],
    ['ut', 'u', 'utrecht'],
    ['nh', 'noord holland'],
    ['zh', 'zuid holland'],
    ['zld', 'zl', 'z', 'ze', 'zeeland'],
    ['nb', 'nbr', 'br', 'noord brabant'],
    ['l', 'lb', 'li', 'lim', 'limburg'],
    ['fl', 'flevoland'],
  ].flatMap(([province = '', ...others]) => [province, ...others].map((form) => [form, province] as const)),
);

export function parseCity(name: string): CityName {
  const { base, qualifier } = splitBrackets(name.trim()) ?? splitProvince(fold(name));
  const whole = base.startsWith('st ') ? `sint ${base.slice(3)}` : base;
  const official = CITY_ALIASES.get(whole);
  return {
    base: official ?? whole,
    qualifier: PROVINCES.get(qualifier) ?? qualifier,
    isAlias: official !== undefined,
  };
}

function splitBrackets(name: string): { base: string; qualifier: string } | null {
  const open = name.indexOf('(');
  if (open < 0 || !name.endsWith(')')) return null;
  return { base: fold(name.slice(0, open)), qualifier: fold(name.slice(open + 1, -1)) };
}

/** "Katwijk NB" → katwyk, nb; a lone last word only where it is a province's short form. */
function splitProvince(folded: string): { base: string; qualifier: string } {
  const space = folded.lastIndexOf(' ');
  const last = folded.slice(space + 1);
  if (space < 0 || last.length > 3 || !PROVINCES.has(last)) return { base: folded, qualifier: '' };
  return { base: folded.slice(0, space), qualifier: last };
}

/** True where both may name one place: the same base, and no two different qualifiers. */
export function isSameCity(a: CityName, b: CityName): boolean {
  return a.base === b.base && (a.qualifier === b.qualifier || a.qualifier === '' || b.qualifier === '');
}
