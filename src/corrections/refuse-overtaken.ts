import type { EnteredAddress } from '../checks/address';
import type { AnswerLanguage } from '../checks/answer';
import type { Transaction } from '../database/open-database';
import { etagOf } from '../http/version';
import { Problem } from '../http/problem';
import { optionsFor } from '../routes/planning/options';
import type { TravelTimes } from '../routes/planning/travel-times';
import { addressMeant } from './decide-correction';
import type { LockedCorrection } from './locked-correction';
import { type OptionsDependencies, optionsQuestion } from './options-of';
import { shownOptions } from './shown-options';

interface Overtaken extends LockedCorrection {
  request: { address: EnteredAddress | null; expected: number; language: AnswerLanguage };
  times: TravelTimes;
}

/**
 * Refuses an agent who approves what someone else has changed meanwhile. Of a parcel on a route they are shown what can be done
 * now, as it is shown where the route moved on: the driver may be on the way to where the other sent him.
 * @throws Problem precondition-failed
 */
export async function refuseOvertaken(
  trx: Transaction,
  dependencies: Pick<OptionsDependencies, 'placeOf' | 'optionCosts'>,
  { correction, shipment, onRoute, request, times: { travelMs } }: Overtaken,
  nowMs: number,
): Promise<void> {
  const { version } = correction;
  if (version === request.expected) return;
  const headers = { ETag: etagOf(version) };
  const address = correction.address ?? addressMeant(request.address ?? correction.entry, correction.check);
  if (onRoute === null || address === null) throw new Problem('precondition-failed', { headers });
  const asked = { depot: null, mayBreakPromises: false, travelMs, nowMs };
  const question = await optionsQuestion(trx, dependencies, { shipment, onRoute, address }, asked);
  const options = shownOptions(optionsFor(question), request.language);
  throw new Problem('precondition-failed', { headers, extensions: { options } });
}
