/**
 * Where house numbers lie: id → (street, postcode). Kept in typed arrays, 16 bytes each, because ten
 * million JavaScript objects would take over a gigabyte.
 */
export class BagNumberTable {
  private ids = new Float64Array(1024);
  private streets = new Int32Array(1024);
  private postcodes = new Int32Array(1024);
  private size = 0;
  private sorted = true;

  add(id: number, street: number, postcode: number): void {
    if (this.size === this.ids.length) this.grow();
    this.sorted &&= this.size === 0 || id > (this.ids[this.size - 1] ?? 0);
    this.ids[this.size] = id;
    this.streets[this.size] = street;
    this.postcodes[this.size] = postcode;
    this.size += 1;
  }

  /** The street and postcode of a number, or null where it is not current. */
  find(id: number): { street: number; postcode: number } | null {
    if (!this.sorted) this.sort();
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.ids[middle] ?? 0) < id) low = middle + 1;
      else high = middle;
    }
    if (low === this.size || this.ids[low] !== id) return null;
    return { street: this.streets[low] ?? 0, postcode: this.postcodes[low] ?? 0 };
  }

  *entries(): Generator<{ id: number; street: number; postcode: number }> {
    for (let at = 0; at < this.size; at++) {
      yield { id: this.ids[at] ?? 0, street: this.streets[at] ?? 0, postcode: this.postcodes[at] ?? 0 };
    }
  }

  private grow(): void {
    this.ids = widened(this.ids, new Float64Array(this.size * 2));
    this.streets = widened(this.streets, new Int32Array(this.size * 2));
    this.postcodes = widened(this.postcodes, new Int32Array(this.size * 2));
  }

  /** The official files come in order of id, so this is for those that do not. */
  private sort(): void {
    const order = Uint32Array.from({ length: this.size }, (_, at) => at);
    const [ids, streets, postcodes] = [this.ids, this.streets, this.postcodes];
    order.sort((a, b) => (ids[a] ?? 0) - (ids[b] ?? 0));
    this.ids = Float64Array.from(order, (at) => ids[at] ?? 0);
    this.streets = Int32Array.from(order, (at) => streets[at] ?? 0);
    this.postcodes = Int32Array.from(order, (at) => postcodes[at] ?? 0);
    this.sorted = true;
  }
}

function widened<Column extends Float64Array | Int32Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
