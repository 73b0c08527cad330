import { enterBySignOn, type SignOn } from '../../src/access/sign-on';
import { onEveryDatabase } from '../support/databases';
import { startUpkeep, type UpkeepService, wordsOf } from '../support/upkeep-service';

const PEOPLE = '/desk/upkeep/people';
const AGENT = `${PEOPLE}/per_agent`;
const ISSUER = 'https://company.example';

/** Only what it is called matters here. */
const signOn: SignOn = {
  issuer: ISSUER,
  begin: () => Promise.reject(new Error('Nobody signs on here.')),
  finish: () => Promise.reject(new Error('Nobody signs on here.')),
};

onEveryDatabase('how somebody signs in, in the hands of a supervisor', (databases) => {
  let service: UpkeepService;
  beforeEach(async () => {
    service = await startUpkeep(await databases.open(), { signOn });
  });
  afterEach(() => service.close());

  const does = (action: string, form: Record<string, string> = {}) =>
    service.send('supervisor', `${AGENT}/${action}`, form);
  const page = async () => wordsOf(await service.show('supervisor', AGENT));
  const list = async () => wordsOf(await service.show('supervisor', PEOPLE));

  /** The agent has set up a second factor. */
  async function setUp() {
    const nowMs = service.clock.nowMs();
    const of = { person_id: 'per_agent', created_at: nowMs };
    await service.database('second_factors').insert({ ...of, sealed_secret: 'sealed', confirmed_at: nowMs });
    await service.database('recovery_codes').insert({ hash: 'of a code', person_id: 'per_agent' });
  }

  it('has a second step required, and no longer, which the list and the audit log tell', async () => {
    expect(await page()).toContain('Second step off');
    const required = await does('second-factor', { required: 'yes' });
    expect([required.status, required.location]).toEqual([303, AGENT]);
    expect(await list()).toMatch(/agent agent ZLV .* required, not set up yet/);
    expect(await page()).toContain('Require the second step no longer');
    await does('second-factor', { required: 'no' });
    expect(await list()).not.toContain('required');
    expect(await service.audited()).toEqual([
      'per_supervisor person.second-factor-required per',
      'per_supervisor person.second-factor-not-required per',
    ]);
  });

  it('loses a second step that was lost, with its recovery codes', async () => {
    await setUp();
    expect(await list()).toMatch(/agent agent ZLV .*10 hours on 1/);
    expect((await does('second-factor/reset')).location).toBe(AGENT);
    expect(await page()).toMatch(/Second step off/);
    for (const table of ['second_factors', 'recovery_codes'])
      expect(await service.database(table).where({ person_id: 'per_agent' })).toEqual([]);
    expect(await service.audited()).toEqual(['per_supervisor person.second-factor-removed per']);
  });

  it('has no second step to lose where there is none', async () => {
    const refused = await does('second-factor/reset');
    expect([refused.status, wordsOf(refused)]).toEqual([
      409,
      expect.stringContaining('there is nothing to reset'),
    ]);
    expect(await service.audited()).toEqual([]);
  });

  it.each([
    [
      'an e-mail address',
      'Noor@Example.nl',
      { email: 'noor@example.nl', subject: 'sub-1' },
      'noor@example.nl',
    ],
    ['what the company calls them', 'sub-1', { email: null, subject: 'sub-1' }, 'sub-1'],
  ])('goes by the account of a company, by %s, until it is unlinked', async (_, account, identity, shown) => {
    expect(await page()).toContain("Company's account not linked");
    await does('account', { account });
    expect(await page()).toContain(`Company's account ${shown}`);
    const who = { issuer: ISSUER, ...identity };
    await expect(enterBySignOn(service, who)).resolves.toBeDefined();
    await does('account/unlink');
    expect(await page()).toContain("Company's account not linked");
    await expect(enterBySignOn(service, who)).rejects.toThrow('forbidden');
    expect(new Set(await service.audited())).toEqual(
      new Set(
        ['per_supervisor person.account-linked per', 'per_supervisor person.account-unlinked per'].concat(
          identity.email === null ? [] : ['per_agent person.account-linked per'],
        ),
      ),
    );
  });

  it.each([
    ['nothing', '', /at the company: This field is required/],
    ['half an address', 'noor@', /no e-mail address/],
    ["a colleague's account", 'daan@example.nl', /linked to somebody else/],
  ])('is linked to no %s', async (_, account, words) => {
    await service.send('supervisor', `${PEOPLE}/per_colleague/account`, { account: 'daan@example.nl' });
    const refused = await does('account', { account });
    expect([refused.status, wordsOf(refused)]).toEqual([400, expect.stringMatching(words)]);
    expect(await page()).toContain('not linked');
  });

  it.each([
    ['second-factor', { required: 'yes' }],
    ['second-factor/reset', {}],
    ['account', { account: 'noor@example.nl' }],
    ['account/unlink', {}],
  ])("is not one's own, a system's, nor that of who has ended, to change: %s", async (action, form) => {
    await service.send('supervisor', `${PEOPLE}/per_colleague/end`);
    const before = await service.audited();
    const refusals = {
      per_supervisor: 'Nobody does this to themself',
      per_planner: 'signs in nowhere',
      per_colleague: 'was ended already',
    };
    for (const [id, words] of Object.entries(refusals)) {
      const refused = await service.send('supervisor', `${PEOPLE}/${id}/${action}`, form);
      expect([refused.status, wordsOf(refused)]).toEqual([409, expect.stringContaining(words)]);
    }
    expect(await service.audited()).toEqual(before);
  });
});

onEveryDatabase('without a sign-on of a company', (databases) => {
  it('the page says nothing of accounts, and takes nothing but an e-mail address for later', async () => {
    const service = await startUpkeep(await databases.open());
    expect(wordsOf(await service.show('supervisor', AGENT))).not.toContain('account');
    const refused = await service.send('supervisor', `${AGENT}/account`, { account: 'sub-1' });
    expect([refused.status, wordsOf(refused)]).toEqual([400, expect.stringContaining('no sign-on')]);
    await service.send('supervisor', `${AGENT}/account`, { account: 'noor@example.nl' });
    expect(wordsOf(await service.show('supervisor', AGENT))).toContain('noor@example.nl');
    await service.close();
  });
});
