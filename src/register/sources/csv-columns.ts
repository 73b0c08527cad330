/** What a column of a register CSV can hold, and the names it goes by (compared without case, blanks and `_`). */
export const COLUMN_NAMES = {
  street: ['straat', 'straatnaam', 'openbareruimte', 'openbareruimtenaam', 'street', 'streetname'],
  houseNumber: ['huisnummer', 'nummer', 'housenumber', 'number'],
  houseLetter: ['huisletter', 'letter', 'houseletter'],
  addition: [
    'huisnummertoevoeging',
    'toevoeging',
    'addition',
    'housenumberaddition',
    'numberaddition',
    'suffix',
  ],
  postcode: ['postcode', 'postalcode', 'zip', 'zipcode'],
  city: ['woonplaats', 'woonplaatsnaam', 'plaats', 'stad', 'city', 'town', 'place'],
  latitude: ['lat', 'latitude', 'breedtegraad'],
  longitude: ['lon', 'lng', 'long', 'longitude', 'lengtegraad'],
} as const;

export type CsvColumn = keyof typeof COLUMN_NAMES;
/** Where each column stands; -1 where the file has none. */
export type CsvColumns = Record<CsvColumn, number> & { count: number };

/** A column's name as it is compared. */
export function plainName(name: string): string {
  return name
    .replace(/^\uFEFF/, '')
    .replace(/[\s_-]/g, '')
    .toLowerCase();
}

/** Finds the columns by the names in the first row. */
export function findColumns(header: readonly string[]): CsvColumns {
  const names = header.map(plainName);
  const at = (column: CsvColumn) =>
    names.findIndex((name) => (COLUMN_NAMES[column] as readonly string[]).includes(name));
  const columns = Object.fromEntries(
    (Object.keys(COLUMN_NAMES) as CsvColumn[]).map((column) => [column, at(column)]),
  );
  return { ...(columns as Record<CsvColumn, number>), count: header.length };
}

/** The required columns that are missing, with the names they may have. */
export function missingColumns(columns: CsvColumns, required: readonly CsvColumn[]): string[] {
  return required
    .filter((column) => columns[column] < 0)
    .map((column) => `${COLUMN_NAMES[column][0]} (or ${COLUMN_NAMES[column].slice(1).join(', ')})`);
}
