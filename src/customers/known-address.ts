/** As many as one check takes: the latest say most. */
export const MOST_KNOWN_ADDRESSES = 20;

/** On what occasion an address became known. */
export type Occasion = 'ordered' | 'corrected' | 'delivered';
export type KnownRole = 'current' | 'previous' | 'unknown';

/** The parts of an address that a customer is known by. */
export interface AddressParts {
  street: string;
  houseNumber: number;
  houseNumberAddition: string | null;
  postcode: string | null;
  city: string;
}

/** One occasion on which a customer had an address. */
export interface Sighting extends AddressParts {
  occasion: Occasion;
  atMs: number;
}

/** An address that a customer is known by at one shop. */
export interface KnownCustomerAddress extends AddressParts {
  role: KnownRole;
  occasions: readonly Occasion[];
  firstAtMs: number;
  lastAtMs: number;
}

/**
 * What is known of a customer, the latest first. Only a correction says where someone lives now; what was lived at before
 * a later address that was corrected or delivered to is an earlier one. Of the rest nobody knows: people order for others.
 */
export function knownAddressesOf(sightings: readonly Sighting[]): KnownCustomerAddress[] {
  const byAddress = new Map<string, Sighting[]>();
  for (const sighting of sightings) {
    const name = nameOf(sighting);
    byAddress.set(name, [...(byAddress.get(name) ?? []), sighting]);
  }
  const known = [...byAddress.values()]
    .map((seen) => ({ address: summarise(seen), settledAtMs: settledAtMsOf(seen) }))
    .sort((a, b) => b.address.lastAtMs - a.address.lastAtMs);
  const corrected = known.filter(({ address }) => address.occasions.includes('corrected'));
  const settling = corrected.length > 0 ? corrected : known;
  const settled = settling.reduce((a, b) => (b.settledAtMs > a.settledAtMs ? b : a), NOWHERE);
  return known.map((one) => ({ ...one.address, role: roleOf(one, settled) }));
}

type Summary = Omit<KnownCustomerAddress, 'role'>;

interface Lived {
  address: Summary | null;
  /** When it was last corrected or delivered to; -Infinity where it was only ordered to. */
  settledAtMs: number;
}

const NOWHERE: Lived = { address: null, settledAtMs: -Infinity };

/**
 * An order alone settles nothing: who has moved may still order to the earlier address, by habit or for another. Nor does a
 * delivery after a correction: the parcel was under way to the earlier address, or is a present.
 */
function settledAtMsOf(sightings: readonly Sighting[]): number {
  const isCorrected = sightings.some(({ occasion }) => occasion === 'corrected');
  const settling = sightings.filter(({ occasion }) => occasion === (isCorrected ? 'corrected' : 'delivered'));
  return Math.max(-Infinity, ...settling.map(({ atMs }) => atMs));
}

function roleOf({ address }: { address: Summary }, settled: Lived): KnownRole {
  if (address === settled.address) return address.occasions.includes('corrected') ? 'current' : 'unknown';
  return address.lastAtMs > settled.settledAtMs ? 'unknown' : 'previous';
}

function summarise(sightings: readonly Sighting[]): Summary {
  const times = sightings.map(({ atMs }) => atMs);
  const latest = sightings.reduce((a, b) => (b.atMs > a.atMs ? b : a));
  const { street, houseNumber, houseNumberAddition, postcode, city } = latest;
  return {
    ...{ street, houseNumber, houseNumberAddition, postcode, city },
    occasions: [...new Set(sightings.map(({ occasion }) => occasion))],
    firstAtMs: Math.min(...times),
    lastAtMs: Math.max(...times),
  };
}

function nameOf({ street, houseNumber, houseNumberAddition, postcode, city }: AddressParts): string {
  return JSON.stringify([street, houseNumber, houseNumberAddition, postcode, city]);
}
