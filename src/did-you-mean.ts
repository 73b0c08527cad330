import { editDistance } from './edit-distance';

const MOST_EDITS = 3;

/** The one of `known` that a mistyped name most likely stands for, if it is close enough to say so. */
export function didYouMean(typed: string, known: readonly string[]): string | undefined {
  if (typed.length > 64) return undefined;
  const wanted = folded(typed);
  const limit = Math.min(MOST_EDITS, Math.floor(wanted.length / 3));
  const ranked = known
    .map((name) => ({ name, edits: editDistance(wanted, folded(name), limit) }))
    .sort((a, b) => a.edits - b.edits);
  const [nearest] = ranked;
  return nearest && nearest.edits <= limit ? nearest.name : undefined;
}

function folded(name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, '');
}
