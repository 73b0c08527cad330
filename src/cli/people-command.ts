import { Command } from 'commander';
import type { Role } from '../http/caller';
import { systemClock } from '../clock';
import { CommandFailed } from './command-failed';
import { linkCommand } from './link-command';
import { endedText, issuedText, listedText, passwordText, tokenTable } from './people-text';
import { revokedText } from './revoked-text';
import { requireCommand, resetCommand } from './second-factor-command';
import { processTerminal, type Terminal } from './terminal';
import { withDatabase } from './with-database';

const descriptions: Record<Role, string> = {
  agent: 'make, list and end the people of the desk, and their tokens',
  supervisor: "make, list and end the agents' leads, and their tokens",
  planner: 'make, list and end the planning systems, and their tokens',
};

/** `klopt agents|supervisors|planners create|list|token|revoke|password`. */
export function peopleCommand(role: Role, terminal: Terminal = processTerminal): Command {
  const command = new Command(`${role}s`)
    .description(descriptions[role])
    .addCommand(createCommand(role, terminal))
    .addCommand(listCommand(role, terminal))
    .addCommand(tokenCommand(role, terminal))
    .addCommand(revokeCommand(role, terminal));
  // A planner is a system, and signs in nowhere.
  if (role === 'planner') return command;
  return command
    .addCommand(passwordCommand(role, terminal))
    .addCommand(requireCommand(role, terminal))
    .addCommand(resetCommand(role, terminal))
    .addCommand(linkCommand(role, terminal));
}

interface CreateOptions {
  name: string;
  depot?: string;
  json?: boolean;
}

function createCommand(role: Role, terminal: Terminal): Command {
  return new Command('create')
    .description(`make one ${role}, with a token`)
    .requiredOption('--name <name>', 'what colleagues see; one of its kind')
    .option('--depot <code>', 'the depot whose work it is; all depots when not given')
    .option('--json', 'print as JSON')
    .action(async ({ name, depot, json }: CreateOptions) => {
      const { createPerson } = await import('../access/create-person.js');
      const issued = await withDatabase((database) =>
        createPerson(database, systemClock, { role, name, depot }),
      );
      terminal.answer(issuedText(issued, json === true));
    });
}

function listCommand(role: Role, terminal: Terminal): Command {
  return new Command('list')
    .description(`show every ${role}, without the tokens themselves`)
    .option('--json', 'print as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const { listPeople } = await import('../access/people-store.js');
      const people = await withDatabase((database) => listPeople(database, role));
      terminal.answer(listedText(people, role, json === true));
    });
}

function tokenCommand(role: Role, terminal: Terminal): Command {
  return new Command('token')
    .description(`make a new token for one ${role}, beside the one before`)
    .argument('<name or id>', `as in "klopt ${role}s list"`)
    .option('--json', 'print as JSON')
    .action(async (idOrName: string, { json }: { json?: boolean }) => {
      const { issueToken } = await import('../access/issue-token.js');
      const issued = await withDatabase((database) => issueToken(database, systemClock, { role, idOrName }));
      terminal.answer(issuedText(issued, json === true));
    });
}

function passwordCommand(role: Role, terminal: Terminal): Command {
  return new Command('password')
    .description(`make a new password for one ${role} to sign in to the desk with`)
    .argument('<name or id>', `as in "klopt ${role}s list"`)
    .option('--json', 'print as JSON')
    .action(async (idOrName: string, { json }: { json?: boolean }) => {
      const { issuePassword } = await import('../access/set-password.js');
      const issued = await withDatabase((database) =>
        issuePassword(database, systemClock, { role, idOrName }),
      );
      terminal.answer(passwordText(issued, json === true));
    });
}

interface RevokeOptions {
  person?: string;
  json?: boolean;
}

function revokeCommand(role: Role, terminal: Terminal): Command {
  return new Command('revoke')
    .description('stop a token from working, or all of a person, at once')
    .argument('[token id or prefix]', `as in "klopt ${role}s list"`)
    .option('--person <name or id>', 'in place of one token: all of theirs, and they get no more')
    .option('--json', 'print as JSON')
    .action(async (token: string | undefined, { person, json = false }: RevokeOptions) => {
      if (token !== undefined && person === undefined) terminal.answer(await revoke(role, token, json));
      else if (person !== undefined && token === undefined) terminal.answer(await end(role, person, json));
      else throw new CommandFailed('Name one token by its id or prefix, or one person with --person.');
    });
}

async function revoke(role: Role, idOrPrefix: string, asJson: boolean): Promise<string> {
  const { revokeToken } = await import('../access/revoke-token.js');
  const revocation = await withDatabase((database) => revokeToken(database, systemClock, idOrPrefix));
  const unknown = `No token has this id or prefix. "klopt ${role}s list" shows them; a person is named with --person.`;
  return revokedText(revocation, { unknown, table: tokenTable }, asJson);
}

async function end(role: Role, idOrName: string, asJson: boolean): Promise<string> {
  const { endPerson } = await import('../access/end-person.js');
  const ending = await withDatabase((database) => endPerson(database, systemClock, { role, idOrName }));
  return endedText(ending, asJson);
}
