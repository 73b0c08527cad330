import type { RowMistake } from './plan-rows';

/** What a row is wrong in by itself: cells that moved under another's name are not told by what they say. */
export function otherWidth(at: number, cells: readonly string[], columns: number): RowMistake[] {
  const isLonger = cells.slice(columns).some((cell) => cell.trim() !== '');
  if (cells.length >= columns && !isLonger) return [];
  const message = {
    nl: `Deze rij heeft ${cells.length} cellen, de eerste rij ${columns}.`,
    en: `This row has ${cells.length} cells, the first row ${columns}.`,
  };
  return [{ row: at, column: null, code: 'cells', message }];
}
