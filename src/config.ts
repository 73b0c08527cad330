import { z } from 'zod';
import { didYouMean } from './did-you-mean';
import { oidcOf, type OidcSettings, oidcShape, wrongOidc } from './oidc-settings';
import { PDOK_TILES, tilesUrl } from './map-tiles';
import { parseOptionCosts, type OptionCosts } from './option-costs';

const port = z.coerce
  .number('a whole number')
  .int('a whole number')
  .min(0, 'at least 0')
  .max(65_535, 'at most 65535');
const days = z.coerce.number('a whole number of days').int('a whole number of days').min(1, 'at least 1');
const seconds = z.coerce
  .number('a whole number of seconds')
  .int('a whole number of seconds')
  .min(1, 'at least 1');
const proxies = z.coerce
  .number('a whole number')
  .int('a whole number')
  .min(0, 'at least 0')
  .max(10, 'at most 10');
const publicUrl = z
  .url({ protocol: /^https?$/, error: 'https://… or http://…' })
  .regex(/^[^?#]*$/, 'without ? and #')
  .transform((url) => url.replace(/\/$/, ''));
const yesOrNo = z.enum(['true', 'false'], 'true or false').transform((value) => value === 'true');
const webAddress = z.url({ protocol: /^https?$/, error: 'an address such as http://osrm.internal:5000' });
const optionCosts = z.string().transform((text, context) => {
  const { costs, mistakes } = parseOptionCosts(text);
  const message = `such as next_day=carrier:250,return_to_sender=shop:695: ${mistakes.join('; ')}`;
  if (mistakes.length > 0) context.addIssue({ code: 'custom', message });
  return costs;
});
const phone = z
  .string()
  .transform((value) => value.replace(/[ ().-]/g, ''))
  .pipe(z.string().regex(/^(?:\+?\d{3,15})?$/, 'a telephone number, such as +31 20 123 45 67'));
const database = z.string().regex(/^(?:sqlite:.+|postgres(?:ql)?:\/\/.+)$/, 'sqlite:PATH or postgres://…');

/** Of these alone an empty value says something of its own; any other that is empty counts as not set. */
const SAYS_SOMETHING_EMPTY = ['KLOPT_MAP_TILES_URL'];

/** Known to everyone, and therefore refused in production. */
const DEVELOPMENT_KEY = 'not-secret-and-for-development-only';

/** Every setting there is: its form, its default and what it means. The documentation's table is made of this. */
const settings = z.object({
  NODE_ENV: z
    .enum(['production', 'development', 'test'], 'production, development or test')
    .default('development')
    .describe('`production` makes nothing up: no sample register, no demo shop'),
  KLOPT_HOST: z.string().default('127.0.0.1').describe('Address to listen on; `0.0.0.0` for every network'),
  KLOPT_PORT: port.default(3000).describe('Port of the API'),
  KLOPT_PUBLIC_URL: publicUrl
    .optional()
    .describe(
      'Where the service is reached from outside, as QR codes for drivers name it; `http://HOST:PORT` when not set',
    ),
  KLOPT_DATABASE_URL: database
    .default('sqlite:./data/klopt.sqlite')
    .describe('`sqlite:PATH` for one process, `postgres://…` for several'),
  KLOPT_REGISTER: z
    .string()
    .optional()
    .describe('Edition file of the address register; the sample when not set'),
  KLOPT_REGISTER_MAX_AGE_DAYS: days
    .default(100)
    .describe('Age from which an edition is called stale, in its answers and in `/health/ready`'),
  KLOPT_ALLOW_SAMPLE: yesOrNo
    .default(false)
    .describe('`true` lets production run on the fictional sample register'),
  KLOPT_PSEUDONYM_KEY: z
    .string()
    .min(32, 'a secret of at least 32 characters')
    .default(DEVELOPMENT_KEY)
    .describe(
      'Secret with which shops’ names for their customers are hashed, and second factors encrypted: its own in production. With another one every customer is a stranger again, and second factors must be reset',
    ),
  KLOPT_METRICS_HOST: z.string().default('127.0.0.1').describe('Address on which `/metrics` listens'),
  KLOPT_METRICS_PORT: port.default(9464).describe('Port of `/metrics` for Prometheus'),
  KLOPT_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'debug, info, warn, error or silent')
    .default('info')
    .describe('Least serious level that is logged: `debug`, `info`, `warn`, `error` or `silent`'),
  KLOPT_TRUST_PROXY: proxies
    .default(0)
    .describe('Number of proxies of your own in front, whose word on `X-Forwarded-For` is then believed'),
  KLOPT_DESK_PHONE: phone
    .default('')
    .describe('Number of the desk, which drivers can call from their page; none when not set'),
  KLOPT_DEADLINE_SECONDS: seconds.default(10).describe('Longest that one request may be worked on'),
  KLOPT_DRAIN_SECONDS: seconds
    .default(10)
    .describe('Longest that requests under way are waited for when stopping'),
  KLOPT_OSRM_URL: webAddress
    .optional()
    .describe(
      'Address of your own [OSRM](https://project-osrm.org), asked how long the road takes; straight lines when not set, or when it does not answer. It is told where parcels go',
    ),
  KLOPT_MAP_TILES_URL: tilesUrl
    .default(PDOK_TILES)
    .describe(
      'Tiles of the map at the desk, with `{z}`, `{x}` and `{y}`; the Dutch national map (PDOK) when not set, plain drawings where empty. Whoever serves them sees which area an agent looks at, and nothing else',
    ),
  ...oidcShape,
  KLOPT_OPTION_COSTS: optionCosts
    .optional()
    .describe(
      'What putting an address right costs whom, in cents: `next_day=carrier:250,return_to_sender=shop:695`; nobody anything when not set',
    ),
});

export interface Config {
  environment: 'production' | 'development' | 'test';
  host: string;
  port: number;
  /** Where the service is reached from outside, without a slash at its end. */
  publicUrl: string;
  databaseUrl: string;
  /** Path of the edition file; undefined means the sample. */
  registerFile: string | undefined;
  registerMaxAgeDays: number;
  pseudonymKey: string;
  metricsHost: string;
  metricsPort: number;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** How many proxies in front are believed. */
  trustProxy: number;
  /** The number of the desk, without spaces; empty where drivers have none to call. */
  deskPhone: string;
  deadlineMs: number;
  drainMs: number;
  /** undefined means straight lines. */
  osrmUrl: string | undefined;
  optionCosts: OptionCosts;
  /** With {z}, {x} and {y}; empty for plain drawings. */
  mapTilesUrl: string;
  /** The company's own sign-on; undefined where people sign in by password alone. */
  oidc: OidcSettings | undefined;
}

/** Every mistake in the environment at once, each with what to do about it. */
export class ConfigError extends Error {
  constructor(readonly mistakes: readonly string[]) {
    super(`The configuration is not right:\n${mistakes.map((mistake) => `  - ${mistake}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** Reads the configuration; an empty variable counts as not set, but for one that says none by it. Throws a ConfigError. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const isGiven = ([name, value]: [string, unknown]) => value !== '' || SAYS_SOMETHING_EMPTY.includes(name);
  const given = Object.fromEntries(Object.entries(environment).filter(isGiven));
  const parsed = settings.safeParse(given);
  const mistakes = [...typos(given), ...(parsed.error?.issues ?? []).map(inWords)];
  if (parsed.data) mistakes.push(...wrongTogether(parsed.data));
  if (!parsed.data || mistakes.length > 0) throw new ConfigError(mistakes);
  return shaped(parsed.data);
}

function wrongTogether(values: z.output<typeof settings>): string[] {
  return [
    ...(runsOnSample(values) ? [sampleInProduction] : []),
    ...(lacksKey(values) ? [keyInProduction] : []),
    ...wrongOidc(values, values.NODE_ENV),
  ];
}

export interface SettingRow {
  name: string;
  default: string;
  meaning: string;
}

/** The settings as rows for the documentation. */
export function settingRows(): SettingRow[] {
  return Object.entries(settings.shape).map(([name, schema]) => ({
    name,
    default: schema instanceof z.ZodDefault ? String(schema.def.defaultValue) : '',
    meaning: schema.description ?? '',
  }));
}

const sampleInProduction =
  'KLOPT_REGISTER is not set, and production does not run on the sample register: name an edition file ' +
  '(klopt register build makes one), or set KLOPT_ALLOW_SAMPLE=true.';

function runsOnSample(values: z.output<typeof settings>): boolean {
  return (
    values.NODE_ENV === 'production' && values.KLOPT_REGISTER === undefined && !values.KLOPT_ALLOW_SAMPLE
  );
}

const keyInProduction =
  'KLOPT_PSEUDONYM_KEY is not set, and production needs one of its own: `openssl rand -base64 32` makes one. Keep it: ' +
  'with another one no customer is recognised again.';

/** On the sample no address is real, so nobody's is to be hidden. */
function lacksKey(values: z.output<typeof settings>): boolean {
  const isReal = values.NODE_ENV === 'production' && values.KLOPT_REGISTER !== undefined;
  return isReal && values.KLOPT_PSEUDONYM_KEY === DEVELOPMENT_KEY;
}

function typos(given: Record<string, unknown>): string[] {
  const known = Object.keys(settings.shape);
  return Object.keys(given)
    .filter((name) => name.startsWith('KLOPT_') && !name.startsWith('KLOPT_TEST_') && !known.includes(name))
    .map((name) => {
      const meant = didYouMean(name, known);
      return `${name} is not a setting. ${meant ? `Did you mean ${meant}?` : 'Remove it; the README lists all settings.'}`;
    });
}

/** The value itself is not repeated: a database URL holds a password. */
function inWords(issue: z.core.$ZodIssue): string {
  return `${String(issue.path[0])} should be ${issue.message}.`;
}

function shaped(values: z.output<typeof settings>): Config {
  return {
    environment: values.NODE_ENV,
    host: values.KLOPT_HOST,
    port: values.KLOPT_PORT,
    publicUrl: values.KLOPT_PUBLIC_URL ?? `http://${values.KLOPT_HOST}:${values.KLOPT_PORT}`,
    databaseUrl: values.KLOPT_DATABASE_URL,
    registerFile: values.KLOPT_REGISTER,
    registerMaxAgeDays: values.KLOPT_REGISTER_MAX_AGE_DAYS,
    pseudonymKey: values.KLOPT_PSEUDONYM_KEY,
    metricsHost: values.KLOPT_METRICS_HOST,
    metricsPort: values.KLOPT_METRICS_PORT,
    logLevel: values.KLOPT_LOG_LEVEL,
    trustProxy: values.KLOPT_TRUST_PROXY,
    deskPhone: values.KLOPT_DESK_PHONE,
    deadlineMs: values.KLOPT_DEADLINE_SECONDS * 1000,
    drainMs: values.KLOPT_DRAIN_SECONDS * 1000,
    osrmUrl: values.KLOPT_OSRM_URL,
    optionCosts: values.KLOPT_OPTION_COSTS ?? {},
    mapTilesUrl: values.KLOPT_MAP_TILES_URL,
    oidc: oidcOf(values),
  };
}
