import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, readConfig, settingRows } from '../src/config';
import { withSettingsTable } from '../scripts/settings-table';

const mistakesIn = (environment: NodeJS.ProcessEnv) => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    return (error as ConfigError).mistakes;
  }
};

const CLIENT = { KLOPT_OIDC_CLIENT_ID: 'klopt', KLOPT_OIDC_CLIENT_SECRET: 'secret' };

describe('the configuration', () => {
  it('needs nothing to be set', () => {
    expect(readConfig({})).toEqual({
      environment: 'development',
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      databaseUrl: 'sqlite:./data/klopt.sqlite',
      registerFile: undefined,
      registerMaxAgeDays: 100,
      metricsHost: '127.0.0.1',
      metricsPort: 9464,
      pseudonymKey: expect.any(String) as string,
      logLevel: 'info',
      trustProxy: 0,
      deskPhone: '',
      deadlineMs: 10_000,
      drainMs: 10_000,
      osrmUrl: undefined,
      optionCosts: {},
      mapTilesUrl: expect.stringMatching(/^https:\/\/service\.pdok\.nl\/.*\{z\}/),
      oidc: undefined,
    });
  });

  it.each(['https://login.example.nl/tenant', 'http://127.0.0.1:8080'])(
    "knows a company's own sign-on: %s",
    (issuer) => {
      const { oidc } = readConfig({ KLOPT_OIDC_ISSUER: issuer, ...CLIENT });
      expect(oidc).toEqual({ issuer, clientId: 'klopt', clientSecret: 'secret' });
    },
  );

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ KLOPT_PORT: '', KLOPT_REGISTER: '' })).toEqual(readConfig({}));
  });

  it('has no tiles of a map where their address is empty', () => {
    expect(readConfig({ KLOPT_MAP_TILES_URL: '' }).mapTilesUrl).toBe('');
  });

  it.each([
    ['tiles.example/{z}/{x}/{y}.png', 'https://'],
    ['https://tiles.example/{z}/{x}.png', '{y}'],
    ['https://{z}.example/{x}/{y}', 'https://'],
  ])('refuses %s as tiles of a map, and says what is wanted', (url, wanted) => {
    expect(() => readConfig({ KLOPT_MAP_TILES_URL: url })).toThrow(wanted);
  });

  it('reads what is set', () => {
    const config = readConfig({
      KLOPT_PORT: '8080',
      KLOPT_DATABASE_URL: 'postgres://klopt@db/klopt',
      KLOPT_TRUST_PROXY: '1',
      KLOPT_DRAIN_SECONDS: '3',
      KLOPT_DESK_PHONE: '+31 20 123 45 67',
    });
    expect(config).toMatchObject({ port: 8080, trustProxy: 1, drainMs: 3000, deskPhone: '+31201234567' });
    expect(config.databaseUrl).toBe('postgres://klopt@db/klopt');
  });

  it.each([
    [{ KLOPT_PORT: 'http' }, 'KLOPT_PORT should be a whole number.'],
    [{ KLOPT_PORT: '70000' }, 'KLOPT_PORT should be at most 65535.'],
    [
      { KLOPT_DATABASE_URL: 'mysql://root:secret@db' },
      'KLOPT_DATABASE_URL should be sqlite:PATH or postgres://….',
    ],
    [{ KLOPT_PUBLIC_URL: 'klopt.example.nl' }, 'KLOPT_PUBLIC_URL should be https://… or http://….'],
    [{ KLOPT_PUBLIC_URL: 'https://klopt.example.nl/#x' }, 'KLOPT_PUBLIC_URL should be without ? and #.'],
    [{ KLOPT_ALLOW_SAMPLE: 'yes' }, 'KLOPT_ALLOW_SAMPLE should be true or false.'],
    [
      { KLOPT_DESK_PHONE: 'ask Jan' },
      'KLOPT_DESK_PHONE should be a telephone number, such as +31 20 123 45 67.',
    ],
    [{ KLOPT_LOG_LEVEL: 'loud' }, 'KLOPT_LOG_LEVEL should be debug, info, warn, error or silent.'],
    [
      { KLOPT_OSRM_URL: 'ftp://osrm.internal' },
      'KLOPT_OSRM_URL should be an address such as http://osrm.internal:5000.',
    ],
    [
      { KLOPT_OPTION_COSTS: 'next_day=carrier' },
      'KLOPT_OPTION_COSTS should be such as next_day=carrier:250,return_to_sender=shop:695: "next_day=carrier" is not of the form option=payer:cents.',
    ],
    [
      { KLOPT_OIDC_ISSUER: 'login', ...CLIENT },
      'KLOPT_OIDC_ISSUER should be the address of your sign-on, such as https://login.example.nl.',
    ],
    [
      { KLOPT_OIDC_ISSUER: 'http://login.example.nl', ...CLIENT },
      'KLOPT_OIDC_ISSUER should begin with https://; http:// is for a sign-on on this machine, and not in production.',
    ],
    [CLIENT, 'KLOPT_OIDC_ISSUER is not set, and the other settings of KLOPT_OIDC need it.'],
    [{ NODE_ENV: 'staging' }, 'NODE_ENV should be production, development or test.'],
    [{ KLOPT_PROT: '1' }, 'KLOPT_PROT is not a setting. Did you mean KLOPT_PORT?'],
    [
      { KLOPT_COLOUR_SCHEME: '1' },
      'KLOPT_COLOUR_SCHEME is not a setting. Remove it; the README lists all settings.',
    ],
  ])('refuses %j', (environment, mistake) => {
    expect(mistakesIn(environment)).toEqual([mistake]);
  });

  it('names every mistake at once, and repeats no value', () => {
    const error = new ConfigError(
      mistakesIn({ KLOPT_PORT: 'x', KLOPT_LOG_LEVEL: 'y', KLOPT_HOTS: 'z', KLOPT_DATABASE_URL: 'secret' }),
    );
    expect(error.mistakes).toHaveLength(4);
    expect(error.message).not.toContain('secret');
  });

  it('does not let production run on the sample unless asked to', () => {
    const production = { NODE_ENV: 'production', KLOPT_PSEUDONYM_KEY: 'x'.repeat(32) };
    expect(mistakesIn(production)).toEqual([expect.stringContaining('KLOPT_ALLOW_SAMPLE=true')]);
    expect(mistakesIn({ ...production, KLOPT_ALLOW_SAMPLE: 'true' })).toEqual([]);
    expect(mistakesIn({ ...production, KLOPT_REGISTER: 'nl.edition' })).toEqual([]);
  });

  it('does not let production hash customers with the secret that everyone knows', () => {
    const production = { NODE_ENV: 'production', KLOPT_REGISTER: 'nl.edition' };
    expect(mistakesIn(production)).toEqual([expect.stringContaining('KLOPT_PSEUDONYM_KEY is not set')]);
    expect(mistakesIn({ ...production, KLOPT_PSEUDONYM_KEY: 'short' })).toEqual([
      'KLOPT_PSEUDONYM_KEY should be a secret of at least 32 characters.',
    ]);
    expect(mistakesIn({ ...production, KLOPT_PSEUDONYM_KEY: 'x'.repeat(32) })).toEqual([]);
  });

  it('leaves the variables of the tests alone', () => {
    expect(mistakesIn({ KLOPT_TEST_DATA: 'somewhere' })).toEqual([]);
  });

  it('is documented as it is', () => {
    const text = readFileSync(join(__dirname, '../docs/configuration.md'), 'utf8');
    expect(withSettingsTable(text)).toBe(text);
    for (const { name } of settingRows()) expect(text).toContain(name);
  });
});
