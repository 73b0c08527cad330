import { newNumber, startAmendments, type AmendmentsService } from '../support/amendments-service';
import { onEveryDatabase } from '../support/databases';
import { problemOf } from '../support/start-app';

const path = '/v1/register-amendments';

interface Page {
  amendments: { id: string; houseNumber: number }[];
  nextCursor: string | null;
}

onEveryDatabase('listRegisterAmendments', (databases) => {
  let service: AmendmentsService;
  beforeEach(async () => {
    service = await startAmendments(await databases.open());
  });
  afterEach(() => service.close());

  async function page(query: string): Promise<Page> {
    const answer = await service.ask(`${path}${query}`);
    expect(answer.status).toBe(200);
    return (await answer.json()) as Page;
  }

  async function add(houseNumber: number): Promise<void> {
    service.clock.advance(1);
    expect((await service.post(path, { ...newNumber, houseNumber })).status).toBe(201);
  }

  it('is empty where there are none', async () => {
    expect(await page('')).toEqual({ amendments: [], nextCursor: null });
  });

  it('gives page after page, the newest first, also while amendments are added', async () => {
    for (const houseNumber of [3, 5, 7, 9, 11]) await add(houseNumber);
    const first = await page('?limit=2');
    await add(13);
    const second = await page(`?limit=2&cursor=${String(first.nextCursor)}`);
    const third = await page(`?limit=2&cursor=${String(second.nextCursor)}`);
    const numbers = [first, second, third].map(({ amendments }) =>
      amendments.map(({ houseNumber }) => houseNumber),
    );
    expect(numbers).toEqual([[11, 9], [7, 5], [3]]);
    expect(third.nextCursor).toBeNull();
  });

  it('leaves out what has expired', async () => {
    await add(3);
    service.clock.advance(27 * 86_400_000);
    expect((await page('')).amendments).toEqual([]);
  });

  it('refuses those who may not, and those who are not known', async () => {
    expect((await service.ask(path, { headers: { authorization: 'Bearer stranger' } })).status).toBe(403);
    expect((await service.ask(path, { headers: { authorization: 'Bearer nobody' } })).status).toBe(401);
  });

  it.each([
    ['?limit=0', '/limit', 'too_small'],
    ['?limit=101', '/limit', 'too_big'],
    ['?limit=x', '/limit', 'type'],
    ['?page=2', '/page', 'unknown_field'],
  ])('refuses %s', async (query, pointer, code) => {
    const answer = await service.ask(`${path}${query}`);
    expect(answer.status).toBe(400);
    expect((await problemOf(answer)).errors).toEqual([
      expect.objectContaining({ in: 'query', pointer, code }),
    ]);
  });
});
