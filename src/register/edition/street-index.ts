import { findFirst, findRange, firstAtLeast } from './binary-search';
import type { Sections } from './edition-format';
import { OTHER_NAME_KINDS } from './edition-format';
import { type KeyShape, keyShape, MOST_EDITS } from '../names/key-shape';
import type { FoundStreet, OtherName, Place, Street } from './register';
import type { TypedStreet } from '../names/street-match';
import { hasKey, matchAlike, matchRank, matchWeakly, withMostEdits } from '../names/street-match';
import { scanAlike, scanParts, type ShapeColumns } from '../names/shape-scan';
import { TextFinder } from './text-finder';
import { TextReader } from './text-table';

/** Finds streets by their keys. Streets lie sorted by place and key, so that those of one name are found by halving. */
export class StreetIndex {
  private readonly keys: TextReader;
  private readonly keyNumbers: TextFinder;
  private readonly shapes: ShapeColumns;

  constructor(
    private readonly sections: Sections,
    private readonly names: TextReader,
  ) {
    this.keys = new TextReader(sections.keyStart, sections.keyBytes);
    this.keyNumbers = new TextFinder(this.keys);
    this.shapes = {
      masks: sections.streetMask,
      heads: sections.streetHead,
      outlines: sections.streetOutline,
    };
  }

  key(street: Street): string {
    return this.keyText(this.sections.streetKey[street] ?? 0);
  }

  keyText(key: number): string {
    return this.keys.ascii(key);
  }

  findByKey(place: Place, { forms }: TypedStreet): FoundStreet[] {
    const found: FoundStreet[] = [];
    const rows = this.otherNameRows(place);
    for (const { key } of forms) {
      for (const street of this.streetsWithKey(place, key)) found.push({ street, match: SAME_KEY, by: null });
      for (const row of rows) {
        const by = this.otherName(row);
        if (by.key === key) found.push({ street: this.streetNamed(row), match: SAME_KEY, by });
      }
    }
    return found;
  }

  /** Weak matches are looked for only where nothing is more alike, and with the misspellings of most edits. */
  findSimilar(place: Place, typed: TypedStreet, mostEdits: number): FoundStreet[] {
    const sought = mostEdits < MOST_EDITS ? withMostEdits(typed, mostEdits) : typed;
    const alike = this.matching(place, this.scan(place, sought, scanAlike), sought, matchAlike);
    if (alike.length > 0 || mostEdits < MOST_EDITS) return alike;
    return this.matching(place, this.scan(place, typed, scanParts), typed, matchWeakly);
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

  /** A place's streets that pass a scan by one of the typed forms. */
  private scan(place: Place, { forms }: TypedStreet, scan: typeof scanAlike): Street[] {
    const { placeStreetStart } = this.sections;
    const [from, to] = [placeStreetStart[place] ?? 0, placeStreetStart[place + 1] ?? 0];
    const [first, ...others] = forms.map(({ shape }) => scan(this.shapes, shape, from, to));
    if (first === undefined || others.length === 0) return first ?? [];
    return [...new Set([...first, ...others.flat()])].sort((a, b) => a - b);
  }

  /** Of streets that passed the scan, and of the place's other names, those that match, strongest first. */
  private matching(
    place: Place,
    passed: readonly Street[],
    typed: TypedStreet,
    match: typeof matchAlike,
  ): FoundStreet[] {
    const found: FoundStreet[] = [];
    const add = (street: Street, key: string, shape: KeyShape, by: OtherName | null) => {
      const alike = hasKey(typed, key) ? null : match(typed, key, shape);
      if (alike !== null) found.push({ street, match: alike, by });
    };
    for (const street of passed) add(street, this.key(street), this.shapeOf(street), null);
    for (const row of this.otherNameRows(place)) {
      const by = this.otherName(row);
      add(this.streetNamed(row), by.key, keyShape(by.key), by);
    }
    return found.length < 2 ? found : found.sort((a, b) => matchRank(a.match) - matchRank(b.match));
  }

  private shapeOf(street: Street): KeyShape {
    const { masks, heads, outlines } = this.shapes;
    return { mask: masks[street] ?? 0, head: heads[street] ?? 0, outline: outlines[street] ?? 0 };
  }

  /** By the key's number: streets of a place lie sorted by it, so that no name need be read. */
  private streetsWithKey(place: Place, key: string): Street[] {
    const { placeStreetStart, streetKey } = this.sections;
    const number = this.keyNumbers.find(key);
    return findRange(streetKey, number, placeStreetStart[place] ?? 0, placeStreetStart[place + 1] ?? 0);
  }

  /** Other names lie sorted by street, so those of a place lie together as its streets do. */
  private otherNameRows(place: Place): number[] {
    const { otherNameStreet, placeStreetStart } = this.sections;
    const end = placeStreetStart[place + 1] ?? 0;
    const rows: number[] = [];
    let row = firstAtLeast(otherNameStreet, placeStreetStart[place] ?? 0, 0, otherNameStreet.length);
    while (row < otherNameStreet.length && (otherNameStreet[row] ?? 0) < end) rows.push(row++);
    return rows;
  }

  private streetNamed(row: number): Street {
    return this.sections.otherNameStreet[row] ?? 0;
  }

  private otherName(row: number): OtherName {
    const { otherNameName, otherNameKey, otherNameKind } = this.sections;
    return {
      name: this.names.text(otherNameName[row] ?? 0),
      key: this.keyText(otherNameKey[row] ?? 0),
      kind: OTHER_NAME_KINDS[otherNameKind[row] ?? 0] ?? 'short',
    };
  }
}

const SAME_KEY = { level: 'key', edits: 0 } as const;
