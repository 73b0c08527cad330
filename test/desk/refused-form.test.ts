import { onEveryDatabaseTogether } from '../support/databases';
import { startUpkeep, type UpkeepService, wordsOf } from '../support/upkeep-service';

const UPKEEP = '/desk/upkeep';
const KEY = 'key-of-a-form-0000';

onEveryDatabaseTogether('a form that is refused', (databases) => {
  let service: UpkeepService;
  beforeAll(async () => {
    service = await startUpkeep(await databases.open());
  });
  afterAll(() => service.close());

  const amendment = {
    key: KEY,
    'amendment.kind': 'street',
    'amendment.city': 'Zilverwaard',
    'amendment.postcode': 'no "postcode"',
    'amendment.reason': 'Opgeleverd\nop 1 november',
    'amendment.expiresAt': '2099-01-01',
  };
  const refused = () => service.send('supervisor', `${UPKEEP}/amendments`, amendment);
  const fieldsOf = (text: string) => {
    const form = /<form[^>]*class="mend".*?<\/form>/s.exec(text)?.[0] ?? '';
    const names = [...form.matchAll(/<(?:input|textarea)[^>]* name="([^"]+)"/g)].map(([, name]) => name);
    return { form, names };
  };

  it('names each field as forms do, and leads to it', async () => {
    const { status, text } = await refused();
    expect(status).toBe(400);
    expect(text).toContain('<a href="#field-amendment-street">Street:</a>');
    expect(text).not.toContain('amendment/street');
  });

  it('holds what was typed, with what was left out, to be mended and sent from there', async () => {
    const { form, names } = fieldsOf((await refused()).text);
    expect(names).toEqual(
      expect.arrayContaining([...Object.keys(amendment), 'formToken', 'amendment.street']),
    );
    expect(form).toContain('value="no &quot;postcode&quot;"');
    expect(form).toContain('>Opgeleverd\nop 1 november</textarea>');
    expect(form).toMatch(/type="hidden" name="amendment\.kind" value="street"/);
    expect(form).toMatch(/id="field-amendment-street"[^>]*aria-invalid="true"/);
    const mended = { ...amendment, 'amendment.street': 'Havenlaan', 'amendment.postcode': '8963 XA' };
    expect((await service.send('supervisor', `${UPKEEP}/amendments`, mended)).status).toBe(303);
  });

  it('drops a field that is none, which would be refused again', async () => {
    const { text } = await service.send('supervisor', `${UPKEEP}/people`, { role: 'agent', nam: 'Bram' });
    expect(fieldsOf(text).names).toEqual(expect.arrayContaining(['role', 'name']));
    expect(fieldsOf(text).names).not.toContain('nam');
  });

  it.each([
    ['of a list', `${UPKEEP}/people`, `${UPKEEP}/people`],
    ['of somebody', `${UPKEEP}/people/per_agent/second-factor/reset`, `${UPKEEP}/people/per_agent`],
    ['of a case', '/desk/cases/snd_none/correct', '/desk/cases/snd_none'],
    ['of the queue', '/desk/queue/release', '/desk/queue'],
  ])('leads back to the page where it stands: %s', async (_, path, page) => {
    const { status, text } = await service.send('supervisor', path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(text).toContain(`class="apart" href="${page}"`);
  });

  it('leads back from a page that is not there to the one above', async () => {
    const { text } = await service.show('supervisor', `${UPKEEP}/people/per_nobody`);
    expect(text).toContain(`class="apart" href="${UPKEEP}/people"`);
    expect((await service.show('agent', '/desk/cases/snd_none')).text).toContain(
      'class="apart" href="/desk"',
    );
  });

  it.each([
    ['is not allowed', 'agent', `${UPKEEP}/people`, { role: 'agent', name: 'Bram' }],
    ['holds a password', 'agent', '/desk/account/password', { present: 'x', password: 'secret words' }],
  ] as const)('shows nothing of what was typed where it %s', async (_, who, path, form) => {
    const { text } = await service.send(who, path, form);
    expect(text).not.toContain('class="mend"');
    expect(text).not.toContain('secret words');
  });

  it('says what stands in the way, with nothing to mend where nothing was typed', async () => {
    const { text, status } = await service.send('supervisor', `${UPKEEP}/people/per_supervisor/end`);
    expect([status, text.includes('class="mend"')]).toEqual([409, false]);
    expect(wordsOf({ text } as never)).toContain('Nobody does this to themself');
  });
});
