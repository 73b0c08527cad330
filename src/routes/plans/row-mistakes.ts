import type { PlanRow, RowMistake } from './plan-rows';

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

/** The rows of routes, with each parcel named that stands on two: the later one would take it off the other. */
export function withSharedNamed(routes: readonly (readonly PlanRow[])[]): PlanRow[][] {
  const seen = new Map<string, Seen>();
  for (const [route, rows] of routes.entries()) for (const row of rows) see(seen, route, row);
  return routes.map((rows, route) =>
    rows.map((row) => {
      const other = otherOf(seen.get(nameOf(row)), route);
      return other === undefined ? row : { ...row, mistakes: [...row.mistakes, onOther(row.row, other)] };
    }),
  );
}

/** In which row of its first route a parcel stands, and in which of another. */
interface Seen {
  route: number;
  row: number;
  elsewhere?: number;
}

function see(seen: Map<string, Seen>, route: number, row: PlanRow): void {
  const name = nameOf(row);
  const first = seen.get(name);
  if (first === undefined) seen.set(name, { route, row: row.row });
  else if (first.route !== route) first.elsewhere ??= row.row;
}

function otherOf(seen: Seen | undefined, route: number): number | undefined {
  if (seen?.elsewhere === undefined) return undefined;
  return seen.route === route ? seen.elsewhere : seen.row;
}

/** Of one depot: another's shipments are not known there, whatever their barcode. Without a name it is no parcel. */
function nameOf({ row, cells: { depot, shipment } }: PlanRow): string {
  return shipment === '' ? String(row) : `${depot.toUpperCase()}\n${shipment}`;
}

function onOther(row: number, other: number): RowMistake {
  const message = {
    nl: `Deze zending staat in rij ${other} op een andere route.`,
    en: `This shipment stands on another route in row ${other}.`,
  };
  return { row, column: 'shipment', code: 'on_two_routes', message };
}
