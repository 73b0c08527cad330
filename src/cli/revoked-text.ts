import type { Revocation } from '../access/revocation';
import { inColumns } from './columns';
import { CommandFailed } from './command-failed';

interface Kept {
  id: string;
}

/** What is to be said where nothing was found, and how to show several. */
export interface RevokedWords<Of> {
  unknown: string;
  table: (found: readonly Of[]) => string[][];
}

/**
 * The answer to a command that revokes, in words or as JSON.
 * @throws CommandFailed where it was not clear what to revoke
 */
export function revokedText<Of extends Kept>(
  revocation: Revocation<Of>,
  words: RevokedWords<Of>,
  asJson: boolean,
): string {
  const { id } = theOne(revocation, words);
  const alreadyRevoked = revocation.outcome === 'already_revoked';
  if (asJson) return JSON.stringify({ id, revoked: true, alreadyRevoked });
  return alreadyRevoked
    ? `${id} had been revoked already.`
    : `${id} is revoked: within a second no service accepts it any more.`;
}

function theOne<Of>(revocation: Revocation<Of>, { unknown, table }: RevokedWords<Of>): Of {
  if (revocation.outcome === 'unknown') throw new CommandFailed(unknown);
  if (revocation.outcome === 'several') {
    const rows = inColumns(table(revocation.found));
    throw new CommandFailed(`Several begin so; name one by its id:\n${rows}`);
  }
  return revocation.revoked;
}
