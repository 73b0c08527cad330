import type { CsvForm } from './check-text';
import { csvOf } from './csv-list';

/** A row that was not registered, and why. */
export interface RejectedRow {
  line: number;
  row: readonly string[];
  reason: string;
}

/** The columns that say so; those of an earlier import are replaced. */
const ADDED_COLUMNS = ['klopt_line', 'klopt_reason'];

/** The rejected rows as a list in the form of the one they came from, to be put right and imported again. */
export function rejectedList(
  header: readonly string[],
  rejected: readonly RejectedRow[],
  form: CsvForm,
): string {
  const kept = header.flatMap((name, at) => (ADDED_COLUMNS.includes(name) ? [] : [at]));
  const cellsOf = (row: readonly string[]) => kept.map((at) => row[at] ?? '');
  const rows = rejected.map(({ line, row, reason }) => [
    ...cellsOf(row),
    String(line),
    reason,
    ...beyond(row, header.length),
  ]);
  return form.byteOrderMark + csvOf([[...cellsOf(header), ...ADDED_COLUMNS], ...rows], form);
}

/** What a row has beyond its header; one that is too short must not fit as it is, but be rejected again. */
function beyond(row: readonly string[], count: number): readonly string[] {
  return row.length < count ? [''] : row.slice(count);
}
