import { deliver } from '../deliver';
import type { Lead } from '../candidates';
import { leadsOfStreet, toCandidates } from '../candidates';
import { explainingCity, explainingPostcode, isKnownAddress } from '../evidence';
import type { Judgement } from '../judgement';
import { confirm, fix } from '../judgement';
import { type Reason, reason } from '../reason-codes';
import type { Situation } from '../situation';

/**
 * Postcode, street and number belong together, but in another town than the typed one. A known address there makes the
 * town stale; a known address at this postcode, where the typed town has such a street too, makes the postcode stale.
 */
export function judgeOtherCity(
  situation: Situation,
  here: Omit<Lead, 'trusts'>,
  reasons: readonly Reason[],
): Judgement {
  const candidates = [{ ...here, trusts: 'postcode' as const }, ...sameStreetInTypedCity(situation)];
  const elsewhere = candidates.slice(1);
  const isKnownHere = situation.known.some(
    (known) => known.role !== 'previous' && isKnownAddress(situation, known, here),
  );
  if (elsewhere.length > 0 && !isKnownHere && explainingPostcode(situation).length > 0) {
    return fix('conflict', {
      reasons: [reason('POSTCODE_STREET_MISMATCH'), reason('MIXED_OLD_POSTCODE')],
      diagnosis: {
        kind: 'mixed_addresses',
        stale: ['postcode'],
        confidence: 'medium',
        evidence: ['known_address'],
      },
      candidates: toCandidates(situation, [...elsewhere, ...candidates.slice(0, 1)]),
    });
  }
  const address = deliver(situation, here, []).address;
  if (explainingCity(situation).length > 0) {
    return confirm('conflict', {
      address,
      reasons: [...reasons, reason('CITY_MISMATCH'), reason('MIXED_OLD_CITY')],
      diagnosis: {
        kind: 'mixed_addresses',
        stale: ['city'],
        confidence: 'high',
        evidence: ['known_address'],
      },
      candidates: toCandidates(situation, candidates),
    });
  }
  const agreement = situation.cityAgreement(situation.register.placeOf(here.street));
  if (agreement === 'postal') return deliver(situation, here, [...reasons, reason('CITY_ALIAS_MATCHED')]);
  return confirm('conflict', {
    address: elsewhere.length > 0 ? null : address,
    reasons: [...reasons, reason('CITY_MISMATCH')],
    diagnosis: { kind: 'mismatch', stale: [], confidence: 'medium', evidence: ['register'] },
    candidates: toCandidates(situation, candidates),
  });
}

function sameStreetInTypedCity(situation: Situation): Lead[] {
  return situation.typedPlaces.flatMap((place) =>
    situation.streetsNamed(place).flatMap((found) => leadsOfStreet(situation, found)),
  );
}
