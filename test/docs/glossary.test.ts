import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textOf } from '../support/documents';

/** Words that mean what a word of the glossary means, with that word. */
const OTHER_WORDS = {
  tenant: 'shop',
  merchant: 'shop',
  webshop: 'shop',
  zipcode: 'postcode',
  'zip code': 'postcode',
  'postal code': 'postcode',
  apartment: 'addition',
  consignee: 'customer',
  snapshot: 'edition',
  dataset: 'register',
  patch: 'amendment',
  outdated: 'stale',
  autocomplete: 'suggestion',
  'api token': 'key',
  handler: 'endpoint',
} as const;

/** What the world outside calls it: column names that lists may have, HTTP's PATCH, a route of Express. */
const NOT_OUR_WORDS: Readonly<Record<string, RegExp>> = {
  zipcode: /csv-columns/,
  patch: /http\/|-endpoints/,
  handler: /http\/|cors|log/,
};

const source = join(__dirname, '../../src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);
const textOfSource = (file: string) => readFileSync(join(source, file), 'utf8');

describe('the words of the glossary', () => {
  it.each(Object.entries(OTHER_WORDS))('are used in the code: never "%s" for %s', (other) => {
    const word = new RegExp(`\\b${other}s?\\b`, 'i');
    const using = files.filter((file) => word.test(textOfSource(file)));
    expect(using.filter((file) => NOT_OUR_WORDS[other]?.test(file) !== true)).toEqual([]);
  });

  const [, ofRegister = '', ofCheck = ''] =
    /## The register\n([^]*?)## The check\n([^]*)$/.exec(textOf('docs/glossary.md')) ?? [];
  const words = Array.from(
    `${ofRegister}${ofCheck}`.matchAll(/^\| ([a-z][\w ]*?)(?: \(.*\)|, .*)? +\|/gm),
    ([, word = '']) => word,
  );

  it.each(words.filter((word) => word !== 'word'))('"%s" is a word that the code uses', (word) => {
    const [first = '', ...rest] = word.split(' ');
    const spelled = new RegExp([first, ...rest].join('[ _-]?'), 'i');
    expect(files.some((file) => spelled.test(textOfSource(file)))).toBe(true);
  });
});
