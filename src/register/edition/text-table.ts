import { isAscii } from '../names/fold';

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

/**
 * Reads the texts of a table. Their bytes are taken as Latin-1 together, once: cutting a text out of that takes an eighth
 * of the time of decoding it, and only one that has longer characters is decoded after all.
 */
export class TextReader {
  /** A character for each byte. */
  readonly whole: string;
  private readonly buffer: Buffer;

  constructor(
    private readonly start: Uint32Array,
    bytes: Uint8Array,
  ) {
    this.buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.whole = this.buffer.toString('latin1');
  }

  get count(): number {
    return this.start.length - 1;
  }

  /** Where a text begins in the whole. */
  startOf(id: number): number {
    return this.start[id] ?? 0;
  }

  text(id: number): string {
    const text = this.ascii(id);
    return isAscii(text) ? text : this.buffer.toString('utf8', this.start[id], this.start[id + 1]);
  }

  /** As text, for tables that hold ASCII only. */
  ascii(id: number): string {
    return this.whole.slice(this.start[id], this.start[id + 1]);
  }

  bytes(id: number): number {
    return this.startOf(id + 1) - this.startOf(id);
  }
}
