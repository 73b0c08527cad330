import fc from 'fast-check';

/** How often a property is tried: fewer times where a global limit is set, as it is for mutants. */
export function times(most: number): { numRuns: number } {
  return { numRuns: Math.min(most, fc.readConfigureGlobal().numRuns ?? most) };
}
