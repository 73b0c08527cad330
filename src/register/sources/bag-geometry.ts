/**
 * A point, or the middle of a ring's corners, in metres; null where nothing of the kind is told. A closed ring tells by
 * its last corner whether heights are among the values.
 */
export function centreOf(position: string): [x: number, y: number] | null {
  const values = position.trim().split(/\s+/).map(Number);
  if (values.length < 2 || values.some(Number.isNaN)) return null;
  if (values.length <= 3) return [values[0] ?? 0, values[1] ?? 0];
  const step = isClosedBy(values, 2) ? 2 : 3;
  const corners = values.length / step - 1;
  let x = 0;
  let y = 0;
  for (let at = 0; at < corners * step; at += step) {
    x += values[at] ?? 0;
    y += values[at + 1] ?? 0;
  }
  return [x / corners, y / corners];
}

function isClosedBy(values: readonly number[], step: number): boolean {
  return values.length % step === 0 && values[0] === values.at(-step) && values[1] === values.at(1 - step);
}
