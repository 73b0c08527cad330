import type { AddressableObject, HouseNumber, Investigation, ObjectType, Place, Street } from './bag-objects';
import { places } from './cast';
import type { SampleSegment, SampleStreet } from './sample-street';

/** All objects of the sample, as the BAG keeps them. */
export interface Municipality {
  places: Place[];
  streets: Street[];
  numbers: HouseNumber[];
  objects: AddressableObject[];
  investigations: Investigation[];
}

/** No municipality has this code. */
export const municipality = { code: '0999', name: 'Zilverwaard' };

const SINCE = '2012-03-01';
const CHANGED = '2024-07-01';
/** A corner of the Markermeer, metres in EPSG:28992: in the Netherlands, and nobody's. */
const origin = { x: 152_000, y: 495_000 };

const objectCode: Readonly<Record<ObjectType, string>> = {
  Verblijfsobject: '01',
  Ligplaats: '02',
  Standplaats: '03',
};

/** Gives every street and number its identity, history, residence and position. */
export function createMunicipality(streets: readonly SampleStreet[]): Municipality {
  const all: Municipality = { places: [], streets: [], numbers: [], objects: [], investigations: [] };
  all.places = places.map((name, at) => ({ id: placeId(at), name, from: SINCE }));
  streets.forEach((street, at) => addStreet(all, street, at));
  return all;
}

function addStreet(all: Municipality, street: SampleStreet, at: number): void {
  const id = identification('30', at + 1);
  const { name, shortName, formerName, type } = street;
  const object = { id, place: placeOf(street.place), type: type ?? ('Weg' as const) };
  if (formerName !== undefined)
    all.streets.push({ ...object, name: formerName, from: SINCE, until: CHANGED });
  all.streets.push({
    ...object,
    name,
    ...(shortName !== undefined && { shortName }),
    ...since(formerName !== undefined),
  });
  if (street.underInvestigation === true) investigate(all, 'Openbareruimte', id);
  for (const segment of street.segments) addSegment(all, segment, { id, at });
}

function addSegment(all: Municipality, segment: SampleSegment, street: { id: string; at: number }): void {
  for (const written of segment.numbers) {
    const number = numberOf(all, segment, { street: street.id, written });
    if (segment.formerPostcode !== undefined) {
      all.numbers.push({ ...number, postcode: segment.formerPostcode, from: SINCE, until: CHANGED });
    }
    const status = segment.withdrawn === true && { status: 'Naamgeving ingetrokken' };
    all.numbers.push({ ...number, ...since(segment.formerPostcode !== undefined), ...status });
    if (segment.underInvestigation === true) investigate(all, 'Nummeraanduiding', number.id);
    if (segment.withdrawn !== true) all.objects.push(objectOf(all, number, street.at));
  }
}

function numberOf(
  all: Municipality,
  segment: SampleSegment,
  { street, written }: { street: string; written: string },
): HouseNumber {
  return {
    id: identification('20', all.numbers.length + 1),
    street,
    ...readNumber(written),
    object: segment.object ?? 'Verblijfsobject',
    from: SINCE,
    ...(segment.postcode !== null && { postcode: segment.postcode }),
    ...(segment.place !== undefined && { place: placeOf(segment.place) }),
  };
}

/** "7 A-3" → 7, letter A, suffix 3. A lone I is the first of the Roman numerals, not a letter. */
function readNumber(written: string): Pick<HouseNumber, 'houseNumber' | 'houseLetter' | 'numberSuffix'> {
  const [, houseNumber, letter, suffix] = /^(\d+)(?: ([A-HJ-Z]))?(?:[ -](\w+))?$/.exec(written) ?? [];
  return {
    houseNumber: Number(houseNumber),
    ...(letter !== undefined && { houseLetter: letter }),
    ...(suffix !== undefined && { numberSuffix: suffix }),
  };
}

function objectOf(all: Municipality, number: HouseNumber, streetAt: number): AddressableObject {
  return {
    id: identification(objectCode[number.object], all.objects.length + 1),
    type: number.object,
    mainNumber: number.id,
    from: SINCE,
    x: origin.x + (streetAt % 20) * 200 + number.houseNumber * 4,
    y: origin.y + Math.floor(streetAt / 20) * 150 + (number.houseNumber % 2) * 20,
  };
}

function investigate(all: Municipality, of: Investigation['of'], id: string): void {
  all.investigations.push({ of, id, attribute: 'status', ongoing: true, from: CHANGED });
}

function since(changed: boolean): { occurrence: number; from: string } {
  return changed ? { occurrence: 2, from: CHANGED } : { occurrence: 1, from: SINCE };
}

function placeOf(name: string): string {
  return placeId((places as readonly string[]).indexOf(name));
}

function placeId(at: number): string {
  return String(9901 + at);
}

/** Municipality, object type, serial number: sixteen digits. */
export function identification(type: string, serial: number): string {
  return `${municipality.code}${type}${String(serial).padStart(10, '0')}`;
}
