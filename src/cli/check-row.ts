import type { RegisteredAddress } from '../checks/address';
import type { AddressChecker } from '../checks/address-checker';
import type { AddressCheckAnswer, AnswerLanguage } from '../checks/answer';
import { enteredAddress } from '../checks/checks-schemas';
import { fieldErrors } from '../http/field-errors';
import { type EntryColumns, entryOf } from './check-columns';

/** The columns that a check adds to those of the list. */
export const ADDED_COLUMNS = [
  'verdict',
  'status',
  'reasons',
  'message',
  'diagnosis',
  'stale',
  'street',
  'houseNumber',
  'houseNumberAddition',
  'postcode',
  'city',
  'unusedText',
].map((name) => `klopt_${name}`);

/** A row that was judged, or not: then `verdict` is null and the cells say why. */
export interface CheckedRow {
  verdict: AddressCheckAnswer['verdict'] | null;
  reasons: readonly string[];
  cells: readonly string[];
}

/** Judges the address in a row, held to the same limits as one that comes over the API. */
export function checkRow(
  row: readonly string[],
  columns: EntryColumns,
  { checker, language }: { checker: AddressChecker; language: AnswerLanguage },
): CheckedRow {
  const entry = entryOf(row, columns);
  const parsed = enteredAddress.safeParse(entry);
  if (!parsed.success) return notChecked(entry, language);
  const { answer } = checker({ address: parsed.data, language, isTest: false });
  return {
    verdict: answer.verdict,
    reasons: answer.reasons.map(({ code }) => code),
    cells: cellsOf(answer),
  };
}

function notChecked(entry: object, language: AnswerLanguage): CheckedRow {
  const errors = fieldErrors(enteredAddress, entry, 'body', language);
  const message = errors.map(({ pointer, message: words }) => `${pointer.slice(1)}: ${words}`).join(' ');
  const cells = ADDED_COLUMNS.map((name) => (name === 'klopt_message' ? message : ''));
  return { verdict: null, reasons: [], cells };
}

function cellsOf(answer: AddressCheckAnswer): string[] {
  const { reasons, diagnosis, candidates, unusedText } = answer;
  return [
    answer.verdict,
    answer.status,
    reasons.map(({ code }) => code).join(' '),
    reasons.map(({ message }) => message).join(' '),
    diagnosis.kind,
    diagnosis.stale.join(' '),
    ...addressCells(answer.address ?? candidates[0]?.address),
    (unusedText ?? []).join(' | '),
  ];
}

/** The address that the answer gives, or the one that it thinks likeliest. */
function addressCells(address: RegisteredAddress | undefined): string[] {
  if (address === undefined) return ['', '', '', '', ''];
  const { street, houseNumber, houseNumberAddition, postcode, city } = address;
  return [street, String(houseNumber), houseNumberAddition ?? '', postcode ?? '', city];
}
