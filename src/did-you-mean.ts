/** The one of `known` that a mistyped name most likely stands for, if it is close enough to say so. */
export function didYouMean(typed: string, known: readonly string[]): string | undefined {
  if (typed.length > 64) return undefined;
  const wanted = folded(typed);
  const ranked = known
    .map((name) => ({ name, edits: editDistance(wanted, folded(name)) }))
    .sort((a, b) => a.edits - b.edits);
  const [nearest] = ranked;
  return nearest && nearest.edits <= Math.min(3, Math.floor(wanted.length / 3)) ? nearest.name : undefined;
}

function folded(name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, '');
}

/** Levenshtein, one row at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
