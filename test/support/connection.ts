import { EventEmitter } from 'node:events';

/** A connection whose client reads only when it is told to. */
export class Connection extends EventEmitter {
  readonly written: string[] = [];
  writableLength = 0;
  writableEnded = false;
  destroyed = false;

  write(bytes: Buffer | string): void {
    this.written.push(bytes.toString());
    this.writableLength += bytes.length;
  }
  read(): void {
    this.writableLength = 0;
  }
  end(): void {
    this.writableEnded = true;
    this.emit('close');
  }
  destroy(): void {
    this.destroyed = true;
    this.emit('close');
  }
  /** The numbers of the entries that came. */
  seqs(): number[] {
    return this.written.flatMap((text) => (/^\d+/.test(text) ? [Number.parseInt(text)] : []));
  }
}
