import Papa from 'papaparse';
import {
  columnName,
  doubledColumns,
  findPlanColumns,
  mistypedColumn,
  PLAN_COLUMNS,
  type PlanColumns,
  type PlanField,
} from './plan-columns';
import { rowsByRoute, type PlanRow } from './plan-rows';
import { otherWidth, withSharedNamed } from './row-mistakes';

/** What is wrong with a list as a whole. */
export interface ListRefused {
  nl: string;
  en: string;
}

/** A day of the whole carrier is some 100,000 parcels; what is read at once keeps all others waiting. */
const MOST_ROWS = 150_000;
const MOST_ROUTES = 5_000;

/**
 * The rows of a list of routes, by route: a CSV by comma, semicolon or tab; or why it is none. Blank rows are left out, and no
 * more is read than may be planned at once.
 */
export function readPlanList(text: string): PlanRow[][] | ListRefused {
  if (text.includes('\0')) return nul;
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    delimitersToGuess: [',', ';', '\t'],
    preview: MOST_ROWS + 2,
  });
  const [header, ...rows] = data
    .map((row, index) => ({ row, at: index + 1 }))
    .filter(({ row }) => !isBlank(row));
  if (header === undefined) return { nl: 'De lijst is leeg.', en: 'The list is empty.' };
  if (data.length > MOST_ROWS + 1) return tooMany(MOST_ROWS, { nl: 'rijen', en: 'rows' });
  const quote = errors.find(({ type }) => type === 'Quotes');
  if (quote !== undefined) return brokenQuote((quote.row ?? 0) + 1);
  const { columns, missing } = findPlanColumns(header.row);
  const refused = headerRefused(header.row, columns, missing);
  if (refused !== undefined) return refused;
  if (rows.length === 0) return noRows;
  const layout = { columns, width: header.row.length, headings: headingsOf(header.row, columns) };
  const routes = rowsByRoute(rows.map(({ row, at }) => rowOf(row, at, layout)));
  if (routes.length > MOST_ROUTES) return tooMany(MOST_ROUTES, { nl: 'routes', en: 'routes' });
  return withSharedNamed(routes);
}

function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}

function headerRefused(
  header: readonly string[],
  columns: PlanColumns,
  missing: readonly PlanField[],
): ListRefused | undefined {
  const [doubled] = doubledColumns(header);
  if (doubled !== undefined) return twice(doubled.map((name) => name.trim()).join(', '));
  const mistyped = mistypedColumn(header, columns);
  if (mistyped !== undefined) return unknownColumn(mistyped.typed, columnName(mistyped.meant));
  return missing.length > 0 ? withoutColumns(missing) : undefined;
}

function headingsOf(header: readonly string[], columns: PlanColumns): PlanRow['headings'] {
  return Object.fromEntries(Object.entries(columns).map(([field, at]) => [field, header[at]?.trim()]));
}

interface Layout {
  columns: PlanColumns;
  width: number;
  headings: PlanRow['headings'];
}

function rowOf(cells: readonly string[], at: number, { columns, width, headings }: Layout): PlanRow {
  return { row: at, cells: cellsOf(cells, columns), mistakes: otherWidth(at, cells, width), headings };
}

function cellsOf(row: readonly string[], columns: PlanColumns): PlanRow['cells'] {
  const cells = (Object.keys(PLAN_COLUMNS) as PlanField[]).map((field) => {
    const at = columns[field];
    return [field, at === undefined ? '' : (row[at]?.trim() ?? '')];
  });
  return Object.fromEntries(cells) as PlanRow['cells'];
}

function tooMany(most: number, what: ListRefused): ListRefused {
  return {
    nl: `Een lijst heeft hoogstens ${most} ${what.nl}; splits haar, met elke route heel in één deel.`,
    en: `A list has at most ${most} ${what.en}; split it, with each route whole in one part.`,
  };
}

/** PostgreSQL keeps no text with this sign, and nobody types it. */
const nul: ListRefused = {
  nl: 'In de lijst staat een NUL-teken; dat is geen tekst. Bewaar haar opnieuw als CSV.',
  en: 'There is a NUL character in the list, which is no text. Save it as CSV again.',
};

function brokenQuote(row: number): ListRefused {
  return {
    nl: `In rij ${row} staat een aanhalingsteken dat niet klopt; alles erachter zou één cel zijn.`,
    en: `There is a quotation mark in row ${row} that is not right; all behind it would be one cell.`,
  };
}

const noRows: ListRefused = {
  nl: 'De lijst heeft geen rijen onder de eerste.',
  en: 'The list has no rows below the first.',
};

function twice(names: string): ListRefused {
  return {
    nl: `De eerste rij heeft meer kolommen voor hetzelfde: ${names}.`,
    en: `The first row has several columns for the same: ${names}.`,
  };
}

function unknownColumn(typed: string, meant: string): ListRefused {
  return {
    nl: `Onbekende kolom ${typed}. Bedoelt u ${meant}?`,
    en: `Unknown column ${typed}. Did you mean ${meant}?`,
  };
}

function withoutColumns(missing: readonly PlanField[]): ListRefused {
  const names = missing.map(columnName).join(', ');
  return {
    nl: `De eerste rij heeft geen kolom ${names}.`,
    en: `The first row has no column ${names}.`,
  };
}
