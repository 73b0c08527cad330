import { parsePostcode } from '../../src/register/names/postcode';
import { newNumber, startAmendments, type AmendmentsService } from '../support/amendments-service';
import { onEveryDatabase } from '../support/databases';

const path = '/v1/register-amendments';

onEveryDatabase('deleteRegisterAmendment', (databases) => {
  let service: AmendmentsService;
  let id = '';
  beforeEach(async () => {
    service = await startAmendments(await databases.open());
    const answer = await service.post(path, newNumber);
    ({ id } = (await answer.json()) as { id: string });
  });
  afterEach(() => service.close());

  const withdraw = (one: string, headers?: Record<string, string>) =>
    service.ask(`${path}/${one}`, { method: 'DELETE', ...(headers && { headers }) });
  const hasNumber = () => {
    const register = service.register.current();
    const [segment = -1] = register.segmentsAt(parsePostcode('8951AB') ?? 0);
    return register.hasNumber(segment, 3);
  };

  it('withdraws it: from then on it does not count', async () => {
    expect(hasNumber()).toBe(true);
    const answer = await withdraw(id);
    expect(answer.status).toBe(204);
    expect(await answer.text()).toBe('');
    expect(hasNumber()).toBe(false);
  });

  it('finds nothing any more where it is gone, was never there, or has expired', async () => {
    await withdraw(id);
    expect((await withdraw(id)).status).toBe(404);
    expect((await withdraw('amd_unknown')).status).toBe(404);
    const { id: second } = (await (await service.post(path, newNumber)).json()) as { id: string };
    service.clock.advance(27 * 86_400_000);
    expect((await withdraw(second)).status).toBe(404);
  });

  it('is done by one of those who try at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => withdraw(id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array<number>(7).fill(404)]);
  });

  it('refuses those who may not, and those who are not known', async () => {
    expect((await withdraw(id, { authorization: 'Bearer stranger' })).status).toBe(403);
    expect((await withdraw(id, { authorization: 'Bearer nobody' })).status).toBe(401);
    expect(hasNumber()).toBe(true);
  });
});
