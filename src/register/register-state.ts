import type { Clock } from '../clock';
import type { CurrentRegister } from './current-register';
import type { EditionInfo } from './edition/edition-format';
import { ageInDays } from './register-health';

/** The register in use, and whether somebody should see to it. */
export interface RegisterState {
  info: EditionInfo;
  /** How many days ago its data was true. */
  ageDays: number;
  maxAgeDays: number;
  /** Older than it may be; the sample never is. */
  isStale: boolean;
  /** Since when this process uses the edition. */
  inUseSinceMs: number;
  /** How many amendments are in force. */
  amendments: number;
}

export function readRegisterState({
  register,
  clock,
  registerMaxAgeDays: maxAgeDays,
}: {
  register: Pick<CurrentRegister, 'current' | 'amendmentCount' | 'inUseSinceMs'>;
  clock: Clock;
  registerMaxAgeDays: number;
}): RegisterState {
  const { info } = register.current();
  const ageDays = ageInDays(info.date, clock.nowMs());
  return {
    ...{ info, ageDays, maxAgeDays },
    isStale: isStale(info, { ageDays, maxAgeDays }),
    inUseSinceMs: register.inUseSinceMs(),
    amendments: register.amendmentCount(),
  };
}

/** The sample is of a day that it was made up for, and gets no older. */
export function isStale(
  { sample }: Pick<EditionInfo, 'sample'>,
  { ageDays, maxAgeDays }: Pick<RegisterState, 'ageDays' | 'maxAgeDays'>,
): boolean {
  return !sample && ageDays > maxAgeDays;
}
