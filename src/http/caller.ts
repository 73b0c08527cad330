/** What a shop's key may do; each endpoint names the scopes of which its caller needs one. */
export type ShopScope = 'checks' | 'suggestions' | 'register' | 'amendments' | 'shipments';
/** What a person may do, by role (src/access/roles.ts), or while they are still signing in (src/access/session.ts). */
export const personScopes = ['desk', 'supervision', 'planning', 'giving-code', 'setting-up'] as const;
export type PersonScope = (typeof personScopes)[number];
/** What a driver's device may do: see its route and tell what happens there. */
export type DeviceScope = 'driving';
export type Scope = ShopScope | PersonScope | DeviceScope;

/** Agents and supervisors work at the desk; a planner is the carrier's planning system. */
export type Role = 'agent' | 'supervisor' | 'planner';

/** A shop, by one of its keys. */
export interface ShopCaller {
  kind: 'secret' | 'publishable';
  shopId: string;
  keyId: string;
  /** A test key: magic postcodes are answered, nothing is kept. */
  test: boolean;
  scopes: ReadonlySet<Scope>;
}

/** One of the carrier's people, by their token. */
export interface PersonCaller {
  kind: 'person';
  personId: string;
  /** Their token's, for logs and limits. */
  keyId: string;
  role: Role;
  /** The depot whose work they do; null for all depots. */
  depot: string | null;
  scopes: ReadonlySet<Scope>;
}

/** Somebody who is signed in, by the cookie of their browser. */
export interface Session {
  caller: PersonCaller;
  /** By what the layout greets them. */
  name: string;
  /** Where they must go before anything else; undefined when they are in. */
  mustFirst?: string | undefined;
}

/** A driver's device, by its token, which is for one route. */
export interface DeviceCaller {
  kind: 'device';
  routeId: string;
  /** Its token's, which is also what the log and the feed call it by. */
  keyId: string;
  scopes: ReadonlySet<Scope>;
}

export type Caller = ShopCaller | PersonCaller | DeviceCaller;

/** Who can have one of these scopes. */
export type CallerWith<Scopes extends Scope> =
  | (Extract<Scopes, ShopScope> extends never ? never : ShopCaller)
  | (Extract<Scopes, PersonScope> extends never ? never : PersonCaller)
  | (Extract<Scopes, DeviceScope> extends never ? never : DeviceCaller);

/**
 * Turns the credentials of a request into its caller, without waiting where the key is known already.
 * Throws a Problem (401, 403, 429) otherwise.
 */
export type Authenticate = (credentials: Credentials) => Caller | Promise<Caller>;

export interface Credentials {
  authorization: string | undefined;
  origin: string | undefined;
}
