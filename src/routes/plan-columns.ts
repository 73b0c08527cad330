import { plainName } from '../register/sources/csv-columns';

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

/** How a field is called in the documentation. */
export function columnName(field: PlanField): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
