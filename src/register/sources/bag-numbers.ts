import { BagNumberTable } from './bag-number-table';
import { occurrenceStates } from './bag-occurrence';
import { isInvestigated, type NumberRows, type ObjectRow, type PointRows } from './bag-rows';
import type { BagStreets } from './bag-streets';
import type { RegisterSink, SourceAddress } from './register-sink';
import { toWgs84 } from './rijksdriehoek';

const LARGEST_HOUSE_NUMBER = 99_999;
const CURRENT = occurrenceStates.indexOf('current');

export interface NumbersContext {
  sink: RegisterSink;
  streets: BagStreets;
  /** Whether points will follow, for which every number must be remembered. */
  coordinates: boolean;
}

/** House numbers of an extract on their way to the sink, and what must be remembered of them until all are read. */
export class BagNumbers {
  private readonly current = new BagNumberTable();
  private readonly former = new BagNumberTable();
  private readonly underInvestigation = new Set<number>();
  private readonly missingStreets = new Set<number>();

  constructor(private readonly context: NumbersContext) {}

  addInvestigations(rows: readonly ObjectRow[]): void {
    for (const row of rows) if (isInvestigated(row)) this.underInvestigation.add(row.id);
  }

  addNumbers(rows: NumberRows): void {
    const { sink, streets } = this.context;
    for (let at = 0; at < rows.ids.length; at++) {
      const state = occurrenceStates[rows.states[at] ?? 0];
      const street = rows.streets[at] ?? 0;
      if (!streets.has(street)) this.missingStreets.add(street);
      if (state === 'current') this.deliver(rows, at);
      else sink.leaveOut(`number occurrence: ${String(state)}`);
      if (state === 'former') this.addFormer(rows, at);
    }
  }

  /** Tells what only the whole of the numbers can tell: postcodes from before a file's edge, references to nowhere. */
  finishNumbers(): void {
    for (const { id, postcode } of this.former.all()) {
      const current = this.current.find(id);
      if (current !== null) this.tellFormerPostcode(postcode, current.street, current.postcode);
    }
    this.missingStreets.forEach(() => this.context.sink.leaveOut('street reference that points nowhere'));
  }

  addPoints(rows: PointRows): void {
    const { sink } = this.context;
    for (let at = 0; at < rows.numbers.length; at++) {
      const number = this.current.find(rows.numbers[at] ?? 0);
      if (number === null) {
        sink.leaveOut('position: its number is not there or not current');
        continue;
      }
      const [latitude, longitude] = toWgs84(rows.x[at] ?? 0, rows.y[at] ?? 0);
      sink.position(number.street, number.postcode, latitude, longitude);
    }
  }

  private deliver(rows: NumberRows, at: number): void {
    const { sink } = this.context;
    const street = this.streetOf(rows, at);
    const houseNumber = rows.houseNumbers[at] ?? 0;
    if (street === null) sink.leaveOut('number: its street or place is not there or not current');
    else if (!isHouseNumber(houseNumber)) sink.leaveOut('number: not between 1 and 99999');
    else this.deliverAddress(rows, at, { street, houseNumber, ...this.restOf(rows, at) });
  }

  private deliverAddress(rows: NumberRows, at: number, address: SourceAddress): void {
    const id = rows.ids[at] ?? 0;
    const { street, postcode } = address;
    if (this.context.coordinates || isAtEdge(rows, at)) this.current.add({ id, street, postcode });
    this.context.sink.address(
      this.underInvestigation.has(id) ? { ...address, underInvestigation: true } : address,
    );
  }

  private restOf(rows: NumberRows, at: number): Pick<SourceAddress, 'postcode' | 'addition'> {
    const postcode = rows.postcodes[at] ?? 0;
    if (postcode < 0) this.context.sink.leaveOut('postcode that cannot exist');
    return { postcode: Math.max(postcode, 0), addition: rows.additions[at] ?? '' };
  }

  /** Occurrences of a number stand together, so only at a file's edge may its current one be in another file. */
  private addFormer(rows: NumberRows, at: number): void {
    const postcode = rows.postcodes[at] ?? 0;
    const current = currentBeside(rows, at);
    if (current !== null)
      this.tellFormerPostcode(postcode, this.streetOf(rows, current), rows.postcodes[current] ?? 0);
    else if (postcode > 0 && isAtEdge(rows, at))
      this.former.add({ id: rows.ids[at] ?? 0, street: 0, postcode });
  }

  private tellFormerPostcode(former: number, street: number | null, current: number): void {
    if (street === null || former <= 0 || current <= 0 || former === current) return;
    this.context.sink.formerPostcode(former, street, current);
  }

  private streetOf(rows: NumberRows, at: number): number | null {
    return this.context.streets.find(rows.streets[at] ?? 0, rows.places[at] ?? 0);
  }
}

function isHouseNumber(houseNumber: number): boolean {
  return houseNumber >= 1 && houseNumber <= LARGEST_HOUSE_NUMBER;
}

/** Whether a row is of the first or the last number in its file. */
function isAtEdge({ ids }: NumberRows, at: number): boolean {
  return ids[at] === ids[0] || ids[at] === ids.at(-1);
}

/** The current occurrence of the same number among the rows before and after, or null. */
function currentBeside({ ids, states }: NumberRows, former: number): number | null {
  for (let at = former + 1; ids[at] === ids[former]; at++) if (states[at] === CURRENT) return at;
  for (let at = former - 1; ids[at] === ids[former]; at--) if (states[at] === CURRENT) return at;
  return null;
}
