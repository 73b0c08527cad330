import { z } from 'zod';
import { Problem } from './problem';

// A proxy that compresses an answer makes its ETag a weak one, W/"v3"; it means the same version.
const etagOfOurs = /^(?:W\/)?"v(\d{1,9})"$/;

/** The header of every change to what is there: the ETag of the state that the change is based on. */
export const versionHeaders = z.strictObject({
  'if-match': z
    .string()
    .max(200)
    // Whoever sends another's would be told that someone else was first, again and again.
    .refine((sent) => etagOfOurs.test(sent), {
      params: {
        code: 'format',
        nl: 'Geef de ETag van het laatste antwoord zoals hij kwam, als "v3", met de aanhalingstekens.',
        en: 'Give the ETag of the latest answer as it came, as "v3", with its quotes.',
      },
    })
    .optional()
    .meta({
      description: 'The ETag of the latest answer. Without it 428; where someone else was first 412.',
      example: '"v3"',
    }),
});

/** A version as an ETag. */
export function etagOf(version: number): string {
  return `"v${version}"`;
}

/** The version that a change is based on. @throws Problem precondition-required where it does not say */
export function expectedVersion({ 'if-match': sent }: z.output<typeof versionHeaders>): number {
  if (sent === undefined) throw new Problem('precondition-required');
  return Number(etagOfOurs.exec(sent)?.[1]);
}

/** @throws Problem precondition-failed where someone else changed it first */
export function refuseOtherVersion(version: number, expected: number): void {
  if (version === expected) return;
  throw new Problem('precondition-failed', { headers: { ETag: etagOf(version) } });
}
