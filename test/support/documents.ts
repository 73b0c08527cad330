import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** Every page of the documentation, by its path from the root. */
export function documents(): string[] {
  const pages = (folder: string) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name));
  return ['', 'docs', 'docs/adr', 'sample'].flatMap(pages);
}

export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** A fenced block of a page. */
export interface Block {
  language: string;
  text: string;
}

/** The fenced blocks of a text, in order. */
export function blocksOf(text: string): Block[] {
  return Array.from(text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm), ([, language = '', block = '']) => ({
    language,
    text: block,
  }));
}

/** The rows of the table between the markers of this name, each as its cells; without the heading. */
export function tableOf(text: string, marker: string): string[][] {
  const [, table = ''] = new RegExp(`<!-- ${marker} -->\\s*([^]*?)<!-- /${marker} -->`).exec(text) ?? [];
  return table
    .trim()
    .split('\n')
    .slice(2)
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** What stands between backticks in a cell. */
export function quotedIn(cell: string): string[] {
  return Array.from(cell.matchAll(/`([^`]+)`/g), ([, quoted = '']) => quoted);
}
