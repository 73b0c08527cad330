import { didYouMean } from '../did-you-mean';
import { plainName } from '../register/sources/csv-columns';
import { CommandFailed } from './command-failed';

/** What a column of a list can hold, and the names it goes by, as plainName has them. */
export type ColumnNames<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** Where each field stands in a row. */
export type ListColumns<Field extends string> = Partial<Record<Field, number>>;

/**
 * Finds columns by their names, or as told by `column=field`.
 * Throws CommandFailed for a column or field that is not there, and for a column that is there twice.
 */
export function findListColumns<Field extends string>(
  known: ColumnNames<Field>,
  header: readonly string[],
  told: readonly string[],
): ListColumns<Field> {
  const names = header.map(plainName);
  const columns: ListColumns<Field> = {};
  for (const field of Object.keys(known) as Field[]) {
    const at = names.findIndex((name) => known[field].includes(name));
    if (at >= 0) columns[field] = at;
  }
  for (const pair of told) Object.assign(columns, toldColumn(pair, header, Object.keys(known)));
  for (const at of Object.values<number | undefined>(columns))
    if (at !== undefined && names.lastIndexOf(names[at] ?? '') !== at) throw doubled(header[at] ?? '');
  return columns;
}

/** Which of the two is meant, only the list's owner knows. */
function doubled(column: string): CommandFailed {
  return new CommandFailed(
    `line 1: there are two columns "${column.trim()}". Rename or remove one, so that it is clear which one counts.`,
  );
}

function toldColumn(
  pair: string,
  header: readonly string[],
  fields: readonly string[],
): Record<string, number> {
  const equals = pair.lastIndexOf('=');
  const [column, field] = [pair.slice(0, Math.max(0, equals)), pair.slice(equals + 1)];
  const at = header.map(plainName).indexOf(plainName(column));
  if (equals < 0 || at < 0) throw unknown('column', column, header);
  if (!fields.includes(field)) throw unknown('field', field, fields);
  return { [field]: at };
}

function unknown(kind: string, name: string, known: readonly string[]): CommandFailed {
  const meant = didYouMean(name, known);
  const hint = meant === undefined ? `There are: ${known.join(', ')}.` : `Did you mean ${meant}?`;
  return new CommandFailed(`--map takes column=field; there is no ${kind} "${name}". ${hint}`);
}

/** What a row says of a field, without blanks around it; '' where nothing. */
export function cellOf<Field extends string>(
  row: readonly string[],
  columns: ListColumns<Field>,
  field: Field,
): string {
  const at = columns[field];
  return at === undefined ? '' : (row[at]?.trim() ?? '');
}
