import type { CheckedRow } from './check-row';
import { inColumns } from './columns';
import { inThousands, inTime } from './figures';

/** What became of a list, counted. */
export interface CheckSummary {
  rows: number;
  verdicts: { accept: number; confirm: number; fix: number };
  /** Rows with a cell too long to be part of an address. */
  notChecked: number;
  /** How many rows have each reason, most first. */
  reasons: Record<string, number>;
}

/** Counts rows as they pass. */
export class CheckCounts {
  private readonly verdicts = { accept: 0, confirm: 0, fix: 0 };
  private readonly reasons = new Map<string, number>();
  private notChecked = 0;

  add({ verdict, reasons }: CheckedRow): void {
    if (verdict === null) this.notChecked++;
    else this.verdicts[verdict]++;
    for (const code of reasons) this.reasons.set(code, (this.reasons.get(code) ?? 0) + 1);
  }

  summary(): CheckSummary {
    const { accept, confirm, fix } = this.verdicts;
    return {
      rows: accept + confirm + fix + this.notChecked,
      verdicts: { ...this.verdicts },
      notChecked: this.notChecked,
      reasons: Object.fromEntries([...this.reasons].sort(([, a], [, b]) => b - a)),
    };
  }
}

/** "1,204 rows in 0.3 s", then the rows by verdict and by reason. */
export function summaryText(
  { rows, verdicts, notChecked, reasons }: CheckSummary,
  durationMs: number,
): string {
  const counted = (name: string, count: number) => [
    name,
    inThousands(count),
    `${((100 * count) / Math.max(rows, 1)).toFixed(1)} %`,
  ];
  const byVerdict = Object.entries({ ...verdicts, ...(notChecked > 0 && { 'not checked': notChecked }) });
  const table = [...byVerdict, ...Object.entries(reasons)].map(([name, count]) => counted(name, count));
  const perSecond = Math.round((rows * 1_000) / Math.max(durationMs, 1));
  const heading = `${inThousands(rows)} rows in ${inTime(durationMs)} (${inThousands(perSecond)} a second)`;
  return `${heading}\n${inColumns(table)}`;
}
