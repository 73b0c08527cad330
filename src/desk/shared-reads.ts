/** A read that is under way, and the one after it where somebody waits for that. */
interface UnderWay<Value> {
  read: Promise<Value>;
  next: Promise<Value> | undefined;
}

/**
 * Reads that cost much and are asked for by many at once, as when a change is told to fifty desks: whoever asks while one is
 * under way shares the next with all others who do. Nobody is given what was begun to be read before they asked, and so nobody
 * misses a change that they were told of; nobody waits for more than the read under way and one more.
 */
export class SharedReads<Key, Value> {
  private readonly underWay = new Map<Key, UnderWay<Value>>();

  /**
   * Reads by `read`, or by that of another who asked for the same key: they must read the same. Fails for all who share it where it
   * fails; what is asked for after that is read anew.
   */
  ask(key: Key, read: () => Promise<Value>): Promise<Value> {
    const current = this.underWay.get(key);
    if (current === undefined) return this.begin(key, read);
    const begin = () => this.begin(key, read);
    current.next ??= current.read.then(begin, begin);
    return current.next;
  }

  private begin(key: Key, read: () => Promise<Value>): Promise<Value> {
    const current: UnderWay<Value> = { read: read(), next: undefined };
    this.underWay.set(key, current);
    const end = () => {
      if (current.next === undefined) this.underWay.delete(key);
    };
    current.read.then(end, end);
    return current.read;
  }
}
