import { hash } from 'node:crypto';
import { Problem } from '../http/problem';
import { personOfAccount } from './company-accounts-store';
import { openSession } from './open-session';
import type { SessionDependencies } from './session-of';
import type { Opened } from './sign-in';

/** Who somebody is at their company, by its own word. */
export interface Identity {
  issuer: string;
  subject: string;
  /** null where the company has not verified one. */
  email: string | null;
}

/** What one try to sign on is known by, to whoever began it and to the company's sign-on. */
export interface TrySecrets {
  state: string;
  nonce: string;
  /** Of PKCE: who has only seen the code cannot use it. */
  verifier: string;
}

/** The company's own sign-on. */
export interface SignOn {
  /** What it calls itself: subjects are of one issuer. */
  issuer: string;
  /** Where a browser is sent to sign on. @throws SignOnFailed */
  begin: (secrets: TrySecrets) => Promise<URL>;
  /** Who came back, by what stands in the query of the callback. @throws SignOnFailed */
  finish: (query: Readonly<Record<string, string>>, secrets: TrySecrets) => Promise<Identity>;
}

/**
 * Why a sign-on came to nothing: they stopped, or the company refused; the try is over, was used, or is another browser's; or
 * the company's sign-on is away, slow, or says what cannot be believed.
 */
export type SignOnFailure = 'refused' | 'over' | 'away';

export class SignOnFailed extends Error {
  override name = 'SignOnFailed';

  constructor(readonly why: SignOnFailure) {
    super(why);
  }
}

/** The secrets of a try, all worked out of what its browser alone has: nothing need be kept here. */
export function secretsOf(token: string): TrySecrets {
  const derived = (what: string) => hash('sha256', `${what} of ${token}`, 'base64url');
  return { state: derived('state'), nonce: derived('nonce'), verifier: derived('verifier') };
}

/**
 * Lets somebody in whom their company vouches for. It asked its own second factor, so none is asked here.
 * @throws Problem forbidden for whoever is nobody here
 */
export async function enterBySignOn(
  { database, clock }: SessionDependencies,
  identity: Identity,
): Promise<Opened> {
  const nowMs = clock.nowMs();
  const personId = await personOfAccount(database, identity, nowMs);
  if (personId === null) throw new Problem('forbidden');
  const stage = 'in';
  return { token: await openSession(database, { personId, stage }, nowMs), stage };
}
