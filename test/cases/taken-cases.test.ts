import { handOver } from '../../src/cases/hand-over';
import { readQueue } from '../../src/cases/read-queue';
import { takeCase } from '../../src/cases/take-case';
import type { PersonCaller } from '../../src/http/caller';
import { Problem } from '../../src/http/problem';
import { onEveryDatabaseTogether } from '../support/databases';
import { type DrivingService, startDriving } from '../support/driving-service';
import { addPeople } from '../support/people';
import { addresses, type ShownShipment } from '../support/shipments-service';
import { people } from '../support/start-app';

const second: PersonCaller = { ...people.agent, personId: 'per_second', keyId: 'tok_second' };
const cast = { ...people, second };

onEveryDatabaseTogether('a case of the queue', (databases) => {
  let service: DrivingService;
  let held: ShownShipment;

  beforeAll(async () => {
    const database = await databases.open();
    await addPeople(database, cast);
    service = await startDriving(database);
  });
  beforeEach(async () => {
    held = await service.ordered();
    service.clock.advance(1_000);
  });
  afterAll(() => service.close());

  type Who = keyof typeof cast;
  const take = (who: Who) => takeCase(service, { caller: cast[who], shipmentId: held.id });
  const hand = (who: Who, from: string | null, to: string | null) =>
    handOver(service, { caller: cast[who], shipmentId: held.id, from, to });
  const takenNow = async () => {
    const { items } = await readQueue(service, { caller: people.supervisor, text: String(held.reference) });
    return items[0]?.taken?.personId;
  };
  const refusal = async (done: Promise<unknown>) =>
    done.then(
      () => undefined,
      (problem: unknown) => {
        if (!(problem instanceof Problem)) throw problem;
        return { code: problem.code, detail: problem.details.detail?.en };
      },
    );
  const isTakenBy = (name: string) => ({
    code: 'conflict',
    detail: expect.stringContaining(`${name} has this case`) as string,
  });
  const audited = () =>
    service
      .database('audit_entries')
      .where({ subject: held.id })
      .where('action', 'like', 'case.%')
      .orderBy('id')
      .select('actor', 'action', 'details');

  it('is taken by an agent, who is shown by name, and among whose own it is', async () => {
    const sinceMs = service.clock.nowMs();
    expect(await take('agent')).toEqual({ personId: 'per_agent', sinceMs });
    const asked = { text: String(held.reference), isMine: true };
    const { items, counts } = await readQueue(service, { caller: people.agent, ...asked });
    expect(items[0]?.taken).toEqual({ personId: 'per_agent', name: 'agent', sinceMs });
    expect(counts.mine).toBeGreaterThan(0);
    expect((await readQueue(service, { caller: second, ...asked })).total).toBe(0);
    expect(await audited()).toEqual([{ actor: 'per_agent', action: 'case.taken', details: '{}' }]);
  });

  it('is had by one of two who take it at once, and the other hears who', async () => {
    const both = (await Promise.all([refusal(take('agent')), refusal(take('second'))])) as (
      { code: string; detail: string } | undefined
    )[];
    const [refused] = both.filter((one) => one !== undefined);
    expect(both.filter((one) => one !== undefined)).toHaveLength(1);
    expect(refused).toEqual(isTakenBy((await takenNow()) === 'per_agent' ? 'agent' : 'second'));
    expect(await audited()).toHaveLength(1);
  });

  it('stays as it is where whoever has it takes it again', async () => {
    const taking = await take('agent');
    service.clock.advance(60_000);
    expect(await take('agent')).toEqual(taking);
    expect(await audited()).toHaveLength(1);
  });

  it('is handed over to a colleague of the depot, or back to nobody', async () => {
    await take('agent');
    await hand('agent', 'per_agent', 'per_second');
    expect(await takenNow()).toBe('per_second');
    expect(await hand('second', 'per_second', null)).toBeNull();
    expect(await takenNow()).toBeUndefined();
    expect((await take('agent')).personId).toBe('per_agent');
    const handedOver = (await audited()).filter(({ action }) => action === 'case.handed_over');
    expect(handedOver.map(({ details }) => JSON.parse(String(details)) as unknown)).toEqual([
      { from: 'per_agent', to: 'per_second' },
      { from: 'per_second', to: null },
    ]);
  });

  it('is given by anyone where it is nobody’s', async () => {
    await hand('agent', null, 'per_second');
    expect(await takenNow()).toBe('per_second');
  });

  it('is handed over by whoever has it or a supervisor, and by nobody else', async () => {
    await take('agent');
    expect(await refusal(hand('second', 'per_agent', 'per_second'))).toMatchObject({ code: 'forbidden' });
    await hand('supervisor', 'per_agent', 'per_second');
    expect(await takenNow()).toBe('per_second');
  });

  it('is not handed over where it is no longer whose the caller saw', async () => {
    await take('agent');
    await hand('agent', 'per_agent', 'per_second');
    expect(await refusal(hand('supervisor', 'per_agent', null))).toEqual(isTakenBy('second'));
    expect(await refusal(hand('agent', null, 'per_agent'))).toEqual(isTakenBy('second'));
    await hand('second', 'per_second', null);
    expect(await refusal(hand('second', 'per_second', 'per_agent'))).toMatchObject({ code: 'conflict' });
    expect(await takenNow()).toBeUndefined();
  });

  it.each([
    ['of another depot', 'per_colleague'],
    ['who does not work at the desk', 'per_planner'],
    ['whom there is not', 'per_nobody'],
  ])('is not handed over to someone %s', async (_, to) => {
    await take('agent');
    expect(await refusal(hand('agent', 'per_agent', to))).toMatchObject({ code: 'invalid-request' });
    expect(await takenNow()).toBe('per_agent');
  });

  it('is not there for an agent of another depot', async () => {
    expect(await refusal(take('colleague'))).toMatchObject({ code: 'not-found' });
    expect(await refusal(hand('colleague', null, 'per_colleague'))).toMatchObject({ code: 'not-found' });
  });

  describe('that is done', () => {
    beforeEach(async () => {
      await take('agent');
      const { etag } = await service.read('agent', `/v1/shipments/${held.id}`);
      await service.write('agent', `/v1/shipments/${held.id}/release`, {
        etag,
        body: { reason: 'Klant heeft gebeld' },
      });
    });

    it('cannot be taken', async () => {
      expect(await refusal(take('second'))).toMatchObject({ code: 'conflict' });
      expect(await refusal(hand('agent', 'per_agent', null))).toMatchObject({ code: 'conflict' });
    });

    it('is nobody’s when something new comes up, and another’s who takes that', async () => {
      await service.propose('agent', held.id, { address: addresses.right, source: 'email' });
      expect(await takenNow()).toBeUndefined();
      service.clock.advance(1_000);
      await take('second');
      expect(await takenNow()).toBe('per_second');
    });
  });

  it('is its agent’s as long as anything is open that was open then', async () => {
    await take('agent');
    const { body } = await service.propose('agent', held.id, { address: addresses.right, source: 'email' });
    expect(await takenNow()).toBe('per_agent');
    await service.decide('agent', body, 'reject', { body: { reason: 'Toch niet' } });
    expect(await takenNow()).toBe('per_agent');
  });
});
