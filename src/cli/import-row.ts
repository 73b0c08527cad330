import { entryOf } from './check-columns';
import type { ShipmentColumns, ShipmentField } from './import-columns';
import { cellOf } from './list-columns';

/** A row as the request that a shop would send for it; whether it is right is for the request's own schema. */
export function requestOf(row: readonly string[], columns: ShipmentColumns): Record<string, unknown> {
  const cell = (field: ShipmentField) => cellOf(row, columns, field) || undefined;
  return {
    reference: cell('reference'),
    barcode: cell('barcode'),
    recipient: {
      name: cell('name'),
      email: cell('email'),
      phone: cell('phone'),
      language: languageOf(cell('language')),
    },
    address: entryOf(row, columns),
    addressConfirmed: yesOrNo(cell('addressConfirmed')),
    customerReference: cell('customerReference'),
    depot: cell('depot'),
    promisedOn: dateOf(cell('promisedOn')),
    driverNote: cell('driverNote'),
  };
}

const LANGUAGES: Readonly<Record<string, string>> = {
  nederlands: 'nl',
  dutch: 'nl',
  engels: 'en',
  english: 'en',
};

/** "NL", "nl-NL" and "Nederlands" are nl. */
function languageOf(text: string | undefined): string | undefined {
  const word = text?.toLowerCase();
  return word === undefined ? undefined : (LANGUAGES[word] ?? word.split(/[-_]/, 1)[0]);
}

const YES = new Set(['ja', 'j', 'yes', 'y', 'true', 'waar', '1', 'x']);
const NO = new Set(['nee', 'n', 'no', 'false', 'onwaar', '0']);

/** What is neither stays as it is: the schema says what is possible. */
function yesOrNo(text: string | undefined): boolean | string | undefined {
  const word = text?.toLowerCase() ?? '';
  if (YES.has(word)) return true;
  return NO.has(word) ? false : text;
}

/** "26-11-2026", as Dutch spreadsheets write it, is 2026-11-26. */
function dateOf(text: string | undefined): string | undefined {
  const [, day = '', month = '', year] = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text ?? '') ?? [];
  return year === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
