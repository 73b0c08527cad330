import { didYouMean } from '../../did-you-mean';
import { plainName } from '../../register/sources/csv-columns';

/** What a column of a day's routes can hold, and the names it goes by, compared without case, blanks, `-` and `_`. */
export const PLAN_COLUMNS = {
  reference: ['reference', 'referentie', 'route', 'ritnummer', 'rit', 'routenummer'],
  day: ['day', 'dag', 'date', 'datum', 'bezorgdatum'],
  depot: ['depot', 'depotcode'],
  driver: ['driver', 'bezorger', 'chauffeur'],
  vehicle: ['vehicle', 'voertuig', 'kenteken', 'bus', 'van'],
  startsAt: ['startsat', 'begin', 'begintijd', 'vertrek', 'start', 'starttijd'],
  endsAt: ['endsat', 'einde', 'eindtijd', 'eind', 'end'],
  sequence: ['sequence', 'volgorde', 'volgnummer', 'stop', 'stopnummer'],
  shipment: ['shipment', 'zending', 'barcode', 'streepjescode', 'pakket', 'parcel'],
  serviceMinutes: ['serviceminutes', 'stoptijd', 'minuten', 'servicetijd', 'servicetime'],
  windowFrom: ['windowfrom', 'venstervan', 'tijdvakvan', 'vanaf', 'van'],
  windowUntil: ['windowuntil', 'venstertot', 'tijdvaktot', 'tot'],
  plannedAt: ['plannedat', 'gepland', 'geplandom', 'aankomst', 'eta'],
  lat: ['lat', 'latitude', 'breedtegraad'],
  lon: ['lon', 'lng', 'longitude', 'lengtegraad'],
} as const satisfies Record<string, readonly string[]>;

export type PlanField = keyof typeof PLAN_COLUMNS;
export type PlanColumns = Partial<Record<PlanField, number>>;

const REQUIRED: readonly PlanField[] = [
  ...(['reference', 'day', 'depot', 'driver', 'vehicle'] as const),
  ...(['startsAt', 'endsAt', 'sequence', 'shipment'] as const),
];

/** Where each field stands in a row, by the names in the first one; and the fields that must be there and are not. */
export function findPlanColumns(header: readonly string[]): { columns: PlanColumns; missing: PlanField[] } {
  const names = header.map(plainName);
  const columns: PlanColumns = {};
  for (const field of Object.keys(PLAN_COLUMNS) as PlanField[]) {
    const at = PLAN_COLUMNS[field].map((name) => names.indexOf(name)).find((found) => found >= 0);
    if (at !== undefined) columns[field] = at;
  }
  return { columns, missing: REQUIRED.filter((field) => columns[field] === undefined) };
}

/** The names of columns that tell one field, where more than one does: which of them is meant, nobody knows. */
export function doubledColumns(header: readonly string[]): string[][] {
  const names = header.map(plainName);
  return Object.values(PLAN_COLUMNS)
    .map((known: readonly string[]) => header.filter((_, at) => known.includes(names[at] ?? '')))
    .filter(({ length }) => length > 1);
}

/** A list of routes has fifteen columns; to compare thousands with all names would take minutes. */
const MOST_LOOKED_AT = 100;

/** The first column that looks like a mistyped one that the list does not have, which would be left out unseen. */
export function mistypedColumn(
  header: readonly string[],
  columns: PlanColumns,
): { typed: string; meant: PlanField } | undefined {
  const fields = Object.keys(PLAN_COLUMNS) as PlanField[];
  const absent = fields.filter((field) => columns[field] === undefined);
  const nameOf = new Map(
    absent.flatMap((field) => PLAN_COLUMNS[field].map((name) => [name as string, field])),
  );
  const found = Object.values(columns);
  for (const [at, typed] of header.slice(0, MOST_LOOKED_AT).entries()) {
    const near = found.includes(at) ? undefined : didYouMean(plainName(typed), [...nameOf.keys()]);
    const meant = near === undefined ? undefined : nameOf.get(near);
    if (meant !== undefined) return { typed: typed.trim(), meant };
  }
  return undefined;
}

/** How a field is called in the documentation. */
export function columnName(field: PlanField): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
