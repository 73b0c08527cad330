import { execFile } from 'node:child_process';
import { onEveryDatabase } from '../support/databases';

interface Ran {
  exitCode: number;
  output: string;
  errors: string;
}

function klopt(args: string, databaseUrl = 'sqlite::memory:'): Promise<Ran> {
  const command = ['--import', 'tsx', 'src/cli/klopt.ts', ...args.split(' ').filter(Boolean)];
  const env = { ...process.env, KLOPT_DATABASE_URL: databaseUrl };
  return new Promise((resolve) => {
    execFile(process.execPath, command, { env }, (error, output, errors) =>
      resolve({ exitCode: typeof error?.code === 'number' ? error.code : 0, output, errors }),
    );
  });
}

describe('the klopt command', () => {
  it('shows its commands when asked for help, on the standard output', async () => {
    const { exitCode, output, errors } = await klopt('--help');
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
    for (const name of [
      'register',
      'keys',
      'depots',
      'agents',
      'supervisors',
      'planners',
      'shipments',
      'sample',
      'migrate',
      'audit',
      'backup',
      'restore',
      'doctor',
    ])
      expect(output).toMatch(new RegExp(`^ {2}${name} `, 'm'));
  });

  it.each([
    ['an unknown command', 'dokter', /unknown command 'dokter'.*Did you mean doctor/s],
    ['an unknown subcommand', 'keys creat', /Did you mean create/],
    ['a missing option', 'keys create', /required option '--shop/],
    ['a person without a name', 'planners create', /required option '--name/],
    ['a depot without a code', 'depots create --name A', /missing required argument 'code'/],
    ['what is no head', 'audit verify --head abc', /64 digits and letters/],
    ['a wrong value', 'keys create --shop A --rate-limit many', /must be a whole number/],
  ])('exits with 2 on %s, and says why on the standard error', async (_, args, words) => {
    const { exitCode, output, errors } = await klopt(args);
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
    expect(errors).toMatch(words);
    expect(errors).toMatch(/--help/);
  });

  it.each([
    [
      'what cannot be done',
      'keys create --shop A --kind publishable',
      'sqlite::memory:',
      /at least one origin/,
    ],
    ['an unknown depot', 'agents create --name A --depot X', 'sqlite::memory:', /no depot "X"/],
    ['a code that is none', 'depots create Ä --name A', 'sqlite::memory:', /letters, digits and hyphens/],
    ['a database that is away', 'keys list', 'postgres://a:geheim@127.0.0.1:1/x', /No PostgreSQL answers/],
    [
      'a backup that is not there',
      'restore no.sqlite',
      'sqlite:no-database.sqlite',
      /There is no database at no/,
    ],
    ['a configuration that is wrong', 'keys list', 'mysql://a:geheim@b/c', /KLOPT_DATABASE_URL should be/],
  ])('exits with 1 on %s, in a sentence without secrets', async (_, args, url, words) => {
    const { exitCode, output, errors } = await klopt(args, url);
    expect({ exitCode, output }).toEqual({ exitCode: 1, output: '' });
    expect(errors).toMatch(words);
    expect(errors).not.toMatch(/geheim|\n\s+at /);
  });
});

onEveryDatabase('two klopt commands at once', (databases) => {
  it('keep to two active keys', async () => {
    const url = await databases.url();
    const runs = await Promise.all([1, 2, 3].map(() => klopt('keys create --shop A --json', url)));
    expect(runs.map(({ exitCode }) => exitCode).sort()).toEqual([0, 0, 1]);
  });
});
