import type { HoldReason, Shipment } from '../shipments/shipment';
import { inColumns } from './columns';
import { inThousands, inTime } from './figures';
import { type ImportedRow, mistakesInWords } from './import-list';
import type { RejectedRow } from './rejected-list';

/** What became of a list of shipments, counted. */
export interface ImportSummary {
  rows: number;
  registered: number;
  /** Of those registered. */
  released: number;
  held: Partial<Record<HoldReason, number>>;
  /** How many of those held have each reason of the check, most first. */
  reasons: Record<string, number>;
  alreadyThere: number;
  rejected: readonly { line: number; reason: string }[];
}

/** Counts rows as they pass, and keeps those that were rejected. */
export class ImportCounts {
  readonly rejected: RejectedRow[] = [];
  private readonly held = new Map<HoldReason, number>();
  private readonly reasons = new Map<string, number>();
  private alreadyThere = 0;
  private registered = 0;
  private released = 0;

  get rows(): number {
    return this.registered + this.alreadyThere + this.rejected.length;
  }

  add({ line, row, outcome }: ImportedRow): void {
    if (outcome.kind === 'rejected')
      this.rejected.push({ line, row, reason: mistakesInWords(outcome.mistakes) });
    else if (outcome.kind === 'already_there') this.alreadyThere++;
    else this.addShipment(outcome.shipment);
  }

  private addShipment({ state, hold, check }: Shipment): void {
    this.registered++;
    if (state === 'released') this.released++;
    if (hold === null) return;
    increase(this.held, hold.reason);
    for (const { code } of check?.reasons ?? []) increase(this.reasons, code);
  }

  summary(): ImportSummary {
    const { rows, registered, released, alreadyThere } = this;
    return {
      ...{ rows, registered, released },
      held: Object.fromEntries(this.held),
      reasons: Object.fromEntries([...this.reasons].sort(([, a], [, b]) => b - a)),
      alreadyThere,
      rejected: this.rejected.map(({ line, reason }) => ({ line, reason })),
    };
  }
}

function increase<Name>(counts: Map<Name, number>, name: Name): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** As many rejected rows as are shown where all are in a file. */
const SHOWN_BESIDE_FILE = 20;

/** "1,204 rows in 2.1 s", what became of them, and every row that was rejected with why. */
export function importText(summary: ImportSummary, durationMs: number, out: string | undefined): string {
  const { rows, rejected } = summary;
  const perSecond = Math.round((rows * 1_000) / Math.max(durationMs, 1));
  const heading = `${inThousands(rows)} rows in ${inTime(durationMs)} (${inThousands(perSecond)} a second)`;
  const shown = out === undefined ? rejected : rejected.slice(0, SHOWN_BESIDE_FILE);
  return [
    heading,
    inColumns(countsOf(summary)),
    ...shown.map(({ line, reason }) => `line ${line}: ${reason}`),
    ...(rejected.length > 0 ? [whatToDo(rejected.length, shown.length, out)] : []),
  ].join('\n');
}

function countsOf({ registered, released, held, reasons, alreadyThere, rejected }: ImportSummary) {
  const counts: [string, number][] = [
    ['registered', registered],
    ['  released', released],
    ...Object.entries(held).map(([reason, count]): [string, number] => [`  held, ${reason}`, count]),
    ...Object.entries(reasons).map(([code, count]): [string, number] => [`    ${code}`, count]),
    ['already there', alreadyThere],
    ['rejected', rejected.length],
  ];
  return counts.map(([name, count]) => [name, inThousands(count)]);
}

function whatToDo(rejected: number, shown: number, out: string | undefined): string {
  if (out === undefined)
    return 'Put these lines right and run it again: what is registered stays as it is. With --out FILE they come apart.';
  const others = rejected > shown ? `${inThousands(rejected - shown)} more, and these, are` : 'They are';
  return `${others} in ${out}: put them right there, and import that.`;
}
