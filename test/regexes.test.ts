import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { check } from 'recheck';
import ts from 'typescript';

const folder = resolve(__dirname, '../src');

interface Found {
  where: string;
  source: string;
  flags: string;
}

/** Every regular expression that the code writes down, as a literal. */
function regexesOf(file: string): Found[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const [, pattern = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(node.text) ?? [];
      const { line } = source.getLineAndCharacterOfPosition(node.pos);
      found.push({ where: `${relative(folder, file)}:${line + 1}`, source: pattern, flags });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => join(folder, name));
const all = files.flatMap(regexesOf);

test('regular expressions are written as literals, where they can be checked', () => {
  expect(all.length).toBeGreaterThan(50);
  const built = files.filter((file) => readFileSync(file, 'utf8').includes('new RegExp('));
  // The form of a token is of fixed length: it has nothing to backtrack over.
  expect(built.map((file) => relative(folder, file))).toEqual(['access/token-format.ts']);
});

test.each(all)(
  '$where does not backtrack without bounds: /$source/$flags',
  async ({ source, flags }) => {
    const { status } = await check(source, flags, { timeout: 10_000, attackTimeout: 2_000 });
    expect(status).toBe('safe');
  },
  30_000,
);
