import { findFirst } from '../edition/binary-search';
import { GrowingArray } from './growing-array';

export interface LocatedNumber {
  id: number;
  street: number;
  postcode: number;
}

interface Columns {
  ids: Float64Array;
  streets: Uint32Array;
  postcodes: Uint32Array;
  /** Positions by ascending id. */
  order: Uint32Array | null;
}

/** Where house numbers lie: id → (street, postcode), 16 bytes each; objects for ten million would fill a gigabyte. */
export class BagNumberTable {
  private readonly ids = new GrowingArray(new Float64Array(1024));
  private readonly streets = new GrowingArray(new Uint32Array(1024));
  private readonly postcodes = new GrowingArray(new Uint32Array(1024));
  private lastId = -1;
  private isInOrder = true;
  private columns: Columns | null = null;

  add({ id, street, postcode }: LocatedNumber): void {
    this.isInOrder &&= id > this.lastId;
    this.lastId = id;
    this.columns = null;
    this.ids.push(id);
    this.streets.push(street);
    this.postcodes.push(postcode);
  }

  /** Where a number lies, or null where it was not added. */
  find(id: number): LocatedNumber | null {
    const columns = this.read();
    const { ids, order } = columns;
    const first = findFirst(ids.length, (at) => (ids[order?.[at] ?? at] ?? 0) >= id);
    const found = locate(columns, order?.[first] ?? first);
    return found?.id === id ? found : null;
  }

  *all(): Generator<LocatedNumber> {
    const columns = this.read();
    for (let at = 0; at < columns.ids.length; at++) {
      const located = locate(columns, at);
      if (located !== null) yield located;
    }
  }

  private read(): Columns {
    if (this.columns !== null) return this.columns;
    const ids = this.ids.view();
    // The official files come in order of id; sorting is for those that do not.
    const order = this.isInOrder ? null : positionsByValue(ids);
    this.columns = { ids, streets: this.streets.view(), postcodes: this.postcodes.view(), order };
    return this.columns;
  }
}

function locate({ ids, streets, postcodes }: Columns, at: number): LocatedNumber | null {
  const [id, street, postcode] = [ids[at], streets[at], postcodes[at]];
  return id === undefined || street === undefined || postcode === undefined ? null : { id, street, postcode };
}

function positionsByValue(values: Float64Array): Uint32Array {
  return Uint32Array.from(values, (_, at) => at).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
}
