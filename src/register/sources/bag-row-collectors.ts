import { centreOf } from './bag-geometry';
import { occurrenceState, occurrenceStates } from './bag-occurrence';
import type { BagPartKind } from './bag-part-name';
import type { BagRecord } from './bag-records';
import type { BagRows, NumberRows, ObjectRow, PointRows } from './bag-rows';
import { parsePostcode } from '../names/postcode';

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
