/** Lines up the cells of rows in columns. */
export function inColumns(rows: readonly (readonly string[])[]): string {
  const printed = rows.map((row) => row.map(printable));
  const widths = (printed[0] ?? []).map((_, column) =>
    Math.max(...printed.map((row) => (row[column] ?? '').length)),
  );
  return printed
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Text as a terminal may have it: without the signs by which it could write over other lines. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '');
}
