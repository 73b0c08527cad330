/** Why a delivery failed, in the words of the scan codes. */
export const STOP_FAILURES = [
  'incorrect_address',
  'moved',
  'not_at_home',
  'refused',
  'no_access',
  'other',
] as const;
export type StopFailure = (typeof STOP_FAILURES)[number];
