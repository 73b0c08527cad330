import { occurrenceStates } from './bag-occurrence';

/** Places, streets and investigations: few enough in all of the Netherlands to travel as they are. */
export interface ObjectRows {
  form: 'objects';
  objects: ObjectRow[];
}

export interface ObjectRow {
  id: number;
  state: number;
  name: string;
  shortName: string;
  place: number;
  isRoad: boolean;
  underInvestigation: boolean;
}

/** House numbers in columns: 14 million occurrences are too many for objects, and typed arrays change threads for free. */
export interface NumberRows {
  form: 'numbers';
  ids: Float64Array;
  states: Uint8Array;
  streets: Float64Array;
  /** 0 where the street's own place holds. */
  places: Uint16Array;
  /** 0 for none, -1 for one that cannot exist. */
  postcodes: Int32Array;
  houseNumbers: Int32Array;
  additions: string[];
}

/** Points in EPSG:28992, metres; one for each number of a currently valid object. */
export interface PointRows {
  form: 'points';
  numbers: Float64Array;
  x: Float64Array;
  y: Float64Array;
}

export type BagRows = ObjectRows | NumberRows | PointRows;

/** An investigation that runs on the reference day. */
export function isInvestigated(row: ObjectRow): boolean {
  return row.underInvestigation && occurrenceStates[row.state] === 'current';
}
