import { parsePostcode } from '../../../src/register/names/postcode';
import { CurrentRegister } from '../../../src/register/current-register';
import { onEveryDatabase } from '../../support/databases';
import { startUpkeep, type UpkeepService, wordsOf } from '../../support/upkeep-service';
import { smallEdition } from '../../support/amendments-service';
import { steeredClock } from '../../support/steered-clock';

const PATH = '/desk/upkeep/amendments';
const KEY = 'key-of-a-form-0000';

/** What a form of the page sends. */
const formOf = (fields: Readonly<Record<string, string>>, key = KEY) => ({
  key,
  ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [`amendment.${name}`, value])),
});
const newNumber = {
  kind: 'number',
  city: 'zilverwaard',
  street: 'lindelaan',
  postcode: '8962 kl',
  houseNumber: '901',
  reason: 'Opgeleverd op 1 november',
  expiresAt: '2099-02-01',
};

onEveryDatabase('the register that supervisors look after', (databases) => {
  let service: UpkeepService;
  beforeEach(async () => {
    service = await startUpkeep(await databases.open());
  });
  afterEach(() => service.close());

  const add = (fields: Readonly<Record<string, string>> = newNumber, key = KEY) =>
    service.send('supervisor', PATH, formOf(fields, key));
  const shown = async () => wordsOf(await service.show('supervisor', PATH));
  const kept = () => service.database('register_amendments').orderBy('id');
  const verdictAt901 = async () => {
    const address = { street: 'Lindelaan', houseNumber: 901, postcode: '8962KL', city: 'Zilverwaard' };
    return ((await (await service.post('/v1/address-checks', { address })).json()) as { verdict: string })
      .verdict;
  };

  it('is amended by the API’s own use case: judged by at once, told by whom and until when', async () => {
    expect(await verdictAt901()).not.toBe('accept');
    const added = await add();
    expect([added.status, added.location]).toEqual([303, PATH]);
    expect(await verdictAt901()).toBe('accept');
    expect(await shown()).toMatch(
      /New house number Lindelaan 901, 8962 KL Zilverwaard Opgeleverd op 1 november supervisor 5 Jan 2026, 13:00 1 Feb 2099/,
    );
    const [{ expires_at, ...row }] = (await kept()) as [Record<string, unknown>];
    // A day begins by the clock of the Netherlands.
    expect(expires_at).toBe(Date.UTC(2099, 0, 31, 23));
    expect(row).toMatchObject({ created_by_key: null, created_by_person: 'per_supervisor' });
    expect(await service.audited()).toEqual(['per_supervisor amendment.created amd']);
  });

  it.each([
    [
      'a street',
      { kind: 'street', street: 'Nieuwe Havenlaan', postcode: '8963 XA' },
      /New street Nieuwe Havenlaan, 8963 XA Zilverwaard/,
    ],
    [
      'a former name',
      { kind: 'former_name', street: 'Lindelaan', formerName: 'Lindenlaantje' },
      /Former name Lindelaan, Zilverwaard was called Lindenlaantje/,
    ],
  ])('gets %s', async (_, fields, words) => {
    const { city, reason, expiresAt } = newNumber;
    expect((await add({ city, reason, expiresAt, ...fields })).status).toBe(303);
    expect(await shown()).toMatch(words);
  });

  it('shows what shops amended by their keys, by the name of the shop', async () => {
    const body = { ...newNumber, houseNumber: 901, expiresAt: '2099-02-01T00:00:00Z' };
    expect((await service.post('/v1/register-amendments', body)).status).toBe(201);
    expect(await shown()).toMatch(/Opgeleverd op 1 november shp_owner \(key_owner…\)/);
  });

  it('is amended once, however often a form is sent', async () => {
    const both = await Promise.all([add(), add()]);
    expect(both.map(({ status }) => status).filter((status) => status === 303).length).toBeGreaterThan(0);
    expect((await add()).status).toBe(303);
    expect(await kept()).toHaveLength(1);
  });

  it.each([
    [
      'nothing filled in',
      { kind: 'number' },
      [/City:/, /Street:/, /House number:/, /Reason:/, /Until when:/],
    ],
    [
      'what the register has not',
      { ...newNumber, city: 'Nergens', expiresAt: '2026-01-01' },
      [/City:.*no such place/, /Until when:.*has passed/],
    ],
    [
      'a number and a day that are none',
      { ...newNumber, houseNumber: 'zeven', expiresAt: '2026-02-30' },
      [/House number:.*must be a/, /Until when:.*must be/],
    ],
    ['a field of another kind', { ...newNumber, formerName: 'Laantje' }, [/What people still call it:/]],
  ])('is not amended with %s, every mistake named', async (_, fields, words) => {
    const refused = await add(fields);
    expect(refused.status).toBe(400);
    for (const one of words) expect(wordsOf(refused)).toMatch(one);
    expect(await kept()).toEqual([]);
  });

  it('loses an amendment once where two supervisors withdraw it at once', async () => {
    await add();
    const [{ id }] = (await kept()) as [{ id: string }];
    const both = await Promise.all(
      (['supervisor', 'lead'] as const).map((who) => service.send(who, `${PATH}/${id}/withdraw`)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(both.map((one) => wordsOf(one)).join()).toContain('no longer counts: somebody withdrew it');
    expect(await verdictAt901()).not.toBe('accept');
    expect(await shown()).toContain('There are no amendments.');
    expect((await service.audited())[1]).toMatch(/^per_(supervisor|lead) amendment\.withdrawn amd$/);
  });

  it('shows amendments a page at a time, the newest first', async () => {
    for (let number = 901; number < 928; number += 1) {
      service.clock.advance(1_000);
      await add({ ...newNumber, houseNumber: String(number) }, `key-of-form-${String(number)}-xxxx`);
    }
    const first = await service.show('supervisor', PATH);
    expect(wordsOf(first)).toMatch(/Lindelaan 927,.*Lindelaan 903,/);
    const [, older = ''] = /href="([^"]*cursor=[^"]*)"/.exec(first.text) ?? [];
    const last = wordsOf(await service.show('supervisor', older));
    expect(last).toMatch(/Lindelaan 902,.*Lindelaan 901,.*To the first/);
    expect(last).not.toContain('Lindelaan 903');
  });
});

onEveryDatabase('the register in use', (databases) => {
  it.each([
    ['fresh enough', Date.UTC(2026, 0, 5), 100, /Fresh enough\./],
    ['too old', Date.UTC(2027, 5, 5), 100, /! Too old\. New streets and postcodes are missing/],
  ])('is told to be %s, in words', async (_, nowMs, registerMaxAgeDays, words) => {
    const clock = steeredClock(nowMs);
    const register = new CurrentRegister(smallEdition, clock);
    const service = await startUpkeep(await databases.open(), { register, clock, registerMaxAgeDays });
    const page = wordsOf(await service.show('lead', PATH));
    expect(page).toMatch(words);
    expect(page).toMatch(
      /Edition \S+ Source CSV Data of .* days old; 100 at most is agreed\) Addresses 3 In use since/,
    );
    expect(register.current().segmentsAt(parsePostcode('8951AB') ?? 0)).toHaveLength(1);
    await service.close();
  });

  it('is told to be the sample where it is', async () => {
    const service = await startUpkeep(await databases.open());
    expect(wordsOf(await service.show('supervisor', PATH))).toMatch(
      /Sample\. This is the fictional sample register/,
    );
    await service.close();
  });
});
