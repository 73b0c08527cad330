import fc from 'fast-check';

// A mutant needs one counterexample, not the smallest one; and the same inputs each time, so that a score can be had again.
fc.configureGlobal({ numRuns: 50, seed: 1, endOnFailure: true });
