/** Numbers that are appended one by one, kept as a typed array so that millions of them cost no objects. */
export class GrowingArray<Numbers extends Float64Array | Uint32Array | BigUint64Array> {
  length = 0;

  constructor(private numbers: Numbers) {}

  push(value: Numbers[number]): number {
    if (this.length === this.numbers.length) this.grow();
    this.numbers[this.length] = value;
    return this.length++;
  }

  /** What was pushed, without a copy. */
  view(): Numbers {
    return this.numbers.subarray(0, this.length) as Numbers;
  }

  private grow(): void {
    const larger = new (this.numbers.constructor as new (length: number) => Numbers)(
      Math.ceil(this.numbers.length * 1.5) + 1024,
    );
    larger.set(this.numbers as never);
    this.numbers = larger;
  }
}
