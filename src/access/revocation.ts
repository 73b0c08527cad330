/** What came of revoking the key or token that someone named. */
export type Revocation<Kept> =
  | { outcome: 'revoked' | 'already_revoked'; revoked: Kept }
  | { outcome: 'unknown' }
  | { outcome: 'several'; found: Kept[] };

/** Revokes the only one that was found; of several none, since nobody can tell which was meant. */
export async function revokeOnly<Kept extends { revokedAtMs: number | null }>(
  found: Kept[],
  revoke: (kept: Kept) => Promise<boolean>,
): Promise<Revocation<Kept>> {
  const [only, ...others] = found;
  if (!only) return { outcome: 'unknown' };
  if (others.length > 0) return { outcome: 'several', found };
  if (only.revokedAtMs !== null) return { outcome: 'already_revoked', revoked: only };
  return { outcome: (await revoke(only)) ? 'revoked' : 'already_revoked', revoked: only };
}
