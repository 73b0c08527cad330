import type { Field } from './address';

export type Severity = 'error' | 'warning' | 'info';

/** How grave each reason is by default, and the parts of the address that it is about. */
const REASONS = {
  POSTCODE_FORMAT_INVALID: ['error', ['postcode']],
  POSTCODE_UNKNOWN: ['error', ['postcode']],
  STREET_UNKNOWN: ['error', ['street']],
  STREET_SPELLING_CORRECTED: ['warning', ['street']],
  STREET_ABBREVIATION_EXPANDED: ['info', ['street']],
  FORMER_NAME_MATCHED: ['info', ['street']],
  HOUSE_NUMBER_MISSING: ['error', ['houseNumber']],
  HOUSE_NUMBER_NOT_FOUND: ['error', ['houseNumber']],
  ADDITION_UNKNOWN: ['warning', ['houseNumberAddition']],
  ADDITION_REQUIRED: ['warning', ['houseNumberAddition']],
  CITY_MISMATCH: ['warning', ['city']],
  CITY_ALIAS_MATCHED: ['info', ['city']],
  POSTCODE_STREET_MISMATCH: ['error', ['postcode', 'street']],
  MIXED_OLD_POSTCODE: ['error', ['postcode']],
  MIXED_OLD_STREET: ['error', ['street']],
  MIXED_OLD_HOUSE_NUMBER: ['error', ['houseNumber']],
  MIXED_OLD_CITY: ['error', ['city']],
  POSTCODE_TYPO_SUSPECTED: ['error', ['postcode']],
  MATCHES_PREVIOUS_ADDRESS: ['warning', []],
  CORRECTION_STILL_MIXED: ['error', []],
  CORRECTION_REPEATS_REJECTED: ['error', []],
  PO_BOX: ['error', ['street']],
  PICKUP_POINT: ['error', ['street']],
  UNDER_INVESTIGATION: ['warning', []],
  NEW_BUILD_SUSPECTED: ['warning', ['postcode', 'street']],
  COUNTRY_NOT_COVERED: ['warning', ['country']],
  REGISTER_STALE: ['warning', []],
  FIELD_MISSING: ['error', []],
} as const satisfies Record<string, readonly [Severity, readonly Field[]]>;

/** Why a judgement is what it is, and which parts of the address it is about. */
export interface Reason {
  code: ReasonCode;
  severity: Severity;
  fields: readonly Field[];
}

export type ReasonCode = keyof typeof REASONS;
export const REASON_CODES = Object.keys(REASONS) as ReasonCode[];

/** A reason with its usual severity, about its usual fields or the given ones. */
export function reason(code: ReasonCode, fields: readonly Field[] = REASONS[code][1]): Reason {
  return { code, severity: REASONS[code][0], fields };
}
