import { settingRows } from '../src/config';

const block = /(<!-- settings -->\n)[\s\S]*?(<!-- \/settings -->)/;

/** A text with, between its markers, the table of settings as they are; unchanged where it has no markers. */
export function withSettingsTable(text: string): string {
  const rows = settingRows().map((row) => [
    `\`${row.name}\``,
    row.default && `\`${row.default}\``,
    row.meaning,
  ]);
  const table = [['variable', 'default', 'meaning'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
  const lines = table.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  lines.splice(1, 0, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`);
  return text.replace(block, (_, open: string, close: string) => `${open}\n${lines.join('\n')}\n\n${close}`);
}
