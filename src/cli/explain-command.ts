import { Command } from 'commander';
import type { EnteredAddress, EnteredKnownAddress } from '../checks/address';
import { CommandFailed } from './command-failed';
import { registerFileOf } from './register-file';
import type { Terminal } from './terminal';

interface TypedOptions {
  line?: string;
  street?: string;
  number?: string;
  addition?: string;
  postcode?: string;
  city?: string;
  previous?: string[];
}

interface ExplainOptions extends TypedOptions {
  register?: string;
  json: boolean;
}

type Input = AsyncIterable<Buffer | string>;

/** `klopt register explain`: the check's rules one by one, each with its finding. */
export function explainCommand(terminal: Terminal, input: Input = process.stdin): Command {
  return new Command('explain')
    .description("the check's rules one by one on an address, each with its finding")
    .argument(
      '[line]',
      'as one line, as in "Kerkstraat 12 A, 8951 AB Plaats"; - for a request of the API, as JSON on the standard input',
    )
    .option('--line <line>', 'the same; or street and number alone, beside the other options')
    .option('--street <street>', 'instead of a line')
    .option('--number <number>', 'as typed')
    .option('--addition <addition>', 'as typed')
    .option('--postcode <postcode>', 'as typed')
    .option('--city <city>', 'as typed')
    .option(
      '--previous <line...>',
      'an earlier address of the customer, as in "Kerkstraat 12, 8951 AB Plaats"',
    )
    .option('--register <file>', 'an edition; the one of KLOPT_REGISTER, or the sample, when not given')
    .option('--json', 'print as JSON', false)
    .action(async (whole: string | undefined, { register: file, json, ...typed }: ExplainOptions) => {
      const { explainCheck } = await import('../checks/explain-check.js');
      const { explainText } = await import('./explain-text.js');
      const { readEdition } = await import('../register/edition/edition-file.js');
      const { address, known } = whole === '-' ? await readRequest(input, typed) : entryOf(whole, typed);
      const explanation = explainCheck(readEdition(await registerFileOf(file)), address, known);
      terminal.answer(json ? JSON.stringify(explanation) : explainText(explanation));
    });
}

interface ExplainedEntry {
  address: EnteredAddress;
  known: readonly EnteredKnownAddress[];
}

function entryOf(whole: string | undefined, typed: TypedOptions): ExplainedEntry {
  const { line = whole, street, number, addition, postcode, city, previous = [] } = typed;
  const entered = { street, postcode, city };
  return {
    address: { ...entered, addressLine: line, houseNumber: number, houseNumberAddition: addition },
    known: previous.map((one) => ({ addressLine: one, role: 'previous' })),
  };
}

async function readRequest(input: Input, typed: TypedOptions): Promise<ExplainedEntry> {
  const beside = Object.keys(typed).map((name) => `--${name}`);
  if (beside.length > 0) throw new CommandFailed(`${beside.join(', ')}: not beside a request as JSON.`);
  const { readCheckRequest } = await import('./explain-request.js');
  const { address, knownAddresses } = await readCheckRequest(input);
  return { address, known: knownAddresses ?? [] };
}
