import type { Command } from 'commander';
import type { Terminal } from '../../src/cli/terminal';

/** Runs a command in this process, with KLOPT_DATABASE_URL set to `databaseUrl`; returns what it answered. */
export async function runCommand(
  make: (terminal: Terminal) => Command,
  args: readonly string[],
  databaseUrl: string,
): Promise<string> {
  const answers: string[] = [];
  const before = process.env.KLOPT_DATABASE_URL;
  process.env.KLOPT_DATABASE_URL = databaseUrl;
  try {
    const terminal = {
      answer: (text: string) => answers.push(text),
      remark: () => undefined,
      isInteractive: false,
    };
    await make(terminal).parseAsync([...args], { from: 'user' });
  } finally {
    if (before === undefined) delete process.env.KLOPT_DATABASE_URL;
    else process.env.KLOPT_DATABASE_URL = before;
  }
  return answers.join('\n');
}
