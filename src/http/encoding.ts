/** How the bytes of an answer may be packed, by the name that HTTP has for it. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** The tightest first. */
const PACKED = ['br', 'gzip'] as const;

/** The tightest that a client's `Accept-Encoding` takes; as they are where it names none, or refuses it (`q=0`). */
export function encodingFor(accepted = ''): Encoding {
  const taken = accepted.split(',').flatMap((part) => {
    const [name = '', ...parameters] = part.toLowerCase().split(';');
    const isRefused = parameters.some((parameter) => /^\s*q=0(?:\.0*)?\s*$/.test(parameter));
    return isRefused ? [] : [name.trim()];
  });
  return PACKED.find((encoding) => taken.includes(encoding)) ?? 'identity';
}
