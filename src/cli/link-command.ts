import { Command } from 'commander';
import type { KnownBy } from '../access/company-accounts-store';
import { systemClock } from '../clock';
import { readConfig } from '../config';
import type { Role } from '../http/caller';
import { CommandFailed } from './command-failed';
import { doneText } from './people-text';
import type { Terminal } from './terminal';
import { withDatabase } from './with-database';

interface LinkOptions {
  email?: string;
  subject?: string;
  off?: true;
  json?: boolean;
}

/** `klopt agents|supervisors link`. */
export function linkCommand(role: Role, terminal: Terminal): Command {
  return new Command('link')
    .description(`let one ${role} sign in by the account of their company`)
    .argument('<name or id>', `as in "klopt ${role}s list"`)
    .option('--email <address>', 'the verified e-mail address that their company knows them by')
    .option('--subject <id>', 'what the page told them who were nobody here, in place of an address')
    .option('--off', 'no longer')
    .option('--json', 'print as JSON')
    .action(async (idOrName: string, options: LinkOptions) => {
      const ways = [options.email, options.subject, options.off].filter((way) => way !== undefined);
      if (ways.length !== 1) throw new CommandFailed('Name one of --email, --subject and --off.');
      terminal.answer(
        await (options.off === true ? unlink(role, idOrName, options) : link(role, idOrName, options)),
      );
    });
}

async function link(role: Role, idOrName: string, options: LinkOptions): Promise<string> {
  const { linkAccount } = await import('../access/link-account.js');
  const account = knownBy(options);
  const person = await withDatabase((database) =>
    linkAccount(database, systemClock, { role, idOrName, account, by: 'operator' }),
  );
  const sentence = `${person.name} can sign in by the account of their company.`;
  return doneText(person, sentence, options.json === true);
}

function knownBy({ email, subject = '' }: LinkOptions): KnownBy {
  if (email !== undefined) return { email };
  const issuer = readConfig().oidc?.issuer;
  if (issuer === undefined)
    throw new CommandFailed('A subject is of a sign-on: set KLOPT_OIDC_ISSUER first.');
  return { issuer, subject };
}

async function unlink(role: Role, idOrName: string, { json }: LinkOptions): Promise<string> {
  const { unlinkAccount } = await import('../access/link-account.js');
  const person = await withDatabase((database) =>
    unlinkAccount(database, systemClock, { role, idOrName, by: 'operator' }),
  );
  const sentence = `${person.name} can no longer sign in by the account of their company, and is signed out everywhere.`;
  return doneText(person, sentence, json === true);
}
