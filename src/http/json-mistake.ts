/**
 * Where a text stops being JSON, counted from 1. V8 does not always say, and quotes the text where it does, so the
 * longest beginning that could still become JSON is searched for by halves.
 */
export function positionOfMistake(text: string): { line: number; column: number } {
  let viable = 0;
  let broken = text.length + 1;
  while (broken - viable > 1) {
    const middle = (viable + broken) >> 1;
    if (couldBecomeJson(text.slice(0, middle))) viable = middle;
    else broken = middle;
  }
  const lines = text.slice(0, viable).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function couldBecomeJson(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const { message } = error as SyntaxError;
    const position = /at position (\d+)/.exec(message);
    return /end of JSON input|Unterminated string/.test(message) || Number(position?.[1]) >= beginning.length;
  }
}
