import { type CorrectionsService, etagOf, everything } from './corrections-service';
import type { Who } from './shipments-service';

/** A request that works as it stands, made ready on a service of the test's own. */
export interface Ready {
  path: string;
  body?: object;
  /** Another body that is well-formed. */
  otherBody?: object;
  /** The version of what it is based on. */
  version: number;
}

export interface ChangeToCheck {
  /** Someone who may. */
  who: Who;
  /** Of those who see the shipment, whose role does not give the right. */
  without: readonly Who[];
  status: number;
  ready: (service: CorrectionsService) => Promise<Ready>;
}

/** Whom every endpoint about one shipment turns away, and with what: nobody learns whether it is there. */
const TURNED_AWAY: readonly [Who, number][] = [
  ['nobody', 401],
  ['page', 403],
  ['tester', 403],
  ['planner', 403],
  ['stranger', 404],
  ['colleague', 404],
];

/** What every endpoint that changes something about a shipment's corrections keeps to. */
export function itKeepsToTheChecklist(
  service: () => CorrectionsService,
  { who, without, status, ready }: ChangeToCheck,
): void {
  const turnedAway = TURNED_AWAY.map(([name, refusal]): [Who, number] => [
    name,
    without.includes(name) ? 403 : refusal,
  ]);
  const refused = [...turnedAway, ...without.map((name): [Who, number] => [name, 403])];

  it('says no to whoever it is not for, and changes nothing', async () => {
    const { path, body, version } = await ready(service());
    const before = await everything(service().database);
    for (const [name, expected] of refused) {
      const answer = await service().write(name, path, { body, etag: etagOf(version) });
      expect([name, answer.status]).toEqual([name, expected]);
    }
    expect(await everything(service().database)).toEqual(before);
  });

  it('needs an Idempotency-Key, and the ETag that it is based on', async () => {
    const { path, body = {}, version } = await ready(service());
    const before = await everything(service().database);
    const withoutKey = await service().ask(path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${who}`,
        'content-type': 'application/json',
        'if-match': etagOf(version),
      },
      body: JSON.stringify(body),
    });
    expect(withoutKey.status).toBe(400);
    expect(await withoutKey.json()).toMatchObject({
      errors: [{ in: 'header', pointer: '/idempotency-key', code: 'required' }],
    });
    const withoutMatch = await service().write(who, path, { body });
    expect(withoutMatch.status).toBe(428);
    expect(await everything(service().database)).toEqual(before);
  });

  it('loses the race against whoever was first, and says which version there is now', async () => {
    const { path, body, version } = await ready(service());
    const before = await everything(service().database);
    for (const etag of [etagOf(version + 1), etagOf(version - 1)]) {
      const answer = await service().write(who, path, { body, etag });
      expect([etag, answer.status, answer.etag]).toEqual([etag, 412, etagOf(version)]);
    }
    for (const etag of ['"nonsense"', '*', '']) {
      const answer = await service().write(who, path, { body, etag });
      expect([etag, answer.status, answer.body]).toMatchObject([
        ...[etag, 400, { errors: [{ in: 'header', pointer: '/if-match', code: 'format' }] }],
      ]);
    }
    expect(await everything(service().database)).toEqual(before);
  });

  it('is done once, however often it is sent', async () => {
    const { path, body, otherBody, version } = await ready(service());
    const sent = { body, etag: etagOf(version), key: 'once' };
    const first = await service().write(who, path, sent);
    expect(first.status).toBe(status);
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    const after = await everything(service().database);
    const again = await service().write(who, path, sent);
    expect([again.status, again.body, again.etag]).toEqual([status, first.body, first.etag]);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    if (otherBody !== undefined)
      expect((await service().write(who, path, { ...sent, body: otherBody })).status).toBe(422);
    expect(await everything(service().database)).toEqual(after);
  });
}

/** What every endpoint that shows a shipment's corrections keeps to. */
export function itIsShownToItsOwnOnly(
  service: () => CorrectionsService,
  pathOf: (service: CorrectionsService) => Promise<string>,
): void {
  it('says no to whoever it is not for', async () => {
    const path = await pathOf(service());
    for (const [name, expected] of TURNED_AWAY) {
      const answer = await service().read(name, path);
      expect([name, answer.status]).toEqual([name, expected]);
    }
    for (const name of ['owner', 'agent', 'supervisor'] as const)
      expect([name, (await service().read(name, path)).status]).toEqual([name, 200]);
  });
}
