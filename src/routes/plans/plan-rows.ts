import { amsterdamInstant } from '../../amsterdam-time';
import type { PlanField } from './plan-columns';
import { MOST_PARCELS } from './plan';

/** One parcel of a list of routes. */
export interface PlanRow {
  /** As spreadsheets count: the header is row 1. */
  row: number;
  /** What its cells say, without blanks around it; '' where nothing. */
  cells: Readonly<Record<PlanField, string>>;
  /** What is wrong with it beside what its cells say. */
  mistakes: readonly RowMistake[];
  /** How the list itself calls its columns. */
  headings: Readonly<Partial<Record<PlanField, string>>>;
}

/** What is wrong with a row, in a column. */
export interface RowMistake {
  row: number;
  column: PlanField | null;
  code: string;
  message: string | { nl: string; en: string };
}

/** The rows of one route, as the request that a planning system would send for them; null where they are too many to read. */
export interface ListedPlan {
  reference: string;
  day: string;
  depot: string;
  request: Record<string, unknown> | null;
  /** What the rows themselves are wrong in: rows of one thing that tell two things of it. */
  mistakes: RowMistake[];
  /** In which row and column a field of the request stands, by its JSON pointer. */
  placeOf: (pointer: string) => Pick<RowMistake, 'row' | 'column'>;
  headings: PlanRow['headings'];
}

/** The rows of each route, told by its depot, day and reference, in the order in which they begin. */
export function rowsByRoute(rows: readonly PlanRow[]): PlanRow[][] {
  return grouped(rows, ({ cells: { depot, day, reference } }) =>
    [depot.toUpperCase(), isoDay(day), reference].join('\n'),
  );
}

const OF_ROUTE = ['driver', 'vehicle', 'startsAt', 'endsAt'] as const;
const OF_STOP = ['serviceMinutes', 'windowFrom', 'windowUntil', 'plannedAt', 'lat', 'lon'] as const;

/** The plan that rows of one route tell. */
export function listedPlan(rows: readonly PlanRow[]): ListedPlan {
  const told = toldOf(rows, ['reference', 'day', 'depot', ...OF_ROUTE]);
  const day = isoDay(told.day);
  const { reference } = told;
  const depot = told.depot.toUpperCase();
  const headings = rows[0]?.headings ?? {};
  if (rows.length > MOST_PARCELS) return tooLong(rows, { reference, day, depot, headings });
  const stops = inSequence(
    grouped(rows, ({ cells: { sequence } }) => (isNumber(sequence) ? String(Number(sequence)) : sequence)),
  );
  const request = {
    ...{ reference, day, depot },
    ...{ driver: told.driver, vehicle: told.vehicle },
    startsAt: timeOn(day, told.startsAt),
    endsAt: timeOn(day, told.endsAt),
    stops: stops.map((stop) => stopOf(stop, day)),
  };
  const mistakes = [
    ...rows.flatMap((row) => row.mistakes),
    ...disagreements(rows, OF_ROUTE),
    ...stops.flatMap((stop) => disagreements(stop, OF_STOP)),
    ...rows.flatMap(noNumber),
  ];
  return {
    reference,
    day,
    depot,
    headings,
    request,
    mistakes,
    placeOf: (pointer) => placeIn(rows, stops, pointer),
  };
}

/** Not looked at any further: what is wrong with each of its rows would be a thousand lines. */
function tooLong(
  rows: readonly PlanRow[],
  route: Pick<ListedPlan, 'reference' | 'day' | 'depot' | 'headings'>,
): ListedPlan {
  const row = rowOf(rows[MOST_PARCELS]);
  const message = {
    nl: `Een route heeft hoogstens ${MOST_PARCELS} zendingen; deze heeft er ${rows.length}.`,
    en: `A route has at most ${MOST_PARCELS} shipments; this one has ${rows.length}.`,
  };
  const mistakes: RowMistake[] = [{ row, column: null, code: 'too_many_shipments', message }];
  return { ...route, request: null, mistakes, placeOf: () => ({ row, column: null }) };
}

/** What is no number comes where it stands in the list, and is named. */
function inSequence(stops: readonly PlanRow[][]): PlanRow[][] {
  const numberOf = ([first]: readonly PlanRow[]) => Number(first?.cells.sequence);
  return [...stops].sort((one, other) => numberOf(one) - numberOf(other) || 0);
}

function isNumber(sequence: string): boolean {
  return /^\d{1,6}$/.test(sequence);
}

function noNumber({ row, cells: { sequence } }: PlanRow): RowMistake[] {
  if (isNumber(sequence)) return [];
  const message = {
    nl: 'Hier hoort het volgnummer van de stop, als 12.',
    en: 'This is to be the number of the stop in its sequence, as 12.',
  };
  return [{ row, column: 'sequence', code: 'format', message }];
}

function stopOf(rows: readonly PlanRow[], day: string): Record<string, unknown> {
  const told = toldOf(rows, OF_STOP);
  const hasWindow = told.windowFrom !== '' || told.windowUntil !== '';
  const hasPlace = told.lat !== '' || told.lon !== '';
  return {
    shipments: rows.map(({ cells }) => cells.shipment),
    ...(told.serviceMinutes === '' ? {} : { serviceMinutes: numberIn(told.serviceMinutes) }),
    ...(hasWindow
      ? { window: { from: timeOn(day, told.windowFrom), until: timeOn(day, told.windowUntil) } }
      : {}),
    ...(told.plannedAt === '' ? {} : { plannedAt: timeOn(day, told.plannedAt) }),
    ...(hasPlace ? { place: { lat: numberIn(told.lat), lon: numberIn(told.lon) } } : {}),
  };
}

/** What the first of the rows that says something says. */
function toldOf<Field extends PlanField>(
  rows: readonly PlanRow[],
  fields: readonly Field[],
): Record<Field, string> {
  const told = fields.map((field) => [field, firstOf(rows, field)?.cells[field] ?? '']);
  return Object.fromEntries(told) as Record<Field, string>;
}

function firstOf(rows: readonly PlanRow[], field: PlanField): PlanRow | undefined {
  return rows.find(({ cells }) => cells[field] !== '');
}

/** Rows that say something else than the first did of what is one thing; a blank says nothing. */
function disagreements(rows: readonly PlanRow[], fields: readonly PlanField[]): RowMistake[] {
  return fields.flatMap((column) => {
    const first = firstOf(rows, column);
    if (first === undefined) return [];
    return rows
      .filter(({ cells }) => cells[column] !== '' && cells[column] !== first.cells[column])
      .map(({ row }) => ({ row, column, code: 'disagrees', message: otherThan(first.row) }));
  });
}

function otherThan(row: number) {
  return { nl: `Rij ${row} zegt hiervan iets anders.`, en: `Row ${row} says something else of this.` };
}

/** "27-11-2026", as Dutch spreadsheets write it, is 2026-11-27. */
function isoDay(text: string): string {
  const [, day = '', month = '', year] = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** "9:30" is that time of the day in Europe/Amsterdam. What is no time stays as it is: the schema says what is possible. */
function timeOn(day: string, text: string): string {
  const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)(?::00)?$/.exec(text) ?? [];
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));
  if (hours === undefined || !isDay) return text;
  return new Date(amsterdamInstant(day, Number(hours), Number(minutes))).toISOString();
}

/** With a comma too, as Dutch spreadsheets write it. */
function numberIn(text: string): number | string {
  const number = Number(text.replace(',', '.'));
  return text === '' || Number.isNaN(number) ? text : number;
}

const FIELDS_AT: Readonly<Record<string, PlanField>> = {
  ...{ reference: 'reference', day: 'day', depot: 'depot', driver: 'driver', vehicle: 'vehicle' },
  ...{ startsAt: 'startsAt', endsAt: 'endsAt', serviceMinutes: 'serviceMinutes', plannedAt: 'plannedAt' },
  ...{ 'window/from': 'windowFrom', 'window/until': 'windowUntil', 'place/lat': 'lat', 'place/lon': 'lon' },
};

type Spot = Pick<RowMistake, 'row' | 'column'>;

function placeIn(rows: readonly PlanRow[], stops: readonly (readonly PlanRow[])[], pointer: string): Spot {
  const [, stop = '', of = ''] = /^\/stops\/(\d+)\/(.+)$/.exec(pointer) ?? [];
  return stop === '' ? spotIn(rows, pointer.slice(1)) : spotIn(stops[Number(stop)] ?? rows, of);
}

/** Where rows of one thing tell a field of it: the row of the parcel, else the first that says something. */
function spotIn(rows: readonly PlanRow[], field: string): Spot {
  const [, parcel] = /^shipments\/(\d+)$/.exec(field) ?? [];
  if (parcel !== undefined) return { row: rowOf(rows[Number(parcel)]), column: 'shipment' };
  const column = FIELDS_AT[field] ?? null;
  const telling = column === null ? undefined : firstOf(rows, column);
  return { row: rowOf(telling ?? rows[0]), column };
}

function rowOf(row: PlanRow | undefined): number {
  return row?.row ?? 1;
}

function grouped(rows: readonly PlanRow[], keyOf: (row: PlanRow) => string): PlanRow[][] {
  const groups = new Map<string, PlanRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}
