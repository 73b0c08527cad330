import { peopleCommand } from '../../src/cli/people-command';
import { openDatabase } from '../../src/database/open-database';
import { onEveryDatabase } from '../support/databases';
import { runCommand } from '../support/run-command';

onEveryDatabase('klopt agents', (databases) => {
  it('require a second factor of somebody, no longer, and reset one that was lost', async () => {
    const url = await databases.url();
    const agents = (args: string) =>
      runCommand((terminal) => peopleCommand('agent', terminal), args.split(' '), url);
    await agents('create --name Noor');
    expect(await agents('require-second-factor Noor')).toMatch(/^A second factor is required of Noor/);
    const database = await openDatabase(url);
    const required = () => database('people').first('second_factor_required_at');
    expect(await required()).not.toEqual({ second_factor_required_at: null });
    expect(await agents('require-second-factor Noor --off')).toMatch(/^A second factor is no longer/);
    expect(await required()).toEqual({ second_factor_required_at: null });
    await database.destroy();
    expect(await agents('reset-second-factor Noor')).toMatch(/signed out everywhere/);
    await expect(agents('require-second-factor Nora')).rejects.toThrow('No agent has this id or name');
  });

  it('have none for a planner, which signs in nowhere', () => {
    const names = peopleCommand('planner').commands.map((command) => command.name());
    expect(names).not.toContain('require-second-factor');
  });
});
