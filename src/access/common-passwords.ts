const LETTER = /\p{L}/u;
/** Fewer different characters than this are one key, or two, held down. */
const FEWEST = 5;

/**
 * Whether a password is among the first that are tried: one of the 49,000 that leaked most often, or one of those with figures
 * and signs around it, or written several times; or next to nothing but one character.
 */
export async function isCommon(password: string): Promise<boolean> {
  const common = await commonPasswords();
  const whole = password.toLowerCase();
  if (new Set(whole).size < FEWEST) return true;
  return [whole, bare(whole)].some(
    (text) => common.has(text) || parts(text).some((part) => common.has(part)),
  );
}

/** A text without what stands around its letters. */
function bare(text: string): string {
  const signs = Array.from(text);
  const first = signs.findIndex((sign) => LETTER.test(sign));
  const last = signs.findLastIndex((sign) => LETTER.test(sign));
  return first === -1 ? '' : signs.slice(first, last + 1).join('');
}

/** What a text is, several times over. */
function parts(text: string): string[] {
  const lengths = Array.from({ length: Math.floor(text.length / 2) }, (_, index) => index + 1);
  return lengths
    .filter((length) => text.length % length === 0)
    .map((length) => text.slice(0, length))
    .filter((part) => part.repeat(text.length / part.length) === text);
}

let loaded: Promise<ReadonlySet<string>> | undefined;

/** Read when first asked for: 0.1 s, and needed by whoever chooses a password alone. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  loaded ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common']),
  );
  return loaded;
}
