import { matchStreet } from '../../register/street-match';
import { deliver } from '../deliver';
import type { Judgement } from '../judgement';
import { reason } from '../reason-codes';
import type { Situation } from '../situation';

/** The postcode that this very street and number had before the register gave them another. */
export function formerPostcode(situation: Situation): Judgement | null {
  const { register, entry, reading } = situation;
  if (entry.postcode === null || reading.street === '' || reading.houseNumber === null) return null;
  const { houseNumber } = reading;
  const segment = register
    .segmentsFormerlyAt(entry.postcode)
    .find(
      (one) =>
        register.hasNumber(one, houseNumber) &&
        matchStreet(situation.typedStreet, register.streetKey(register.streetOf(one)))?.level === 'key',
    );
  if (segment === undefined) return null;
  const delivered = deliver(situation, { segment, houseNumber }, [
    reason('FORMER_NAME_MATCHED', ['postcode']),
  ]);
  return delivered.verdict === 'accept' ? { ...delivered, verdict: 'confirm' } : delivered;
}
