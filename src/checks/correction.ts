import { fold } from '../register/names/fold';
import { streetKey } from '../register/names/street-name';
import type { EnteredAddress } from './address';
import { readEntry } from './entry';
import type { Judgement, Verdict } from './judgement';
import { reason } from './reason-codes';

/** The check that an entry corrects. */
export interface PreviousCheck {
  /** null, and its verdict too, where the entry has not been checked yet. */
  id: string | null;
  address: EnteredAddress;
  verdict: Verdict | null;
  /** Entries that were refused before, by a check, an agent or a driver. */
  rejected?: readonly EnteredAddress[];
}

/**
 * A correction is judged as strictly as an order, and beside the entry that it corrects: the same again, or mixed again
 * with the halves exchanged.
 */
export function judgeCorrection(
  judgement: Judgement,
  address: EnteredAddress,
  previous: PreviousCheck,
): Judgement {
  const isAgain = (earlier: EnteredAddress) => parts(address).join('|') === parts(earlier).join('|');
  if (previous.rejected?.some((earlier) => isAgain(earlier) || isMeant(judgement, earlier)) === true)
    return repeated(judgement);
  if (judgement.verdict !== 'fix' || previous.verdict !== 'fix') return judgement;
  if (isAgain(previous.address)) return repeated(judgement);
  if (judgement.status !== 'conflict') return judgement;
  const reasons = [...judgement.reasons, reason('CORRECTION_STILL_MIXED', ['postcode', 'street'])];
  const isGuess =
    judgement.diagnosis.kind === 'mismatch' && isExchanged(judgement, address, previous.address);
  if (!isGuess) return { ...judgement, reasons };
  const diagnosis = {
    kind: 'mixed_addresses',
    stale: [],
    confidence: 'medium',
    evidence: ['previous_entry'],
  } as const;
  return { ...judgement, reasons, diagnosis };
}

/** However it was typed, it comes to the address that was refused. */
function isMeant({ address }: Judgement, earlier: EnteredAddress): boolean {
  return address !== null && parts(address).join('|') === parts(earlier).join('|');
}

/** Refused before: even where the register knows it, it is to be asked about and not to be taken. */
function repeated(judgement: Judgement): Judgement {
  const verdict = judgement.verdict === 'accept' ? 'confirm' : judgement.verdict;
  return { ...judgement, verdict, reasons: [...judgement.reasons, reason('CORRECTION_REPEATS_REJECTED')] };
}

/** True where a candidate takes one half from this entry and the other from the previous one. */
function isExchanged({ candidates }: Judgement, address: EnteredAddress, previous: EnteredAddress): boolean {
  const [street, postcode] = parts(address);
  const [previousStreet, previousPostcode] = parts(previous);
  return candidates.some((candidate) => {
    const candidateStreet = streetKey(candidate.address.street);
    const candidatePostcode = candidate.address.postcode;
    return (
      (candidateStreet === street && candidatePostcode === previousPostcode) ||
      (candidateStreet === previousStreet && candidatePostcode === postcode)
    );
  });
}

/** Street, postcode, number and city in the spelling in which entries are compared. */
function parts(address: EnteredAddress): readonly string[] {
  const { readings, postcodeText, city } = readEntry(address);
  const { street = '', houseNumber = null, addition = '' } = readings[0] ?? {};
  const postcode = postcodeText.replace(/\s/g, '').toUpperCase();
  return [streetKey(street), postcode, `${houseNumber ?? ''}${fold(addition)}`, fold(city)];
}
