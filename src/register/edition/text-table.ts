/** Texts as one run of UTF-8 bytes with the start of each. */
export class TextTable {
  readonly start: Uint32Array;
  readonly bytes: Uint8Array;
  private readonly ids: Map<string, number>;

  private constructor(readonly texts: readonly string[]) {
    this.ids = new Map(this.texts.map((text, id) => [text, id]));
    this.bytes = Buffer.from(this.texts.join(''), 'utf8');
    this.start = new Uint32Array(this.texts.length + 1);
    let end = 0;
    this.texts.forEach((text, id) => {
      end += Buffer.byteLength(text, 'utf8');
      this.start[id + 1] = end;
    });
  }

  /** The distinct texts, sorted by their characters' codes. */
  static sorted(texts: Iterable<string>): TextTable {
    return new TextTable([...new Set(texts)].sort());
  }

  /** The texts as they are given, repeated ones too. */
  static inOrder(texts: readonly string[]): TextTable {
    return new TextTable(texts);
  }

  id(text: string): number {
    const id = this.ids.get(text);
    if (id === undefined) throw new Error('a text that is not in the table was asked for');
    return id;
  }
}

/** Reads the texts of a table from its bytes, decoding only the one that is asked for. */
export class TextReader {
  private readonly buffer: Buffer;

  constructor(
    private readonly start: Uint32Array,
    bytes: Uint8Array,
  ) {
    this.buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get count(): number {
    return this.start.length - 1;
  }

  text(id: number): string {
    return this.buffer.toString('utf8', this.start[id], this.start[id + 1]);
  }

  /** As text, for tables that hold ASCII only: the decoder need not look for longer characters. */
  ascii(id: number): string {
    return this.buffer.toString('latin1', this.start[id], this.start[id + 1]);
  }

  bytes(id: number): number {
    return (this.start[id + 1] ?? 0) - (this.start[id] ?? 0);
  }

  /** Negative, 0 or positive as an ASCII text sorts before, with or after another, without decoding it. */
  compareAscii(id: number, other: string): number {
    const from = this.start[id] ?? 0;
    const length = (this.start[id + 1] ?? 0) - from;
    const shared = Math.min(length, other.length);
    for (let index = 0; index < shared; index++) {
      const difference = (this.buffer[from + index] ?? 0) - other.charCodeAt(index);
      if (difference !== 0) return difference;
    }
    return length - other.length;
  }
}
