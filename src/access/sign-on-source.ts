import type * as openidClient from 'openid-client';
import type { Clock } from '../clock';
import type { Log } from '../log';
import type { OidcSettings } from '../oidc-settings';
import { type Identity, type SignOn, type SignOnFailure, SignOnFailed, type TrySecrets } from './sign-on';

type Client = typeof openidClient;

export interface SignOnDependencies {
  settings: OidcSettings;
  /** Where it sends people back to. */
  callbackUrl: string;
  /** How long each of its answers is waited for. */
  timeoutMs: number;
  clock: Clock;
  log: Log;
}

interface Known {
  client: Client;
  configuration: openidClient.Configuration;
}

/** Keys and addresses of a sign-on change, seldom and announced. */
const KNOWN_FOR_MS = 60 * 60_000;

/** A company's sign-on by OpenID Connect: the authorization code flow with PKCE. It is asked what it is when first needed. */
export function createSignOn(dependencies: SignOnDependencies): SignOn {
  const { callbackUrl, clock, log } = dependencies;
  let known: { what: Promise<Known>; sinceMs: number } | undefined;

  function discovered(): Promise<Known> {
    if (known === undefined || clock.monotonicMs() - known.sinceMs >= KNOWN_FOR_MS) {
      const what = discover(dependencies);
      known = { what, sinceMs: clock.monotonicMs() };
      // Whoever comes next asks again.
      what.catch(() => (known = undefined));
    }
    return known.what;
  }

  async function asking<Result>(work: (with_: Known) => Promise<Result>): Promise<Result> {
    try {
      return await work(await discovered());
    } catch (error) {
      const why = failureOf(error);
      if (why === 'away') log.warn({ error }, 'the sign-on of the company could not be used');
      throw new SignOnFailed(why);
    }
  }

  return {
    issuer: dependencies.settings.issuer,
    begin: (secrets) => asking((with_) => authorizationUrl(with_, callbackUrl, secrets)),
    finish: async (query, secrets) => {
      if (query.state !== secrets.state) throw new SignOnFailed('over');
      if (query.error !== undefined)
        throw new SignOnFailed(query.error === 'access_denied' ? 'refused' : 'away');
      const url = new URL(`${callbackUrl}?${new URLSearchParams(query).toString()}`);
      return asking((with_) => identityOf(with_, url, secrets));
    },
  };
}

async function discover({ settings, timeoutMs }: SignOnDependencies): Promise<Known> {
  const client = await import('openid-client');
  const { issuer, clientId, clientSecret } = settings;
  // The settings let http:// through only for this machine, where nobody listens in.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so, that nobody uses it for anything else
  const execute = issuer.startsWith('http:') ? [client.allowInsecureRequests] : [];
  const timeout = timeoutMs / 1000;
  const configuration = await client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    execute,
    timeout,
  });
  configuration.timeout = timeout;
  return { client, configuration };
}

async function authorizationUrl(
  { client, configuration }: Known,
  callbackUrl: string,
  { state, nonce, verifier }: TrySecrets,
): Promise<URL> {
  return client.buildAuthorizationUrl(configuration, {
    redirect_uri: callbackUrl,
    scope: 'openid email',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  });
}

async function identityOf(
  { client, configuration }: Known,
  url: URL,
  { state, nonce, verifier }: TrySecrets,
): Promise<Identity> {
  const tokens = await client.authorizationCodeGrant(configuration, url, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new SignOnFailed('away');
  const { iss: issuer, sub: subject, email, email_verified } = claims;
  const isTold = email !== undefined;
  const told = isTold
    ? { email, email_verified }
    : await moreOf({ client, configuration }, tokens.access_token, subject);
  return { issuer, subject, email: verifiedEmail(told) };
}

interface EmailClaims {
  email?: unknown;
  email_verified?: unknown;
}

/** Many put the address not into the token of identity, but where it can be asked for. */
async function moreOf(
  { client, configuration }: Known,
  token: string,
  subject: string,
): Promise<EmailClaims> {
  if (configuration.serverMetadata().userinfo_endpoint === undefined) return {};
  const { email, email_verified } = await client.fetchUserInfo(configuration, token, subject);
  return { email, email_verified };
}

function verifiedEmail({ email, email_verified }: EmailClaims): string | null {
  return typeof email === 'string' && email_verified === true ? email.trim().toLowerCase() : null;
}

/** A code that was used before, or is of another try, is refused by the sign-on itself (RFC 6749, 5.2). */
function failureOf(error: unknown): SignOnFailure {
  if (error instanceof SignOnFailed) return error.why;
  const { error: code } = error as { error?: unknown };
  return code === 'invalid_grant' ? 'over' : 'away';
}
