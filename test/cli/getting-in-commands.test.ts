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
    expect(JSON.parse(await agents('reset-second-factor Noor --json'))).toMatchObject({
      person: { name: 'Noor' },
    });
    await expect(agents('require-second-factor Nora')).rejects.toThrow('No agent has this id or name');
  });

  it('link the account of somebody at their company, and no longer', async () => {
    const url = await databases.url();
    const agents = (args: string) =>
      runCommand((terminal) => peopleCommand('agent', terminal), args.split(' '), url);
    await agents('create --name Noor');
    expect(await agents('link Noor --email Noor@Example.nl')).toMatch(/^Noor can sign in by the account/);
    const database = await openDatabase(url);
    expect(await database('company_accounts').pluck('email')).toEqual(['noor@example.nl']);
    await database.destroy();
    expect(await agents('link Noor --off')).toMatch(/signed out everywhere/);
    await expect(agents('link Noor')).rejects.toThrow('Name one of --email, --subject and --off.');
    await expect(agents('link Noor --subject 1 --off')).rejects.toThrow('Name one of');
    await expect(agents('link Noor --subject 1')).rejects.toThrow('set KLOPT_OIDC_ISSUER first');
  });

  it('have none for a planner, which signs in nowhere', () => {
    const names = peopleCommand('planner').commands.map((command) => command.name());
    expect(names).not.toContain('require-second-factor');
  });
});
