import { findAddition } from '../register/names/house-number';
import type { PostcodeCode } from '../register/names/postcode';
import { formatPostcode } from '../register/names/postcode';
import type { Place, Register, Segment, Street } from '../register/edition/register';
import type { StreetMatch } from '../register/names/street-match';
import { matchRank, matchStreet } from '../register/names/street-match';
import type { Field, RegisteredAddress } from './address';
import { type Candidate, MOST_CANDIDATES } from './judgement';
import { knownRole, segmentsOfKnown } from './evidence';
import type { Situation } from './situation';

/** A registered number that may be meant, and which part of the entry led to it. */
export interface Lead {
  segment: Segment;
  street: Street;
  houseNumber: number;
  /** What was trusted: the street (its own postcode), the postcode (its street), or neither as typed. */
  trusts: 'street' | 'postcode' | 'neither';
  /** How the street is what was typed; null where it is another. */
  match: StreetMatch | null;
}

/**
 * Trust the street: where one of its name has the number, in the typed city first. Only a name that no street of either
 * town has, and no known address, may be a misspelling.
 */
export function leadsByStreet(situation: Situation): Lead[] {
  const { typedPlaces, postcodePlaces } = situation;
  const isReal = situation.isStreetOfTown() || situation.knownByStreet.length > 0;
  const towns = [typedPlaces, postcodePlaces.filter((place) => !typedPlaces.includes(place))];
  for (const places of towns) {
    const leads = strongest(places.flatMap((place) => leadsInPlace(situation, place, isReal)));
    if (leads.length > 0) return leads;
  }
  return knownStreetLeads(situation);
}

function leadsInPlace(situation: Situation, place: Place, isReal: boolean): Lead[] {
  const found = isReal ? situation.streetsNamed(place) : situation.streetsLike(place);
  return found.flatMap((street) => leadsOfStreet(situation, street));
}

/** A known address's street, where it lies, with the typed number. */
function knownStreetLeads(situation: Situation): Lead[] {
  const { register, reading } = situation;
  const { houseNumber } = reading;
  if (houseNumber === null || situation.knownByStreet.length === 0) return [];
  return situation.knownByStreet.flatMap((known) =>
    segmentsOfKnown(register, known)
      .filter((segment) => register.hasNumber(segment, houseNumber))
      .map((segment) => ({
        segment,
        street: register.streetOf(segment),
        houseNumber,
        trusts: 'street',
        match: null,
      })),
  );
}

export function leadsOfStreet(
  { register, reading }: Situation,
  { street, match }: Pick<Lead, 'street' | 'match'>,
): Lead[] {
  const { houseNumber } = reading;
  const leads: Lead[] = [];
  if (houseNumber === null) return leads;
  for (const segment of register.segmentsOf(street)) {
    if (register.hasNumber(segment, houseNumber))
      leads.push({ segment, street, houseNumber, trusts: 'street', match });
  }
  return leads;
}

/** Trust the postcode: its streets that have the number. */
export function leadsByPostcode(situation: Situation): Lead[] {
  const { houseNumber } = situation.reading;
  if (houseNumber === null) return [];
  return situation.atPostcode
    .filter(({ segment }) => situation.hasNumber(segment))
    .map(({ segment, street, match }) => ({ segment, street, houseNumber, trusts: 'postcode', match }));
}

/** Trust neither letter by letter: a postcode one slip away whose street is the typed one. */
export function leadsNearby(situation: Situation, postcodes: readonly PostcodeCode[]): Lead[] {
  const { register, reading, typedStreet } = situation;
  const { houseNumber } = reading;
  if (houseNumber === null || reading.street === '') return [];
  const leads: Lead[] = [];
  for (const segment of postcodes.flatMap((postcode) => register.segmentsAt(postcode))) {
    if (!register.hasNumber(segment, houseNumber)) continue;
    const street = register.streetOf(segment);
    const match = matchStreet(typedStreet, register.streetKey(street));
    if (match !== null) leads.push({ segment, street, houseNumber, trusts: 'neither', match });
  }
  return strongest(leads);
}

/** Of leads by likeness only those of the strongest. */
function strongest(leads: Lead[]): Lead[] {
  if (leads.length < 2) return leads;
  const rank = ({ match }: Lead) => (match === null ? Number.POSITIVE_INFINITY : matchRank(match));
  const best = Math.min(...leads.map(rank));
  return leads.filter((lead) => rank(lead) === best);
}

/** House numbers behind a lead: the more there are, the likelier it has this one by chance. */
export function numbersBehind(register: Register, { trusts, segment, street }: Lead): number {
  const segments = trusts === 'street' ? register.segmentsOf(street) : [segment];
  return segments.reduce((count, one) => count + register.countNumbers(one), 0);
}

/** The first leads as candidates, as many as are shown. */
export function toCandidates(situation: Situation, leads: readonly Lead[]): Candidate[] {
  return leads.slice(0, MOST_CANDIDATES).map((lead) => toCandidate(situation, lead));
}

/** The lead as a complete address with what it keeps and changes of the entry. */
function toCandidate(situation: Situation, lead: Lead): Candidate {
  const { entry, reading } = situation;
  const address = addressAt(situation, lead);
  const kept: Record<Exclude<Field, 'country'>, boolean> = {
    street: lead.match !== null,
    houseNumber: reading.houseNumber === lead.houseNumber,
    houseNumberAddition: (address.houseNumberAddition ?? '').toUpperCase() === reading.addition.toUpperCase(),
    postcode: entry.postcode !== null && address.postcode === formatPostcode(entry.postcode),
    city: situation.cityAgreement(situation.register.placeOf(lead.street)) !== 'other',
  };
  const typed: Record<keyof typeof kept, boolean> = {
    street: reading.street !== '',
    houseNumber: reading.houseNumber !== null,
    houseNumberAddition: reading.addition !== '' || address.houseNumberAddition !== null,
    postcode: entry.postcodeText !== '',
    city: entry.city !== '',
  };
  const fields = (Object.keys(kept) as (keyof typeof kept)[]).filter((field) => typed[field]);
  return {
    address,
    basis: fields.filter((field) => kept[field]),
    changedFields: fields.filter((field) => !kept[field]),
    knownAs: knownRole(situation, lead),
  };
}

/** The registered address of a segment's number, with the typed addition as the register writes it. */
export function addressAt(
  situation: Situation,
  { segment, houseNumber }: Pick<Lead, 'segment' | 'houseNumber'>,
): RegisteredAddress {
  const { register, reading } = situation;
  const registered = register.additionsOf(segment, houseNumber);
  const addition =
    registered === null ? reading.addition : (findAddition(reading.addition, registered) ?? '');
  return registeredAddress(register, segment, houseNumber, addition);
}

export function registeredAddress(
  register: Register,
  segment: Segment,
  houseNumber: number,
  addition: string,
): RegisteredAddress {
  const street = register.streetOf(segment);
  const postcode = register.postcodeOf(segment);
  return {
    street: register.streetName(street),
    houseNumber,
    houseNumberAddition: addition === '' ? null : addition,
    postcode: postcode === 0 ? null : formatPostcode(postcode),
    city: register.placeName(register.placeOf(street)),
    country: 'NL',
  };
}
