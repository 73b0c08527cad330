/**
 * Proves on random routes in any state that the cheapest place for a parcel is found: against trying every place and estimating
 * the whole route anew, never a worse one, never a promise or the shift broken unasked, never before a locked stop; and that a
 * change that is made and undone gives the same sequence. Run: npm run prove:insertion -- [routes]
 */
import { judgeInsertion, type Outcome } from '../test/support/judge-insertion';

const [, , routes = '10000'] = process.argv;

const counts = new Map<Outcome, number>();
for (let seed = 0; seed < Number(routes); seed++) {
  const outcome = judgeInsertion(seed);
  counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
}
console.log(`${routes} random routes, no place worse than the best of all, no promise broken unasked:`);
for (const [outcome, count] of counts) console.log(`  ${outcome.padEnd(15)} ${String(count).padStart(6)}`);
