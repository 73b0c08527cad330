import { BagNumberTable } from './bag-number-table';
import { occurrenceStates } from './bag-occurrence';
import { isInvestigated, type ObjectRow, type NumberRows, type PointRows } from './bag-rows';
import type { BagStreets } from './bag-streets';
import type { RegisterSink, SourceAddress } from './register-sink';
import { toWgs84 } from './rijksdriehoek';

const LARGEST_HOUSE_NUMBER = 99_999;
const CURRENT = occurrenceStates.indexOf('current');

/** House numbers of an extract on their way to the sink, and what must be remembered of them until all are read. */
export class BagNumbers {
  private readonly sink: RegisterSink;
  private readonly streets: BagStreets;
  private readonly current = new BagNumberTable();
  private readonly former = new BagNumberTable();
  private readonly underInvestigation = new Set<number>();
  private readonly missingStreets = new Set<number>();

  constructor(sink: RegisterSink, streets: BagStreets) {
    this.sink = sink;
    this.streets = streets;
  }

  addInvestigations(rows: readonly ObjectRow[]): void {
    for (const row of rows) if (isInvestigated(row)) this.underInvestigation.add(row.id);
  }

  addNumbers(rows: NumberRows): void {
    for (let at = 0; at < rows.ids.length; at++) {
      const state = occurrenceStates[rows.states[at] ?? 0];
      const street = rows.streets[at] ?? 0;
      if (!this.streets.has(street)) this.missingStreets.add(street);
      if (state === 'current') this.deliver(rows, at);
      else this.sink.skip(`number occurrence: ${String(state)}`);
      if (state === 'former' && !keptItsPostcode(rows, at)) this.remember(rows, at);
    }
  }

  /** Tells what only the whole of the numbers can tell: former postcodes, and references that point nowhere. */
  finishNumbers(): void {
    for (const { id, postcode } of this.former.all()) {
      const current = this.current.find(id);
      if (current === null || current.postcode === 0 || current.postcode === postcode) continue;
      this.sink.formerPostcode(postcode, current.street, current.postcode);
    }
    this.missingStreets.forEach(() => this.sink.skip('street reference that points nowhere'));
  }

  addPoints(rows: PointRows): void {
    for (let at = 0; at < rows.numbers.length; at++) {
      const number = this.current.find(rows.numbers[at] ?? 0);
      if (number === null) {
        this.sink.skip('position: its number is not there or not current');
        continue;
      }
      const [latitude, longitude] = toWgs84(rows.x[at] ?? 0, rows.y[at] ?? 0);
      this.sink.position(number.street, number.postcode, latitude, longitude);
    }
  }

  private remember(rows: NumberRows, at: number): void {
    const postcode = rows.postcodes[at] ?? 0;
    if (postcode > 0) this.former.add({ id: rows.ids[at] ?? 0, street: 0, postcode });
  }

  private deliver(rows: NumberRows, at: number): void {
    const street = this.streets.find(rows.streets[at] ?? 0, rows.places[at] ?? 0);
    const houseNumber = rows.houseNumbers[at] ?? 0;
    if (street === null) this.sink.skip('number: its street or place is not there or not current');
    else if (!isHouseNumber(houseNumber)) this.sink.skip('number: not between 1 and 99999');
    else this.deliverAddress(rows.ids[at] ?? 0, { street, houseNumber, ...this.restOf(rows, at) });
  }

  private deliverAddress(id: number, address: SourceAddress): void {
    this.current.add({ id, street: address.street, postcode: address.postcode });
    this.sink.address(this.underInvestigation.has(id) ? { ...address, underInvestigation: true } : address);
  }

  private restOf(rows: NumberRows, at: number): Pick<SourceAddress, 'postcode' | 'addition'> {
    return { postcode: this.postcodeOf(rows.postcodes[at] ?? 0), addition: rows.additions[at] ?? '' };
  }

  private postcodeOf(postcode: number): number {
    if (postcode >= 0) return postcode;
    this.sink.skip('postcode that cannot exist');
    return 0;
  }
}

function isHouseNumber(houseNumber: number): boolean {
  return houseNumber >= 1 && houseNumber <= LARGEST_HOUSE_NUMBER;
}

/**
 * Whether an occurrence beside a former one says that the number is current under the same postcode still. So it is with
 * 99 of 100, and occurrences of a number stand together: those need not be remembered.
 */
function keptItsPostcode({ ids, states, postcodes }: NumberRows, former: number): boolean {
  const isCurrent = (at: number): boolean => states[at] === CURRENT && postcodes[at] === postcodes[former];
  for (let at = former + 1; ids[at] === ids[former]; at++) if (isCurrent(at)) return true;
  for (let at = former - 1; ids[at] === ids[former]; at--) if (isCurrent(at)) return true;
  return false;
}
