import Papa from 'papaparse';
import { columnName, findPlanColumns, PLAN_COLUMNS, type PlanColumns, type PlanField } from './plan-columns';
import type { PlanRow } from './plan-rows';

/** What is wrong with a list as a whole. */
export interface ListRefused {
  nl: string;
  en: string;
}

/** The rows of a list of routes, a CSV by comma, semicolon or tab; or why it is none. Blank rows are left out. */
export function readPlanList(text: string): PlanRow[] | ListRefused {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimitersToGuess: [',', ';', '\t'] });
  const [header, ...rows] = data
    .map((row, index) => ({ row, at: index + 1 }))
    .filter(({ row }) => !isBlank(row));
  if (header === undefined) return { nl: 'De lijst is leeg.', en: 'The list is empty.' };
  const { columns, missing } = findPlanColumns(header.row);
  if (missing.length > 0) return withoutColumns(missing);
  return rows.map(({ row, at }) => ({ row: at, cells: cellsOf(row, columns) }));
}

function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}

function cellsOf(row: readonly string[], columns: PlanColumns): PlanRow['cells'] {
  const cells = (Object.keys(PLAN_COLUMNS) as PlanField[]).map((field) => {
    const at = columns[field];
    return [field, at === undefined ? '' : (row[at]?.trim() ?? '')];
  });
  return Object.fromEntries(cells) as PlanRow['cells'];
}

function withoutColumns(missing: readonly PlanField[]): ListRefused {
  const names = missing.map(columnName).join(', ');
  return {
    nl: `De eerste rij heeft geen kolom ${names}.`,
    en: `The first row has no column ${names}.`,
  };
}
