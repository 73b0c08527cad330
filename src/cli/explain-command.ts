import { Command } from 'commander';
import { registerFileOf } from './register-file';
import type { Terminal } from './terminal';

interface ExplainOptions {
  line?: string;
  street?: string;
  number?: string;
  addition?: string;
  postcode?: string;
  city?: string;
  previous: string[];
  register?: string;
  json: boolean;
}

/** `klopt register explain`: the check's rules one by one, each with its finding. */
export function explainCommand(terminal: Terminal): Command {
  return new Command('explain')
    .description("the check's rules one by one on an address, each with its finding")
    .argument('[line]', 'as one line, as in "Kerkstraat 12 A, 8951 AB Plaats"')
    .option('--line <line>', 'the same; or street and number alone, beside the other options')
    .option('--street <street>', 'instead of a line')
    .option('--number <number>', 'as typed')
    .option('--addition <addition>', 'as typed')
    .option('--postcode <postcode>', 'as typed')
    .option('--city <city>', 'as typed')
    .option(
      '--previous <line...>',
      'an earlier address of the customer, as in "Kerkstraat 12, 8951 AB Plaats"',
      [],
    )
    .option('--register <file>', 'an edition; the one of KLOPT_REGISTER, or the sample, when not given')
    .option('--json', 'print as JSON', false)
    .action(async (whole: string | undefined, options: ExplainOptions) => {
      const { explainCheck } = await import('../checks/explain-check.js');
      const { explainText } = await import('./explain-text.js');
      const { readEdition } = await import('../register/edition-file.js');
      const register = readEdition(await registerFileOf(options.register));
      const { line = whole, number, addition, ...given } = options;
      const entered = { street: given.street, postcode: given.postcode, city: given.city };
      const address = { ...entered, addressLine: line, houseNumber: number, houseNumberAddition: addition };
      const known = options.previous.map((one) => ({ addressLine: one, role: 'previous' as const }));
      const explanation = explainCheck(register, address, known);
      terminal.answer(options.json ? JSON.stringify(explanation) : explainText(explanation));
    });
}
