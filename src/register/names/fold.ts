const SPACE = 32;
const APOSTROPHES = new Set(["'", '’', '‘', '`', '´', 'ʼ', '"', '“', '”']);
const SPELT_OUT: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
};

/** What each ASCII character becomes: its lower case, nothing (apostrophes), or a space. */
const ASCII = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code).toLowerCase();
  if (APOSTROPHES.has(character)) return '';
  return /[a-z0-9]/.test(character) ? character : ' ';
});

/**
 * The one spelling by which names are compared: lower case, no diacritics, no apostrophes, `ij` as `y`, every other
 * character a single space. Only a–z, 0–9 and inner spaces remain, so that a folded name is ASCII.
 */
export function fold(text: string): string {
  const folded = PLAIN.test(text) ? text.toLowerCase() : foldCharacters(text);
  return folded.includes('ij') ? folded.replaceAll('ij', 'y') : folded;
}

/** Words of ASCII letters and digits with single spaces: only their case is left to fold. */
const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/i;

function foldCharacters(text: string): string {
  let folded = '';
  let pendingSpace = false;
  for (const character of isAscii(text) ? text : plainLetters(text)) {
    const code = character.charCodeAt(0);
    const plain = code < 128 ? (ASCII[code] ?? '') : ' ';
    if (plain === '') continue;
    if (plain === ' ') {
      pendingSpace = folded !== '';
      continue;
    }
    if (pendingSpace) folded += ' ';
    pendingSpace = false;
    folded += plain;
  }
  return folded;
}

/** True for a text of ASCII characters only. */
export function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 127) return false;
  return true;
}

function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘´ʼ“”]/g, '')
    .replace(/[ßøæœłđðþ]/g, (letter) => SPELT_OUT[letter] ?? '');
}

/** The letters and digits of a folded text as bits, by which a scan passes over what cannot match. */
export function letterMask(folded: string): number {
  let mask = 0;
  for (let index = 0; index < folded.length; index++) {
    const code = folded.charCodeAt(index);
    if (code !== SPACE) mask |= code >= 97 ? 1 << (code - 97) : 1 << (26 + (code % 6));
  }
  return mask;
}
