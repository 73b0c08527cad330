import { findFirst } from './binary-search';
import type { Sections } from './edition-format';
import { OTHER_NAME_KINDS } from './edition-format';
import type { FoundStreet, OtherName, Place, Street } from './register';
import type { TypedStreet } from './street-match';
import { matchRank, matchStreet, mayMatch } from './street-match';
import { TextReader } from './text-table';

/** Finds streets by their keys. Streets lie sorted by place and key, so that those of one name are found by halving. */
export class StreetIndex {
  private readonly keys: TextReader;

  constructor(
    private readonly sections: Sections,
    private readonly names: TextReader,
  ) {
    this.keys = new TextReader(sections.keyStart, sections.keyBytes);
  }

  key(street: Street): string {
    return this.keyText(this.sections.streetKey[street] ?? 0);
  }

  keyText(key: number): string {
    return this.keys.ascii(key);
  }

  findByKey(place: Place, typed: TypedStreet): FoundStreet[] {
    const found: FoundStreet[] = [];
    for (const form of typed.forms) {
      const key = this.keyNumber(form.key);
      if (key < 0) continue;
      for (const street of this.streetsWithKey(place, key)) found.push({ street, match: SAME_KEY, by: null });
      for (const row of this.otherNameRows(place)) {
        if (this.sections.otherNameKey[row] === key) found.push(this.byOtherName(row, SAME_KEY));
      }
    }
    return found;
  }

  findSimilar(place: Place, typed: TypedStreet): FoundStreet[] {
    const { placeStreetStart, streetKey, otherNameKey } = this.sections;
    const found: FoundStreet[] = [];
    for (let street = placeStreetStart[place] ?? 0; street < (placeStreetStart[place + 1] ?? 0); street++) {
      const match = this.similar(typed, streetKey[street] ?? 0);
      if (match !== null) found.push({ street, match, by: null });
    }
    for (const row of this.otherNameRows(place)) {
      const match = this.similar(typed, otherNameKey[row] ?? 0);
      if (match !== null) found.push(this.byOtherName(row, match));
    }
    return found.sort((a, b) => matchRank(a.match) - matchRank(b.match));
  }

  findByPrefix(place: Place | null, prefix: string, limit: number): Street[] {
    const { placeStreetStart, streetKey, streetsByKey } = this.sections;
    const streetAt = place === null ? (index: number) => streetsByKey[index] ?? 0 : (index: number) => index;
    const from = place === null ? 0 : (placeStreetStart[place] ?? 0);
    const to = place === null ? streetsByKey.length : (placeStreetStart[place + 1] ?? 0);
    const keyAt = (index: number) => this.keyText(streetKey[streetAt(index)] ?? 0);
    const streets: Street[] = [];
    for (
      let index = findFirst(to, (one) => keyAt(one) >= prefix, from);
      index < to && streets.length < limit;
      index++
    ) {
      if (!keyAt(index).startsWith(prefix)) break;
      streets.push(streetAt(index));
    }
    return streets;
  }

  private similar(typed: TypedStreet, key: number) {
    if (!mayMatch(typed, this.sections.keyMask[key] ?? 0, this.keys.bytes(key))) return null;
    const match = matchStreet(typed, this.keyText(key));
    return match?.level === 'key' ? null : match;
  }

  private keyNumber(text: string): number {
    const key = findFirst(this.keys.count, (one) => this.keyText(one) >= text);
    return key < this.keys.count && this.keyText(key) === text ? key : -1;
  }

  private streetsWithKey(place: Place, key: number): Street[] {
    const { placeStreetStart, streetKey } = this.sections;
    const end = placeStreetStart[place + 1] ?? 0;
    const first = findFirst(end, (street) => (streetKey[street] ?? 0) >= key, placeStreetStart[place] ?? 0);
    const streets: Street[] = [];
    for (let street = first; street < end && streetKey[street] === key; street++) streets.push(street);
    return streets;
  }

  /** Other names lie sorted by street, so those of a place lie together as its streets do. */
  private *otherNameRows(place: Place): Generator<number> {
    const { otherNameStreet, placeStreetStart } = this.sections;
    const from = placeStreetStart[place] ?? 0;
    const to = placeStreetStart[place + 1] ?? 0;
    let row = findFirst(otherNameStreet.length, (one) => (otherNameStreet[one] ?? 0) >= from);
    for (; row < otherNameStreet.length && (otherNameStreet[row] ?? 0) < to; row++) yield row;
  }

  private byOtherName(row: number, match: FoundStreet['match']): FoundStreet {
    const { otherNameStreet, otherNameName, otherNameKey, otherNameKind } = this.sections;
    const by: OtherName = {
      name: this.names.text(otherNameName[row] ?? 0),
      key: this.keyText(otherNameKey[row] ?? 0),
      kind: OTHER_NAME_KINDS[otherNameKind[row] ?? 0] ?? 'short',
    };
    return { street: otherNameStreet[row] ?? 0, match, by };
  }
}

const SAME_KEY = { level: 'key', edits: 0 } as const;
