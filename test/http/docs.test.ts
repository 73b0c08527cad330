import { renderCodes, reasonCodesPage } from '../../src/http/docs-pages';
import { problemTypes } from '../../src/http/problem-types';
import { startApp, type Running } from '../support/start-app';

const reasonCodes = [
  {
    code: 'POSTCODE_UNKNOWN',
    title: { nl: 'Deze postcode bestaat niet.', en: 'This postcode does not exist.' },
    advice: { nl: 'Vraag ernaar.', en: 'Ask for it.' },
    example: '<b>8950 AA</b>',
  },
];

describe('the documentation', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startApp({ reasonCodes });
  });
  afterAll(() => running.close());

  it.each(['/docs', '/docs/problems', '/docs/reason-codes'])(
    '%s is a page that asks no other host',
    async (path) => {
      const answer = await running.ask(path);
      const text = await answer.text();
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(text).not.toMatch(/(?:src|href|url)\s*=\s*"(?:https?:)?\/\//);
      expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none';script-src 'self';/);
    },
  );

  it('is where the address of the service leads', async () => {
    const answer = await running.ask('/', { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/docs']);
  });

  it('loads only what is there', async () => {
    const text =
      (await (await running.ask('/docs')).text()) + (await (await running.ask('/docs/problems')).text());
    const loaded = [...text.matchAll(/(?:src|href)="(\/docs\/assets\/[^"]+)"/g)].map(
      ([, path]) => path ?? '',
    );
    expect(loaded).toContain('/docs/assets/redoc.standalone.js');
    for (const path of loaded) expect((await running.ask(path)).status).toBe(200);
  });

  it.each([
    '/docs/assets/main.js',
    '/docs/assets/..%2Fmain.js',
    '/docs/problems/none',
    '/docs/reason-codes/none',
  ])('has no %s', async (path) => {
    expect((await running.ask(path)).status).toBe(404);
  });

  it.each(Object.keys(problemTypes))('explains %s where its type points', async (code) => {
    const answer = await running.ask(`/docs/problems/${code}`, { headers: { 'accept-language': 'en' } });
    expect(await answer.text()).toContain(
      problemTypes[code as keyof typeof problemTypes].advice.en.split('"')[0],
    );
  });

  it('explains reason codes in the language asked for', async () => {
    const dutch = await (await running.ask('/docs/reason-codes/POSTCODE_UNKNOWN')).text();
    const english = renderCodes(reasonCodesPage(reasonCodes), 'en');
    expect(dutch).toContain('Deze postcode bestaat niet.');
    expect(dutch).toContain('&lt;b&gt;8950 AA&lt;/b&gt;');
    expect(english).toContain('<html lang="en">');
    expect(english).toContain('This postcode does not exist.');
  });
});
