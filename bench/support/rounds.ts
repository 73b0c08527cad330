/** One way of doing the work that is measured; returns what it did per second, or spent, in one round. */
export type Contender = () => number | Promise<number>;

/**
 * Runs every contender once a round, in turn, so that a slow minute of the machine falls on all of them. The first
 * round warms up and is not counted. Returns each one's figures, a round an entry.
 */
export async function alternate<Name extends string>(
  contenders: Record<Name, Contender>,
  rounds: number,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(contenders) as Name[];
  const figures = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const figure = await contenders[name]();
      if (round > 0) figures[name].push(figure);
    }
  }
  return figures;
}

export function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** The ratio of two contenders as the median of the rounds' ratios, and how it compares with what is wanted. */
export function verdictOn(ratio: number, wanted: { atLeast?: number; atMost?: number }): string {
  const { atLeast = -Infinity, atMost = Infinity } = wanted;
  const target = wanted.atLeast === undefined ? `≤ ${String(atMost)}` : `≥ ${String(atLeast)}`;
  return `${ratio.toFixed(2)} × (${target}) ${ratio >= atLeast && ratio <= atMost ? 'reached' : 'SHORT'}`;
}
