import { CommandFailed } from './command-failed';

/** What spreadsheets save lists in. */
export const ENCODINGS = ['utf-8', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** How a list is written, as its first line tells. */
export interface CsvForm {
  delimiter: string;
  newline: '\n' | '\r\n';
  /** A mark by which spreadsheets know UTF-8. */
  byteOrderMark: '\uFEFF' | '';
}

/** Turns bytes into text. Throws CommandFailed naming the line where they are not of this encoding, or cannot be read. */
export async function* decodeList(
  bytes: AsyncIterable<Buffer>,
  name: string,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let line = 1;
  try {
    for await (const piece of bytes) {
      let text: string;
      try {
        text = decoder.decode(piece, { stream: true });
      } catch {
        throw notThisEncoding(`${name}, line ${line + linesBeforeMistake(piece)}`);
      }
      line += countLines(text);
      yield text;
    }
    if (!isWhole(() => decoder.decode())) throw notThisEncoding(`${name}, line ${line}`);
  } catch (error) {
    if (error instanceof CommandFailed) throw error;
    throw new CommandFailed(`${name}, after line ${line}: ${(error as Error).message}.`);
  }
}

/** A text may end within a letter of several bytes. */
function isWhole(end: () => string): boolean {
  try {
    end();
    return true;
  } catch {
    return false;
  }
}

function notThisEncoding(where: string): CommandFailed {
  return new CommandFailed(
    `${where}: this is not UTF-8. Save the list as UTF-8, or add --encoding windows-1252.`,
  );
}

function linesBeforeMistake(piece: Buffer): number {
  return countLines(piece.toString('utf8').split('\uFFFD')[0] ?? '');
}

/** How many lines end within a text. */
export function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

const DELIMITERS = [';', ',', '\t'];

/** Finds out how a list is written from its beginning, which holds the first line. */
export function csvFormOf(beginning: string): CsvForm {
  const [firstLine = ''] = beginning.split('\n', 1);
  const unquoted = firstLine.replace(/"[^"]*"/g, '');
  const times = (delimiter: string) => unquoted.split(delimiter).length;
  const [delimiter = ','] = [...DELIMITERS].sort((a, b) => times(b) - times(a));
  return {
    // In a list of one column commas are part of the addresses.
    delimiter: times(delimiter) > 1 ? delimiter : '\t',
    newline: firstLine.endsWith('\r') ? '\r\n' : '\n',
    byteOrderMark: beginning.startsWith('\uFEFF') ? '\uFEFF' : '',
  };
}
