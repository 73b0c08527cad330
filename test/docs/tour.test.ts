import { blocksOf, textOf } from '../support/documents';
import { startApp, type Running } from '../support/start-app';

/** A request as the documentation shows it, and the answer that it shows below. */
interface Shown {
  request: string;
  answer: unknown;
}

const REQUEST = /^(get|post) (\/\S+)(?: '([^']*)')?\n$/;

function shownIn(page: string): Shown[] {
  const blocks = blocksOf(textOf(page));
  return blocks.flatMap(({ text }, index) => {
    const next = blocks[index + 1];
    return REQUEST.test(text) && next?.language === 'json'
      ? [{ request: text, answer: JSON.parse(next.text) }]
      : [];
  });
}

let running: Running;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running.close());

async function answerTo(request: string): Promise<unknown> {
  const [, method = '', path = '', body = ''] = REQUEST.exec(request) ?? [];
  const english = { 'accept-language': 'en' };
  const answer =
    method === 'get'
      ? await running.ask(path, { headers: english })
      : await running.post(path, JSON.parse(body), english);
  return answer.json();
}

/** What is shown, as a pattern: a text that ends in … may go on in any way. */
function pattern(shown: unknown): unknown {
  if (typeof shown === 'string' && shown.endsWith('…'))
    return expect.stringMatching(new RegExp(`^${shown.slice(0, -1)}`));
  if (Array.isArray(shown)) return shown.map(pattern);
  if (typeof shown !== 'object' || shown === null) return shown;
  return Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, pattern(value)]));
}

describe.each(['README.md', 'docs/api-guide.md'])('the answers shown in %s', (page) => {
  const shown = shownIn(page);

  it('are there', () => {
    expect(shown.length).toBeGreaterThan(2);
  });

  it.each(shown)('are what the service says to: $request', async ({ request, answer }) => {
    expect(await answerTo(request)).toMatchObject(pattern(answer) as object);
  });
});
