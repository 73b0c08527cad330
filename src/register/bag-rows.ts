import { occurrenceState, occurrenceStates } from './bag-occurrence';
import type { BagPartKind } from './bag-part-name';
import type { BagRecord } from './bag-records';
import { parsePostcode } from './postcode';

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

export interface RowCollector {
  add: (record: BagRecord) => void;
  rows: () => BagRows;
}

const collectors: Readonly<Record<BagPartKind, (day: string) => RowCollector>> = {
  WPL: collectObjects,
  OPR: collectObjects,
  IOOPR: collectObjects,
  IONUM: collectObjects,
  NUM: collectNumbers,
  VBO: collectPoints,
  LIG: collectPoints,
  STA: collectPoints,
};

/** Turns the records of one file into the rows of its kind, judged on the reference day (ISO date). */
export function collectRows(kind: BagPartKind, day: string): RowCollector {
  return collectors[kind](day);
}

function collectObjects(day: string): RowCollector {
  const objects: ObjectRow[] = [];
  return {
    add: (record) =>
      void objects.push({
        id: Number(record.id),
        state: stateCode(record, day),
        name: detached(record.name),
        shortName: detached(record.shortName),
        place: Number(record.place),
        isRoad: record.streetType === 'Weg',
        underInvestigation: record.underInvestigation === 'J',
      }),
    rows: () => ({ form: 'objects', objects }),
  };
}

/** A copy of its own: V8 would keep the whole chunk of XML alive for a name that was cut out of it. */
function detached(text: string): string {
  return Buffer.from(text.trim()).toString();
}

/** Columns from the first: to keep ten thousand records until the end of a file costs a tenth of the speed. */
function collectNumbers(day: string): RowCollector {
  const ids: number[] = [];
  const states: number[] = [];
  const streets: number[] = [];
  const places: number[] = [];
  const postcodes: number[] = [];
  const houseNumbers: number[] = [];
  const additions: string[] = [];
  const add = (record: BagRecord): void => {
    ids.push(Number(record.id));
    states.push(stateCode(record, day));
    streets.push(Number(record.street));
    places.push(Number(record.place));
    postcodes.push(record.postcode === '' ? 0 : (parsePostcode(record.postcode) ?? -1));
    houseNumbers.push(Number(record.houseNumber));
    additions.push(additionOf(record));
  };
  const rows = (): NumberRows => ({
    form: 'numbers',
    ids: Float64Array.from(ids),
    states: Uint8Array.from(states),
    streets: Float64Array.from(streets),
    places: Uint16Array.from(places),
    postcodes: Int32Array.from(postcodes),
    houseNumbers: Int32Array.from(houseNumbers),
    additions,
  });
  return { add, rows };
}

function collectPoints(day: string): RowCollector {
  const numbers: number[] = [];
  const x: number[] = [];
  const y: number[] = [];
  const add = (record: BagRecord): void => {
    const point = centreOf(record.position);
    if (point === null || occurrenceState(record, day) !== 'current') return;
    for (const number of record.numbers.trim().split(' ')) {
      numbers.push(Number(number));
      x.push(point[0]);
      y.push(point[1]);
    }
  };
  const rows = (): PointRows => ({
    form: 'points',
    numbers: Float64Array.from(numbers),
    x: Float64Array.from(x),
    y: Float64Array.from(y),
  });
  return { add, rows };
}

function stateCode(record: BagRecord, day: string): number {
  return occurrenceStates.indexOf(occurrenceState(record, day));
}

/** House letter and toevoeging as one addition: "A", "3", "A-3", or '' for the bare number. */
export function additionOf({
  houseLetter,
  numberSuffix,
}: Pick<BagRecord, 'houseLetter' | 'numberSuffix'>): string {
  return [houseLetter.trim(), numberSuffix.trim()].filter((part) => part !== '').join('-');
}

/**
 * A point, or the middle of a ring's corners, in metres; null where nothing of the kind is told. A closed ring tells by
 * its last corner whether heights are among the values.
 */
export function centreOf(position: string): [x: number, y: number] | null {
  const values = position.trim().split(/\s+/).map(Number);
  if (values.length < 2 || values.some(Number.isNaN)) return null;
  if (values.length <= 3) return [values[0] ?? 0, values[1] ?? 0];
  const step = isClosedBy(values, 2) ? 2 : 3;
  const corners = values.length / step - 1;
  let x = 0;
  let y = 0;
  for (let at = 0; at < corners * step; at += step) {
    x += values[at] ?? 0;
    y += values[at + 1] ?? 0;
  }
  return [x / corners, y / corners];
}

function isClosedBy(values: readonly number[], step: number): boolean {
  return values.length % step === 0 && values[0] === values.at(-step) && values[1] === values.at(1 - step);
}

/** An investigation that runs on the reference day. */
export function isInvestigated(row: ObjectRow): boolean {
  return row.underInvestigation && occurrenceStates[row.state] === 'current';
}
