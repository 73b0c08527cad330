import { z } from 'zod';

/** The settings of a company's own sign-on: all of them are set, or none. */
export const oidcShape = {
  KLOPT_OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'the address of your sign-on, such as https://login.example.nl' })
    .regex(/^[^?#]*$/, 'without ? and #')
    .optional()
    .describe(
      'Issuer of your company’s own sign-on (OpenID Connect), by which people of the desk can sign in beside their password; needs the two below',
    ),
  KLOPT_OIDC_CLIENT_ID: z.string().max(200).optional().describe('What your sign-on calls this service'),
  KLOPT_OIDC_CLIENT_SECRET: z
    .string()
    .max(1_000)
    .optional()
    .describe(
      'Secret that your sign-on gave this service. It is to send people back to `KLOPT_PUBLIC_URL` + `/desk/sign-on/callback`',
    ),
};

type Values = z.output<z.ZodObject<typeof oidcShape>>;

export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** The sign-on that is set; undefined where people sign in by password alone. */
export function oidcOf(values: Values): OidcSettings | undefined {
  const {
    KLOPT_OIDC_ISSUER: issuer,
    KLOPT_OIDC_CLIENT_ID: clientId,
    KLOPT_OIDC_CLIENT_SECRET: clientSecret,
  } = values;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined;
  return { issuer, clientId, clientSecret };
}

/** What is wrong with them together; nobody on the way may read or change what tells who somebody is. */
export function wrongOidc(values: Values, environment: string): string[] {
  const names = ['KLOPT_OIDC_ISSUER', 'KLOPT_OIDC_CLIENT_ID', 'KLOPT_OIDC_CLIENT_SECRET'] as const;
  const missing = names.filter((name) => values[name] === undefined);
  if (missing.length === names.length) return [];
  const mistakes = missing.map((name) => `${name} is not set, and the other settings of KLOPT_OIDC need it.`);
  const { KLOPT_OIDC_ISSUER: issuer } = values;
  return issuer === undefined || isSafe(issuer, environment) ? mistakes : [...mistakes, INSECURE];
}

const INSECURE =
  'KLOPT_OIDC_ISSUER should begin with https://; http:// is for a sign-on on this machine, and not in production.';

function isSafe(issuer: string, environment: string): boolean {
  const { protocol, hostname } = new URL(issuer);
  if (protocol === 'https:') return true;
  return environment !== 'production' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
