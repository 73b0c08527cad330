import { occurrenceStates } from './bag-occurrence';
import { isInvestigated, type ObjectRow } from './bag-rows';
import type { RegisterSink } from './register-sink';

/** A quarter of a million of them for the nation: no collections of their own. */
interface Street {
  /** The currently valid occurrence, once it has been read. */
  current: ObjectRow | null;
  formerNames: readonly string[];
  /** Its id in the sink, once it is there. */
  delivered: number | null;
}

const NO_NAMES: readonly string[] = [];

/** Places and streets of an extract, delivered to the sink when they are first needed. */
export class BagStreets {
  private readonly sink: RegisterSink;
  private readonly placeNames = new Map<number, string>();
  private readonly streets = new Map<number, Street>();
  /** By street and place: ids in the sink of streets as numbers in another place have them. */
  private readonly elsewhere = new Map<string, number>();
  private readonly underInvestigation = new Set<number>();

  constructor(sink: RegisterSink) {
    this.sink = sink;
  }

  addPlaces(rows: readonly ObjectRow[]): void {
    for (const row of rows) {
      const state = occurrenceStates[row.state];
      if (state === 'current') this.placeNames.set(row.id, row.name);
      else this.sink.leaveOut(`place occurrence: ${String(state)}`);
    }
  }

  addInvestigations(rows: readonly ObjectRow[]): void {
    for (const row of rows) if (isInvestigated(row)) this.underInvestigation.add(row.id);
  }

  addStreets(rows: readonly ObjectRow[]): void {
    for (const row of rows) {
      const street = this.streetOf(row.id);
      const state = occurrenceStates[row.state];
      if (state === 'current') street.current = row;
      else this.sink.leaveOut(`street occurrence: ${String(state)}`);
      if (state === 'former' && !street.formerNames.includes(row.name)) {
        street.formerNames = [...street.formerNames, row.name];
      }
    }
  }

  /**
   * Roads are streets before anything is built on them. Water, terrain and the like count once a number lies there.
   */
  deliverRoads(): void {
    for (const [id, { current }] of this.streets) {
      if (current === null) continue;
      if (!this.placeNames.has(current.place)) this.sink.leaveOut('street: its place is not in the extract');
      else if (current.isRoad) this.find(id, 0);
    }
  }

  has(id: number): boolean {
    return this.streets.has(id);
  }

  /** The sink's id of a street in a place (0: its own); null where the street or the place is not there or not current. */
  find(id: number, place: number): number | null {
    const street = this.streets.get(id);
    if (street === undefined || street.current === null) return null;
    if (place === 0 || place === street.current.place) {
      return (street.delivered ??= this.deliver(id, street, street.current.place));
    }
    const key = `${id}/${place}`;
    const streetId = this.elsewhere.get(key) ?? this.deliver(id, street, place);
    if (streetId !== null) this.elsewhere.set(key, streetId);
    return streetId;
  }

  private deliver(id: number, { current, formerNames }: Street, place: number): number | null {
    const placeName = this.placeNames.get(place);
    if (placeName === undefined || current === null) return null;
    const placeId = this.sink.place(placeName, String(place).padStart(4, '0'));
    const streetId = this.sink.street(placeId, current.name, {
      ...(current.shortName !== '' && { shortName: current.shortName }),
      ...(this.underInvestigation.has(id) && { underInvestigation: true }),
    });
    for (const name of formerNames) if (name !== current.name) this.sink.formerStreetName(streetId, name);
    return streetId;
  }

  private streetOf(id: number): Street {
    const known = this.streets.get(id);
    if (known !== undefined) return known;
    const street: Street = { current: null, formerNames: NO_NAMES, delivered: null };
    this.streets.set(id, street);
    return street;
  }
}
