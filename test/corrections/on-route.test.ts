import { type DrivingService, startDriving } from '../support/driving-service';
import { onEveryDatabaseTogether } from '../support/databases';
import type { ShownRoute } from '../support/routes-service';
import {
  addresses,
  type DeviceOf,
  type ShownCorrection,
  type ShownShipment,
} from '../support/shipments-service';

const streetsOf = ({ stops }: ShownRoute) =>
  stops.map(({ address }) => `${address.street} ${String(address.houseNumber)}`);

onEveryDatabaseTogether('a correction of a parcel in a van', (databases) => {
  let service: DrivingService;
  beforeAll(async () => (service = await startDriving(await databases.open())));
  afterAll(() => service.close());

  let parcel: ShownShipment;
  let device: DeviceOf;
  let route: ShownRoute;

  /** Her parcel goes to her old street, among others; it is on its way when it comes to light. */
  async function onItsWay(): Promise<ShownCorrection> {
    parcel = (await service.order({ address: addresses.old, depot: 'ZLV', customerReference: 'vera-77' }))
      .body;
    const under = await service.underWay(['farAway', parcel, 'elsewhere'], {});
    ({ route, device } = under);
    const proposed = await service.propose('agent', parcel.id, { address: addresses.right });
    expect([proposed.status, proposed.body.state]).toEqual([201, 'proposed']);
    return proposed.body;
  }

  it('is pushed by one approval, promised by the acknowledgement and applied by the delivery', async () => {
    const correction = await onItsWay();
    const { options } = await service.options(correction);
    expect(options.map(({ kind, allowed }) => [kind, allowed])).toEqual([
      ['same_route', true],
      ['other_route_today', false],
      ['transfer', false],
      ['next_day', true],
      ['hold_at_depot', true],
      ['return_to_sender', true],
    ]);
    const approved = await service.approveBy(correction, 'same_route');
    expect(approved.body).toMatchObject({
      state: 'pushed',
      plan: { option: 'same_route', routeId: route.id },
    });

    const pushed = await service.route(route.id);
    expect(streetsOf(pushed)).toContain('Lindelaan 12');
    expect(streetsOf(pushed)).not.toContain('Kerkstraat 8');
    expect(pushed.instructions).toMatchObject([{ kind: 'redirect', state: 'pushed' }]);

    const inSight = pushed.stops.find(({ address }) => address.street === 'Lindelaan');
    expect(inSight?.window?.state).toBe('estimated');
    const [instruction] = pushed.instructions;
    await service.report(device, { kind: 'acknowledged', instructionId: instruction?.id });
    const stop = (await service.route(route.id)).stops.find(({ address }) => address.street === 'Lindelaan');
    expect(stop?.window?.state).toBe('promised');
    expect(await service.correction(correction)).toMatchObject({
      state: 'acknowledged',
      plan: { window: stop?.window },
    });

    await service.report(
      device,
      { kind: 'arrived', stopId: stop?.id },
      { kind: 'completed', stopId: stop?.id },
    );
    expect((await service.correction(correction)).state).toBe('applied');
    expect(await service.shipment(parcel.id)).toMatchObject({
      state: 'delivered',
      address: { street: 'Lindelaan', houseNumber: 12 },
    });
    const codes = (await service.timeline(parcel)).map(({ code }) => code);
    expect(codes.toSorted()).toEqual(
      ['acknowledged', 'delivered', 'out_for_delivery', 'pushed', 'registered'].toSorted(),
    );
  });

  it('needs a choice, as the route goes elsewhere by it', async () => {
    const correction = await onItsWay();
    const answer = await service.decide('agent', correction, 'approve', { body: {} });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ pointer: '/option', code: 'required' }]);
    expect((await service.correction(correction)).state).toBe('proposed');
  });

  it('answers 412 with fresh options where the driver went on meanwhile', async () => {
    const correction = await onItsWay();
    const [shown] = (await service.options(correction)).options;
    await service.report(device, { kind: 'heading', stopId: route.stops[0]?.id });
    const option = { kind: 'same_route', routeVersion: shown?.routeVersion };
    const answer = await service.decide('agent', correction, 'approve', { body: { option } });
    expect(answer.status).toBe(412);
    const { options } = answer.body as unknown as { options: { kind: string; routeVersion: number }[] };
    expect(options[0]).toMatchObject({ kind: 'same_route', routeVersion: (shown?.routeVersion ?? 0) + 1 });
    expect((await service.approveBy(correction, 'same_route')).body.state).toBe('pushed');
  });

  it('is done once, however often it is approved', async () => {
    const correction = await onItsWay();
    const [shown] = (await service.options(correction)).options;
    const sent = { body: { option: { kind: 'same_route', routeVersion: shown?.routeVersion } }, key: 'once' };
    const first = await service.decide('agent', correction, 'approve', sent);
    const second = await service.decide('agent', correction, 'approve', sent);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    const third = await service.decide('agent', correction, 'approve', { ...sent, key: 'another' });
    expect([409, 412]).toContain(third.status);
    expect((await service.route(route.id)).instructions).toHaveLength(1);
  });

  it('is undone until the driver has seen it', async () => {
    const correction = await onItsWay();
    const pushed = (await service.approveBy(correction, 'same_route')).body;
    const withdrawn = await service.decide('agent', pushed, 'withdraw');
    expect([withdrawn.status, withdrawn.body.state]).toEqual([200, 'withdrawn']);
    expect(streetsOf(await service.route(route.id))).toEqual(streetsOf(route));
    expect((await service.shipment(parcel.id)).address).toMatchObject({ street: 'Kerkstraat' });
    expect((await service.route(route.id)).instructions).toEqual([]);
  });

  it('is no longer undone once the driver has seen it', async () => {
    const pushed = (await service.approveBy(await onItsWay(), 'same_route')).body;
    const [instruction] = (await service.route(route.id)).instructions;
    await service.report(device, { kind: 'acknowledged', instructionId: instruction?.id });
    const answer = await service.decide('agent', await service.correction(pushed), 'withdraw');
    expect(answer.status).toBe(409);
  });

  it('is proposed again where the driver refuses it, with the reason', async () => {
    const pushed = (await service.approveBy(await onItsWay(), 'same_route')).body;
    const [instruction] = (await service.route(route.id)).instructions;
    await service.report(device, { kind: 'refused', instructionId: instruction?.id, reason: 'Brug dicht' });
    expect(await service.correction(pushed)).toMatchObject({
      state: 'proposed',
      reason: 'Brug dicht',
      plan: null,
    });
    expect(streetsOf(await service.route(route.id))).toEqual(streetsOf(route));
    expect((await service.shipment(parcel.id)).address).toMatchObject({ street: 'Kerkstraat' });
    expect((await service.approveBy(await service.correction(pushed), 'same_route')).body.state).toBe(
      'pushed',
    );
  });

  it('takes the place of one that was pushed before, in order', async () => {
    const first = (await service.approveBy(await onItsWay(), 'same_route')).body;
    const proposed = await service.propose('agent', parcel.id, { address: addresses.old });
    const reason = 'Gebeld: toch het oude adres';
    const second = await service.approveBy(proposed.body, 'same_route', { reason });
    expect(second.body.state).toBe('pushed');
    expect(await service.correction(first)).toMatchObject({
      state: 'superseded',
      supersededBy: proposed.body.id,
    });
    const { changes } = (
      await service.read<{ changes: { seq: number; kind: string; instruction: { state: string } | null }[] }>(
        device,
        `/v1/routes/${route.id}/changes?after=0`,
      )
    ).body;
    expect(changes.map(({ seq }) => seq)).toEqual(changes.map((_, index) => index + 1));
    expect(changes.slice(-3).map(({ kind, instruction }) => [kind, instruction?.state])).toEqual([
      ['stops_changed', 'superseded'],
      ['instruction_closed', 'superseded'],
      ['stops_changed', 'pushed'],
    ]);
  });

  it('expires where the route ends first, and comes back to the agents', async () => {
    const pushed = (await service.approveBy(await onItsWay(), 'same_route')).body;
    await service.report(device, { kind: 'ended' });
    expect((await service.correction(pushed)).state).toBe('expired');
    const { corrections } = (
      await service.read<{ corrections: ShownCorrection[] }>(
        'agent',
        `/v1/shipments/${parcel.id}/corrections`,
      )
    ).body;
    expect(corrections[0]).toMatchObject({ state: 'proposed' });
    const alerts = await service.read<{ alerts: { kind: string }[] }>('agent', '/v1/alerts');
    expect(alerts.body.alerts.map(({ kind }) => kind)).toContain('correction_expired');
  });

  it('is applied and flagged where the parcel is handed over there unseen', async () => {
    const pushed = (await service.approveBy(await onItsWay(), 'same_route')).body;
    const stop = (await service.route(route.id)).stops.find(({ address }) => address.street === 'Lindelaan');
    await service.report(device, { kind: 'completed', stopId: stop?.id });
    expect((await service.correction(pushed)).state).toBe('applied');
    const alerts = await service.read<{ alerts: { kind: string }[] }>('agent', '/v1/alerts');
    expect(alerts.body.alerts.map(({ kind }) => kind)).toContain('delivered_unacknowledged');
  });

  it.each([
    ['next_day', 'at_depot', { promisedOn: '2026-01-06' }],
    ['hold_at_depot', 'held', {}],
    ['return_to_sender', 'returning', {}],
  ])('has it brought back, for %s, and is applied by the depot', async (kind, state, more) => {
    const pushed = (await service.approveBy(await onItsWay(), kind)).body;
    expect(pushed.state).toBe('pushed');
    const taken = await service.route(route.id);
    expect(streetsOf(taken)).not.toContain('Kerkstraat 8');
    expect(taken.instructions).toMatchObject([{ kind: 'take_back' }]);
    await service.report(device, { kind: 'acknowledged', instructionId: taken.instructions[0]?.id });
    await service.report(device, { kind: 'ended' });
    expect((await service.correction(pushed)).state).toBe('acknowledged');
    expect(await service.scan(parcel.id, 'at_depot')).toMatchObject({ state, ...more });
    expect((await service.correction(pushed)).state).toBe('applied');
  });

  it('is replaced, not undone, where a route is planned by it', async () => {
    const planned = (await service.order({ address: addresses.old, depot: 'ZLV' })).body;
    await service.planRoute([planned, 'elsewhere']);
    const proposed = await service.propose('agent', planned.id, { address: addresses.right });
    const applied = (await service.approveBy(proposed.body, 'same_route')).body;
    expect(applied.state).toBe('applied');
    expect((await service.decide('agent', applied, 'withdraw')).status).toBe(409);
  });

  it('keeps a question to the driver and the answer in the timeline', async () => {
    await onItsWay();
    const asked = await service.write<{ id: string }>('agent', `/v1/routes/${route.id}/questions`, {
      body: { text: 'Kun je nog voor 14:30 langs?', shipmentId: parcel.id },
    });
    expect(asked.status).toBe(201);
    await service.report(device, { kind: 'answered', instructionId: asked.body.id, answer: 'yes' });
    const told = (await service.timeline(parcel)).map(({ code, reason }) => [code, reason]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['asked', 'Kun je nog voor 14:30 langs?'],
        ['answered', 'yes'],
      ]),
    );
  });
});
