import type { BagRecord } from './bag-records';

/** What an occurrence is worth on the reference day; only `current` is an address, only `former` was one before. */
export type OccurrenceState =
  'current' | 'former' | 'future' | 'withdrawn' | 'inactive' | 'not BAG' | 'never valid';

/** Position = code: how states travel from a parser thread. */
export const occurrenceStates: readonly OccurrenceState[] = [
  'current',
  'former',
  'future',
  'withdrawn',
  'inactive',
  'not BAG',
  'never valid',
];

type Validity = Pick<BagRecord, 'status' | 'validFrom' | 'validUntil' | 'inactiveSince' | 'notBagSince'>;

const withdrawnStatus = /ingetrokken|ten onrechte opgevoerd|niet gerealiseerd/i;

/** The state of an occurrence on a day (ISO date): valid from beginGeldigheid up to, not including, eindGeldigheid. */
export function occurrenceState(record: Validity, day: string): OccurrenceState {
  if (record.notBagSince !== '') return 'not BAG';
  if (record.inactiveSince !== '') return 'inactive';
  const from = dayOf(record.validFrom);
  const until = dayOf(record.validUntil);
  if (until !== '' && until <= from) return 'never valid';
  if (from > day) return 'future';
  if (withdrawnStatus.test(record.status)) return 'withdrawn';
  return until !== '' && until <= day ? 'former' : 'current';
}

/** Validity is told as a date, or as a time on it. */
function dayOf(moment: string): string {
  return moment.slice(0, 10);
}
