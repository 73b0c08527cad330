import { Command, InvalidArgumentError } from 'commander';
import { parsePostcode } from '../register/names/postcode';
import { buildEdition } from './build-edition';
import { downloadCommand } from './download-command';
import { explainCommand } from './explain-command';
import { registerFileOf } from './register-file';
import { infoText, lookUpText } from './register-text';
import { processTerminal, type Terminal } from './terminal';

/** `klopt register …`: build an edition, see what is in it, ask it. Each action loads what it needs when it runs. */
export function registerCommand(terminal: Terminal = processTerminal): Command {
  return new Command('register')
    .description('build the address register and look into it')
    .addCommand(downloadCommand(terminal))
    .addCommand(buildCommand(terminal))
    .addCommand(infoCommand(terminal))
    .addCommand(lookupCommand(terminal))
    .addCommand(explainCommand(terminal));
}

interface BuildOptions {
  out: string;
  coordinates: boolean;
  json: boolean;
}

function buildCommand(terminal: Terminal): Command {
  return new Command('build')
    .description('compile an edition from official BAG extracts (.zip) or CSV files (.csv, .csv.gz)')
    .argument('<source...>', 'files; what several say of one address is merged')
    .requiredOption('--out <file>', 'the edition to write; it is replaced only when the new one is whole')
    .option('--coordinates', 'keep a position for each street and postcode', false)
    .option('--json', 'print the summary as JSON', false)
    .action((sources: string[], { out, coordinates, json }: BuildOptions) =>
      buildEdition({ sources, out, coordinates }, { json }, terminal),
    );
}

function infoCommand(terminal: Terminal): Command {
  return new Command('info')
    .description('what an edition was made of, and what is in it')
    .argument('[file]', 'an edition; the one of KLOPT_REGISTER, or the sample, when not given')
    .option('--json', 'print as JSON', false)
    .action(async (file: string | undefined, { json }: { json: boolean }) => {
      const { describeEdition } = await import('../register/edition/edition-file.js');
      const description = describeEdition(await registerFileOf(file));
      terminal.answer(json ? JSON.stringify(description) : infoText(description));
    });
}

interface LookupOptions {
  register?: string;
  json: boolean;
}

function lookupCommand(terminal: Terminal): Command {
  return new Command('lookup')
    .description('what the register says of a postcode and a house number')
    .argument('<postcode>', 'such as 1234AB', postcodeArgument)
    .argument('[number]', 'house number without addition', houseNumberArgument)
    .option('--register <file>', 'an edition; the one of KLOPT_REGISTER, or the sample, when not given')
    .option('--json', 'print as JSON', false)
    .action(async (postcode: number, houseNumber: number | undefined, { register, json }: LookupOptions) => {
      const { readEdition } = await import('../register/edition/edition-file.js');
      const { lookUp } = await import('../register/postcodes/look-up.js');
      const found = lookUp(readEdition(await registerFileOf(register)), postcode, houseNumber ?? null);
      terminal.answer(json ? JSON.stringify(found) : lookUpText(found));
    });
}

function postcodeArgument(text: string): number {
  const postcode = parsePostcode(text);
  if (postcode === null) throw new InvalidArgumentError('A postcode has the form 1234AB.');
  return postcode;
}

function houseNumberArgument(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) {
    throw new InvalidArgumentError('Give the house number alone, 1 to 99999, without an addition.');
  }
  return Number(text);
}
