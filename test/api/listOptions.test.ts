import { type DrivingService, type ShownOptions, startDriving } from '../support/driving-service';
import { onEveryDatabase } from '../support/databases';
import { addresses, type ShownCorrection, type Who } from '../support/shipments-service';

onEveryDatabase('listOptions', (databases) => {
  let service: DrivingService;
  beforeEach(async () => (service = await startDriving(await databases.open())));
  afterEach(() => service.close());

  const pathOf = ({ shipmentId, id }: ShownCorrection, query = '') =>
    `/v1/shipments/${String(shipmentId)}/corrections/${id}/options${query}`;

  /** A correction of a parcel that is in a van. */
  async function inAVan(address: Record<string, unknown> = addresses.right): Promise<ShownCorrection> {
    const parcel = (await service.order({ address: addresses.old, depot: 'ZLV' })).body;
    await service.underWay(['farAway', parcel, 'elsewhere']);
    return (await service.propose('agent', parcel.id, { address })).body;
  }

  it('shows what can still be done, until when, at what cost, and in which window', async () => {
    const { options, route, basis, address } = await service.options(await inAVan());
    expect({ basis, address }).toMatchObject({ basis: 'straight_line', address: { street: 'Lindelaan' } });
    expect(route).toMatchObject({ state: 'under_way' });
    const [sameRoute] = options;
    expect(sameRoute).toMatchObject({
      kind: 'same_route',
      allowed: true,
      routeVersion: route?.version,
      cost: { cents: 0, payer: 'nobody' },
    });
    const window = sameRoute?.window ?? { from: '', until: '', state: '' };
    expect(window.state).toBe('estimated');
    expect(Date.parse(window.until) - Date.parse(window.from)).toBe(3_600_000);
    expect(Date.parse(sameRoute?.closesAt ?? '')).toBeGreaterThan(service.clock.nowMs());
  });

  it('says why not, and what to do instead, in the language of the reader', async () => {
    const correction = await inAVan();
    const told = async (language: string) => {
      const shown = await service.ask(pathOf(correction), {
        headers: { authorization: 'Bearer agent', 'accept-language': language },
      });
      return ((await shown.json()) as ShownOptions).options[1]?.refusal;
    };
    const [nl, en] = [await told('nl'), await told('en')];
    expect([nl?.code, en?.code]).toEqual(['on_board', 'on_board']);
    expect(nl?.message).not.toBe(en?.message);
  });

  it('is for a candidate where that is asked, as an entry that is mixed again is no place to go', async () => {
    const blocked = await inAVan(addresses.mixedAgain);
    expect(blocked.state).toBe('blocked');
    const streets = (blocked.check?.candidates ?? []).map(({ address }) => address.street);
    const shown = await Promise.all(
      streets.map((_, index) => service.options(blocked, `?candidate=${index}`)),
    );
    expect(shown.map(({ address }) => address.street)).toEqual(streets);
  });

  it('offers another route of today as long as the parcel is in the depot', async () => {
    const parcel = (await service.order({ address: addresses.old, depot: 'ZLV' })).body;
    const startsAt = new Date(service.clock.nowMs() + 3_600_000).toISOString();
    const endsAt = new Date(service.clock.nowMs() + 8 * 3_600_000).toISOString();
    const times = { startsAt, endsAt, start: { lat: 52.45, lon: 5.37 } };
    await service.planRoute([parcel], times);
    const other = await service.planRoute(['elsewhere'], times);
    const { body } = await service.propose('agent', parcel.id, { address: addresses.right });
    const { options } = await service.options(body);
    expect(options[1]).toMatchObject({ kind: 'other_route_today', allowed: true, routeId: other.id });

    const approved = await service.approveBy(body, 'other_route_today');
    expect(approved.body).toMatchObject({ state: 'applied', plan: { routeId: other.id } });
    const streets = (await service.route(other.id)).stops.map(({ address }) => address.street);
    expect(streets.toSorted()).toEqual(['Bakkerskade', 'Lindelaan']);
  });

  it('needs nothing more where the parcel is on no route', async () => {
    const { id } = await service.ordered();
    const { body } = await service.propose('owner', id, { address: addresses.mixedAgain });
    const { options, route } = await service.options(body, '?candidate=0');
    expect(route).toBeNull();
    expect(options[0]).toMatchObject({ allowed: false, refusal: { code: 'not_on_a_route' } });
  });

  it('says no to whoever it is not for', async () => {
    const correction = await inAVan();
    const refused: [Who, number][] = [
      ['nobody', 401],
      ['owner', 403],
      ['stranger', 403],
      ['page', 403],
      ['planner', 403],
      ['colleague', 404],
    ];
    for (const [who, status] of refused)
      expect([who, (await service.read(who, pathOf(correction))).status]).toEqual([who, status]);
  });

  it.each([
    ['?candidate=7', 400],
    ['?candidate=first', 400],
    ['?candidate=4', 400],
    ['?mayBreakPromises=perhaps', 400],
    ['?street=Lindelaan', 400],
  ])('says what is wrong with %s', async (query, status) => {
    const correction = await inAVan();
    expect((await service.read('agent', pathOf(correction, query))).status).toBe(status);
  });

  it('does not know a correction that is not there', async () => {
    const path = pathOf({ ...(await inAVan()), id: 'cor_01KA2J6W3Z5Y8Q7R9S0T1V2W3X' });
    expect((await service.read('agent', path)).status).toBe(404);
  });
});
