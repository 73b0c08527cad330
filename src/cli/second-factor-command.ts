import { Command } from 'commander';
import { systemClock } from '../clock';
import type { Role } from '../http/caller';
import { doneText } from './people-text';
import type { Terminal } from './terminal';
import { withDatabase } from './with-database';

/** `klopt agents|supervisors require-second-factor`. */
export function requireCommand(role: Role, terminal: Terminal): Command {
  return new Command('require-second-factor')
    .description(`let one ${role} in only with a code from an app beside the password`)
    .argument('<name or id>', `as in "klopt ${role}s list"`)
    .option('--off', 'no longer')
    .option('--json', 'print as JSON')
    .action(async (idOrName: string, { off, json }: { off?: true; json?: boolean }) => {
      const { requireSecondFactor } = await import('../access/require-second-factor.js');
      const required = off === true ? 'no' : 'yes';
      const person = await withDatabase((database) =>
        requireSecondFactor(database, systemClock, { role, idOrName, required, by: 'operator' }),
      );
      const sentence =
        off === true
          ? `A second factor is no longer required of ${person.name}; one that is on stays on.`
          : `A second factor is required of ${person.name} from now on: without one they must set it up when they sign in.`;
      terminal.answer(doneText(person, sentence, json === true));
    });
}

/** `klopt agents|supervisors reset-second-factor`. */
export function resetCommand(role: Role, terminal: Terminal): Command {
  return new Command('reset-second-factor')
    .description(`take away the second factor of one ${role} who has lost it`)
    .argument('<name or id>', `as in "klopt ${role}s list"`)
    .option('--json', 'print as JSON')
    .action(async (idOrName: string, { json }: { json?: boolean }) => {
      const { resetSecondFactor } = await import('../access/require-second-factor.js');
      const person = await withDatabase((database) =>
        resetSecondFactor(database, systemClock, { role, idOrName, by: 'operator' }),
      );
      const sentence = `${person.name} has no second factor any more, and is signed out everywhere.`;
      terminal.answer(doneText(person, sentence, json === true));
    });
}
