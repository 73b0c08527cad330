import { systemClock } from '../clock';
import type { Config } from '../config';
import { inThousands } from './figures';
import { registerFileOf } from './register-file';

/** Whether the edition can be used, and is not too old; throws with a sentence where it is not. */
export async function examineRegister({ registerMaxAgeDays }: Config): Promise<string> {
  const { describeEdition } = await import('../register/edition/edition-file.js');
  const { ageInDays } = await import('../register/register-health.js');
  const { info } = describeEdition(await registerFileOf(undefined));
  const holds = `${inThousands(info.counts.addresses)} addresses`;
  if (info.sample) return `the fictional sample, ${holds}: set KLOPT_REGISTER for the real register`;
  const days = ageInDays(info.date, systemClock.nowMs());
  if (days > registerMaxAgeDays) {
    throw new Error(`edition ${info.edition} is ${days} days old: build a newer one from a newer source`);
  }
  return `edition ${info.edition} (${info.source}), ${holds}`;
}
