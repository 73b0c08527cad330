/** What a caller may do; each endpoint names the scopes of which one is needed. */
export type Scope = 'checks' | 'suggestions' | 'register' | 'amendments';

/** Who calls: a shop, by one of its keys. */
export interface Caller {
  shopId: string;
  keyId: string;
  kind: 'secret' | 'publishable';
  /** A test key: magic postcodes are answered, nothing is kept. */
  test: boolean;
  scopes: ReadonlySet<Scope>;
}

/**
 * Turns the credentials of a request into its caller, without waiting where the key is known already.
 * Throws a Problem (401, 403, 429) otherwise.
 */
export type Authenticate = (credentials: Credentials) => Caller | Promise<Caller>;

export interface Credentials {
  authorization: string | undefined;
  origin: string | undefined;
}
