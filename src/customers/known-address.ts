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
  const known = [...byAddress.values()].map(summarise).sort((a, b) => b.lastAtMs - a.lastAtMs);
  const settled = known.find(({ occasions }) => occasions.some((one) => one !== 'ordered'));
  return known.map((address) => ({ ...address, role: roleOf(address, settled) }));
}

type Summary = Omit<KnownCustomerAddress, 'role'>;

function roleOf(address: Summary, settled: Summary | undefined): KnownRole {
  if (settled === undefined || address.lastAtMs > settled.lastAtMs) return 'unknown';
  if (address !== settled) return 'previous';
  return settled.occasions.includes('corrected') ? 'current' : 'unknown';
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
