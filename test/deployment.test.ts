import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { parse } from 'yaml';
import { settingRows } from '../src/config';

const read = (file: string) => readFileSync(join(__dirname, '..', file), 'utf8');
const compose = parse(read('compose.yaml'), { merge: true });
const dockerfile = read('Dockerfile');

describe('the image', () => {
  it('runs node itself, as nobody in particular, on a disk that may be read-only', () => {
    expect(dockerfile).toMatch(/^USER \d+:\d+$/m);
    expect(dockerfile).toMatch(/^CMD \["node", "dist\/src\/main.js"\]$/m);
    expect(dockerfile).toMatch(/^VOLUME \/app\/data$/m);
    expect(dockerfile).not.toMatch(/\bcurl\b|\bwget\b/);
  });

  it('checks its health with a program that is right', () => {
    const [, command = '[]'] = /HEALTHCHECK[^[]*(\[.*\])$/m.exec(dockerfile) ?? [];
    const [, , program] = JSON.parse(command) as string[];
    expect(() => new Script(program!)).not.toThrow();
  });
});

describe('compose.yaml', () => {
  const services = Object.entries(
    compose.services as Record<string, { environment?: Record<string, string> }>,
  );

  it('runs one process on SQLite, and three on PostgreSQL when asked to', () => {
    const always = services.filter(([, service]) => !('profiles' in service)).map(([name]) => name);
    expect(always).toEqual(['klopt']);
    expect(compose.services.replica).toMatchObject({
      profiles: ['postgres'],
      deploy: { replicas: 3 },
      read_only: true,
      environment: { KLOPT_DATABASE_URL: expect.stringMatching(/^postgres:/) },
    });
  });

  it('sets only what is a setting', () => {
    const known = settingRows().map(({ name }) => name);
    const set = services.flatMap(([, { environment = {} }]) => Object.keys(environment));
    const fromImage = [...dockerfile.matchAll(/\b(KLOPT_[A-Z_]+)=/g)].map(([, name]) => name ?? '');
    for (const name of [...set, ...fromImage].filter((one) => one.startsWith('KLOPT_')))
      expect(known).toContain(name);
  });
});
