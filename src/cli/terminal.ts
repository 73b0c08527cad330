/** Where a command writes; a test hands in its own. */
export interface Terminal {
  /** What was asked for, so that it can be piped. */
  answer(text: string): void;
  /** Progress and remarks. */
  remark(text: string): void;
  /** Whether someone looks on, and a line may be drawn over. */
  isInteractive: boolean;
}

export const processTerminal: Terminal = {
  answer: (text) => void process.stdout.write(`${text}\n`),
  remark: (text) => void process.stderr.write(`${text}\n`),
  isInteractive: process.stderr.isTTY,
};
