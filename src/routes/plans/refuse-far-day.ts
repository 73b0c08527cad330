import { Problem } from '../../http/problem';
import type { RoutePlan } from './plan';

const DAY_MS = 24 * 3_600_000;
const DAYS_BACK = 31;
const DAYS_AHEAD = 366;

/** @throws Problem invalid-request for a plan of a day that nobody drives now, such as of a year that was mistyped */
export function refuseFarDay({ day }: RoutePlan, nowMs: number): void {
  const days = (Date.parse(day) - nowMs) / DAY_MS;
  if (days >= -DAYS_BACK - 1 && days <= DAYS_AHEAD) return;
  throw new Problem('invalid-request', {
    errors: [{ in: 'body', pointer: '/day', code: 'far_day', message }],
  });
}

const message = {
  nl: `Een route is van hoogstens ${DAYS_BACK} dagen geleden of over hoogstens ${DAYS_AHEAD} dagen.`,
  en: `A route is of at most ${DAYS_BACK} days ago or ${DAYS_AHEAD} days ahead.`,
};
