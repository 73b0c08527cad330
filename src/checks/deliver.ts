import { knownRole } from './evidence';
import { findAddition } from '../register/names/house-number';
import { formatPostcode } from '../register/names/postcode';
import type { Field, RegisteredAddress } from './address';
import { registeredAddress } from './candidates';
import type { Candidate, Judgement } from './judgement';
import { accept, confirm, MOST_CANDIDATES } from './judgement';
import { type Reason, reason } from './reason-codes';
import type { Lead } from './candidates';
import type { Situation } from './situation';

/** What is left to judge where street, number and postcode are certain: the addition. */
export function deliver(
  situation: Situation,
  lead: Pick<Lead, 'segment' | 'houseNumber'>,
  given: readonly Reason[],
): Judgement {
  const { register, reading } = situation;
  const { segment, houseNumber } = lead;
  const reasons = remarksOn(situation, lead, given);
  const registered = register.additionsOf(segment, houseNumber);
  const at = (addition: string) => registeredAddress(register, segment, houseNumber, addition);
  if (registered === null) return accept(at(reading.addition), reasons);
  const addition = findAddition(reading.addition, registered);
  if (addition !== undefined) return accept(at(addition), reasons);

  const code = reading.addition === '' ? 'ADDITION_REQUIRED' : 'ADDITION_UNKNOWN';
  const choices = likeliestFirst(registered, reading.addition).map((one) =>
    toChoice(situation, lead, at(one)),
  );
  const knownFirst = choices.sort((a, b) => Number(a.knownAs === null) - Number(b.knownAs === null));
  return confirm('partial', {
    reasons: [...reasons, reason(code)],
    candidates: knownFirst.slice(0, MOST_CANDIDATES),
    moreCandidates: Math.max(0, choices.length - MOST_CANDIDATES),
    address: reading.addition === '' && choices.length === 1 ? (choices[0]?.address ?? null) : null,
  });
}

/** What is worth knowing of an address that is certain. */
function remarksOn(
  situation: Situation,
  { segment, houseNumber }: Pick<Lead, 'segment' | 'houseNumber'>,
  reasons: readonly Reason[],
): readonly Reason[] {
  const { register, known } = situation;
  const remarks: Reason[] = [];
  if (register.isUnderInvestigation(segment, houseNumber)) remarks.push(reason('UNDER_INVESTIGATION'));
  if (known.length > 0 && knownRole(situation, { segment, houseNumber }) === 'previous') {
    remarks.push(reason('MATCHES_PREVIOUS_ADDRESS'));
  }
  return remarks.length === 0 ? reasons : [...reasons, ...remarks];
}

/** Those that begin as typed, then by number and letter. */
function likeliestFirst(registered: readonly string[], typed: string): string[] {
  const begins = (addition: string) =>
    typed !== '' && addition.toUpperCase().startsWith(typed[0]?.toUpperCase() ?? '');
  const order = new Intl.Collator('nl', { numeric: true });
  return [...registered].sort((a, b) => Number(begins(b)) - Number(begins(a)) || order.compare(a, b));
}

function toChoice(
  situation: Situation,
  { segment, houseNumber }: Pick<Lead, 'segment' | 'houseNumber'>,
  address: RegisteredAddress,
): Candidate {
  const { entry, reading, known } = situation;
  const keeps: Partial<Record<Field, boolean>> = {
    street: reading.street !== '',
    houseNumber: true,
    postcode: entry.postcode !== null && formatPostcode(entry.postcode) === address.postcode,
    city: entry.city !== '',
  };
  const addition = address.houseNumberAddition ?? '';
  const isOtherPostcode = entry.postcodeText !== '' && keeps.postcode !== true;
  return {
    address,
    basis: (Object.keys(keeps) as Field[]).filter((field) => keeps[field]),
    changedFields: [...(isOtherPostcode ? (['postcode'] as const) : []), 'houseNumberAddition'],
    knownAs: known.length === 0 ? null : knownRole(situation, { segment, houseNumber, addition }),
  };
}
