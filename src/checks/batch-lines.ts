const NEWLINE = 0x0a;

/** A line of a batch as it came, counted from 1, blank lines too; null where it was too long to be kept. */
export interface BatchLine {
  line: number;
  bytes: Buffer | null;
}

/** Cuts what comes in, in pieces of any size, into lines. It never holds more than one line of the longest length. */
export class BatchLines {
  private line = 1;
  private kept: Buffer[] = [];
  private length = 0;

  constructor(private readonly longestBytes: number) {}

  /** The lines that end in this piece. */
  *of(piece: Buffer): Generator<BatchLine> {
    let start = 0;
    for (let end = piece.indexOf(NEWLINE); end >= 0; end = piece.indexOf(NEWLINE, start)) {
      yield this.finish(piece.subarray(start, end));
      start = end + 1;
    }
    this.keep(piece.subarray(start));
  }

  /** What follows the last line end. */
  *rest(): Generator<BatchLine> {
    if (this.length > 0) yield this.finish(Buffer.alloc(0));
  }

  private finish(end: Buffer): BatchLine {
    const line = this.line++;
    if (this.length === 0) return { line, bytes: end.length > this.longestBytes ? null : end };
    this.keep(end);
    const bytes = this.length > this.longestBytes ? null : Buffer.concat(this.kept);
    this.kept = [];
    this.length = 0;
    return { line, bytes };
  }

  private keep(part: Buffer): void {
    this.length += part.length;
    if (this.length > this.longestBytes) this.kept = [];
    else if (part.length > 0) this.kept.push(part);
  }
}
