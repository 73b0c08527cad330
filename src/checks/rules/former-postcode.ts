import { matchStreet } from '../../register/names/street-match';
import type { Segment } from '../../register/edition/register';
import { deliver } from '../deliver';
import type { Judgement } from '../judgement';
import { reason } from '../reason-codes';
import type { Situation } from '../situation';

/** The postcode that this number had, of this very street where one was typed, before the register gave it another. */
export function formerPostcode(situation: Situation): Judgement | null {
  const { register, entry, reading } = situation;
  if (entry.postcode === null || reading.houseNumber === null) return null;
  const { houseNumber } = reading;
  const isTyped = (segment: Segment) =>
    matchStreet(situation.typedStreet, register.streetKey(register.streetOf(segment)))?.level === 'key';
  const [segment, ...others] = register
    .segmentsFormerlyAt(entry.postcode)
    .filter((one) => register.hasNumber(one, houseNumber) && (reading.street === '' || isTyped(one)));
  if (segment === undefined || (reading.street === '' && others.length > 0)) return null;
  const delivered = deliver(situation, { segment, houseNumber }, [
    reason('FORMER_NAME_MATCHED', ['postcode']),
  ]);
  return delivered.verdict === 'accept' ? { ...delivered, verdict: 'confirm' } : delivered;
}
