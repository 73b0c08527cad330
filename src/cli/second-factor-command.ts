import { Command } from 'commander';
import { systemClock } from '../clock';
import type { Role } from '../http/caller';
import type { Terminal } from './terminal';
import { withDatabase } from './with-database';

/** `klopt agents|supervisors require-second-factor`. */
export function requireCommand(role: Role, terminal: Terminal): Command {
  return new Command('require-second-factor')
    .description(`let one ${role} in only with a code from an app beside the password`)
    .argument('<name or id>', `as in "klopt ${role}s list"`)
    .option('--off', 'no longer')
    .action(async (idOrName: string, { off }: { off?: true }) => {
      const { requireSecondFactor } = await import('../access/require-second-factor.js');
      const required = off === true ? 'no' : 'yes';
      const { name } = await withDatabase((database) =>
        requireSecondFactor(database, systemClock, { role, idOrName, required, by: 'operator' }),
      );
      terminal.answer(
        off === true
          ? `A second factor is no longer required of ${name}; one that is on stays on.`
          : `A second factor is required of ${name} from now on: without one they must set it up when they sign in.`,
      );
    });
}

/** `klopt agents|supervisors reset-second-factor`. */
export function resetCommand(role: Role, terminal: Terminal): Command {
  return new Command('reset-second-factor')
    .description(`take away the second factor of one ${role} who has lost it`)
    .argument('<name or id>', `as in "klopt ${role}s list"`)
    .action(async (idOrName: string) => {
      const { resetSecondFactor } = await import('../access/require-second-factor.js');
      const { name } = await withDatabase((database) =>
        resetSecondFactor(database, systemClock, { role, idOrName, by: 'operator' }),
      );
      terminal.answer(`${name} has no second factor any more, and is signed out everywhere.`);
    });
}
