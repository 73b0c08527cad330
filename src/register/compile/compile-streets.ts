import { keyShape } from '../names/key-shape';
import type { Sections } from '../edition/edition-format';
import { OTHER_NAME_KINDS } from '../edition/edition-format';
import type { CollectedPlace, CollectedStreet, RegisterBuilder } from './register-builder';
import { dutchStreetKey, streetKey } from '../names/street-name';
import { TextTable } from '../edition/text-table';

type StreetSections = Pick<
  Sections,
  | 'placeNameStart'
  | 'placeNameBytes'
  | 'streetNameStart'
  | 'streetNameBytes'
  | 'keyStart'
  | 'keyBytes'
  | 'streetMask'
  | 'streetHead'
  | 'streetOutline'
  | 'placeStreetStart'
  | 'streetName'
  | 'streetKey'
  | 'streetPlace'
  | 'streetsByKey'
  | 'otherNameStreet'
  | 'otherNameName'
  | 'otherNameKey'
  | 'otherNameKind'
  | 'investigatedStreet'
>;

export interface CompiledStreets {
  sections: StreetSections;
  /** The edition's number of each collected street. */
  rank: Uint32Array;
}

interface RankedStreet extends CollectedStreet {
  collected: number;
  placeRank: number;
  key: string;
}

/** Places, names, keys and streets, in the order by which an edition finds them. */
export function compileStreets(builder: RegisterBuilder): CompiledStreets {
  const { order: placeOrder, rank: placeRank } = rankPlaces(builder.places);
  const streets = builder.streets
    .map((street, collected): RankedStreet => ({
      ...street,
      collected,
      placeRank: placeRank[street.place] ?? 0,
      key: streetKey(street.name),
    }))
    .sort((a, b) => a.placeRank - b.placeRank || compare(a.key, b.key) || compare(a.name, b.name));
  const rank = new Uint32Array(streets.length);
  streets.forEach(({ collected }, index) => (rank[collected] = index));

  const shapes = streets.map(({ key }) => keyShape(key));
  const others = otherNames(streets);
  const names = TextTable.sorted([...streets.map(({ name }) => name), ...others.map(({ name }) => name)]);
  const keys = TextTable.sorted([...streets.map(({ key }) => key), ...others.map(({ key }) => key)]);
  const places = TextTable.inOrder(placeOrder.map((place) => builder.places[place]?.name ?? ''));
  return {
    rank,
    sections: {
      placeNameStart: places.start,
      placeNameBytes: places.bytes,
      streetNameStart: names.start,
      streetNameBytes: names.bytes,
      keyStart: keys.start,
      keyBytes: keys.bytes,
      streetMask: Int32Array.from(shapes, ({ mask }) => mask),
      streetHead: Int32Array.from(shapes, ({ head }) => head),
      streetOutline: Int32Array.from(shapes, ({ outline }) => outline),
      placeStreetStart: groupStarts(
        streets.map((street) => street.placeRank),
        places.texts.length,
      ),
      streetName: Uint32Array.from(streets, ({ name }) => names.id(name)),
      streetKey: Uint32Array.from(streets, ({ key }) => keys.id(key)),
      streetPlace: Uint16Array.from(streets, (street) => street.placeRank),
      streetsByKey: byKey(streets.map(({ key }) => keys.id(key))),
      otherNameStreet: Uint32Array.from(others, ({ street }) => street),
      otherNameName: Uint32Array.from(others, ({ name }) => names.id(name)),
      otherNameKey: Uint32Array.from(others, ({ key }) => keys.id(key)),
      otherNameKind: Uint8Array.from(others, ({ kind }) => OTHER_NAME_KINDS.indexOf(kind)),
      investigatedStreet: Uint32Array.from(
        streets.flatMap((street, index) => (street.underInvestigation === true ? [index] : [])),
      ),
    },
  };
}

/** Where each of `groups` begins in a list that is sorted by group; one entry more closes the last. */
export function groupStarts(groupOfEach: Iterable<number>, groups: number): Uint32Array {
  const starts = new Uint32Array(groups + 1);
  for (const group of groupOfEach) starts[group + 1] = (starts[group + 1] ?? 0) + 1;
  for (let group = 0; group < groups; group++)
    starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
  return starts;
}

function rankPlaces(places: readonly CollectedPlace[]): { order: number[]; rank: Uint32Array } {
  const ranked = places.map(({ name, officialId = '' }, place) => ({ place, name, officialId }));
  ranked.sort((a, b) => compare(a.name, b.name) || compare(a.officialId, b.officialId));
  const rank = new Uint32Array(places.length);
  ranked.forEach(({ place }, index) => (rank[place] = index));
  return { order: ranked.map(({ place }) => place), rank };
}

function otherNames(streets: readonly RankedStreet[]) {
  return streets.flatMap(({ name, key, shortName, formerNames }, street) => {
    const short =
      shortName === undefined || shortName === name ? [] : [{ kind: 'short' as const, name: shortName }];
    const former = [...formerNames]
      .sort()
      .map((formerName) => ({ kind: 'former' as const, name: formerName }));
    const dutch = dutchStreetKey(key);
    return [
      ...[...short, ...former].map((other) => ({ ...other, street, key: streetKey(other.name) })),
      ...(dutch === null ? [] : [{ kind: 'dutch' as const, name, street, key: dutch }]),
    ].filter((other) => other.key !== key);
  });
}

/** Streets by key, then number: packed, since numbers sort ten times as fast as with a comparison of our own. */
function byKey(keyOfEach: readonly number[]): Uint32Array {
  const packed = Float64Array.from(keyOfEach, (key, street) => key * 2 ** 32 + street).sort();
  return Uint32Array.from(packed, (one) => one % 2 ** 32);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
