/**
 * Thrown within a transaction to have all of it done anew: what it was based on turned out to be no longer so, before
 * everything that it needs was locked. It bears the code by which PostgreSQL says the same.
 */
export class StartOver extends Error {
  readonly code = '40001';
  override name = 'StartOver';
}
