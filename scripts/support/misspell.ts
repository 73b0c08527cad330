type Below = (limit: number) => number;

/** Ways in which people shorten a name. */
const SHORTER: readonly [RegExp, string][] = [
  [/straat$/, 'str.'],
  [/laan$/, 'ln.'],
  [/weg$/, 'wg'],
  [/plein$/, 'pln'],
  [/singel$/, 'sngl'],
  [/gracht$/, 'gr.'],
  [/plantsoen$/, 'plnts'],
  [/kade$/, 'kd'],
  [/^Burgemeester /, 'Burg. '],
  [/^Professor /, 'Prof. '],
  [/^Doctor /, 'Dr. '],
  [/^Dokter /, 'Dr. '],
  [/^Prinses /, 'Prs. '],
  [/^Koningin /, 'Kon. '],
  [/^Pastoor /, 'Past. '],
  [/^Sint /, 'St. '],
  [/^Eerste /, '1e '],
  [/ van (?:der|den|de) /i, ' v.d. '],
  [/ van /i, ' v. '],
];

/** As people shorten a name: its type, its title, or a first name to its initial. */
export function abbreviated(name: string, below: Below): string {
  const shorter = SHORTER.filter(([pattern]) => pattern.test(name)).reduce(
    (text, [pattern, short]) => (below(3) === 0 ? text : text.replace(pattern, short)),
    name,
  );
  return below(2) === 0 ? shorter : shorter.replace(/^(\p{Lu})\p{Ll}{3,} (?=\S+ |\p{Lu})/u, '$1. ');
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** With one slip: a letter dropped, added, replaced, or two swapped. */
export function misspelt(name: string, below: Below): string {
  const at = below(name.length);
  const letter = LETTERS.charAt(below(LETTERS.length));
  const [before, after] = [name.slice(0, at), name.slice(at + 1)];
  switch (below(4)) {
    case 0:
      return before + after;
    case 1:
      return before + letter + name.slice(at);
    case 2:
      return before + letter + after;
    default:
      return before + after.charAt(0) + name.charAt(at) + after.slice(1);
  }
}
