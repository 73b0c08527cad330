import { BagNumbers } from './bag-numbers';
import type { BagPartKind } from './bag-part-name';
import type { BagRows, ObjectRow } from './bag-rows';
import { BagStreets } from './bag-streets';
import type { RegisterSink, SourceOptions } from './register-sink';

/** The order in which the kinds must be given: each refers to what stands before it. */
export const assemblyOrder: readonly BagPartKind[] = [
  'WPL',
  'IOOPR',
  'OPR',
  'IONUM',
  'NUM',
  'VBO',
  'LIG',
  'STA',
];

/** Puts the rows of an extract together and delivers them to the sink. */
export class BagAssembly {
  private readonly streets: BagStreets;
  private readonly numbers: BagNumbers;

  constructor(sink: RegisterSink, { coordinates }: Pick<SourceOptions, 'coordinates'>) {
    this.streets = new BagStreets(sink);
    this.numbers = new BagNumbers({ sink, streets: this.streets, coordinates });
  }

  add(kind: BagPartKind, rows: BagRows): void {
    if (rows.form === 'objects') this.addObjects(kind, rows.objects);
    else if (rows.form === 'numbers') this.numbers.addNumbers(rows);
    else this.numbers.addPoints(rows);
  }

  /** To be called after the last file of each kind. */
  finish(kind: BagPartKind): void {
    if (kind === 'OPR') this.streets.deliverRoads();
    if (kind === 'NUM') this.numbers.finishNumbers();
  }

  private addObjects(kind: BagPartKind, objects: readonly ObjectRow[]): void {
    if (kind === 'WPL') this.streets.addPlaces(objects);
    else if (kind === 'OPR') this.streets.addStreets(objects);
    else if (kind === 'IOOPR') this.streets.addInvestigations(objects);
    else this.numbers.addInvestigations(objects);
  }
}
