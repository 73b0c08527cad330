import type { CaseOption } from '../../src/cases/case-options';
import type { CaseView } from '../../src/cases/case-view';
import { type CaseRequest, readCase } from '../../src/cases/read-case';
import type { PersonCaller } from '../../src/http/caller';
import { Problem } from '../../src/http/problem';
import { createPlaceOf } from '../../src/routes/plans/place-of';
import { onEveryDatabaseTogether } from '../support/databases';
import { type DrivingService, startDriving } from '../support/driving-service';
import { sampleEdition } from '../support/sample-parts';
import {
  addresses,
  type DeviceOf,
  type ShownCorrection,
  type ShownShipment,
} from '../support/shipments-service';
import { people } from '../support/start-app';

/** Statements that one page may take. */
const MOST_STATEMENTS = 16;

onEveryDatabaseTogether('the page of a case', (databases) => {
  let service: DrivingService;
  let statements = 0;
  let see: (shipment: Pick<ShownShipment, 'id'>, of?: Partial<CaseRequest>) => Promise<CaseView>;

  beforeAll(async () => {
    const database = await databases.open();
    service = await startDriving(database);
    const [register, { clock }] = [await sampleEdition(), service];
    const person = { id: 'per_agent', role: 'agent', name: 'Noor', depot: 'ZLV', created_at: 0 };
    await database('people').insert(person);
    database.on('query', () => (statements += 1));
    const placeOf = createPlaceOf(() => register);
    const dependencies = { database, clock, placeOf, askTravelTimes: null, optionCosts: {} };
    see = ({ id: shipmentId }, of = {}) => {
      const asked = { language: 'nl', candidate: null, mayBreakPromises: false, depot: null } as const;
      return readCase(dependencies, { caller: people.agent, shipmentId, ...asked, ...of });
    };
  });
  afterAll(() => service.close());

  let customers = 0;
  let parcel: ShownShipment;
  let device: DeviceOf;

  /** A parcel that goes to her old street, second of three in a van that has left, and where it should go instead. */
  async function onItsWay(): Promise<ShownCorrection> {
    const customerReference = `vera-${(customers += 1)}`;
    parcel = (await service.order({ address: addresses.old, depot: 'ZLV', customerReference })).body;
    ({ device } = await service.underWay(['farAway', parcel, 'elsewhere']));
    return (await service.propose('agent', parcel.id, { address: addresses.right })).body;
  }

  async function answer(kind: 'acknowledged' | 'refused'): Promise<void> {
    const { instruction } = await see(parcel);
    const more = kind === 'refused' ? { reason: 'Ben er al voorbij' } : {};
    await service.report(device, { kind, instructionId: instruction?.id, ...more });
  }

  it('shows both mixes for what they are, and what this customer is known by', async () => {
    const vera = { customerReference: 'vera-both' };
    await service.order({ ...vera, address: addresses.old });
    const order = await service.order({ ...vera, address: addresses.mixed, depot: 'ZLV' });
    const held = await see(order.body);
    expect(held.shipment).toMatchObject({
      state: 'held',
      holdText: 'het adres klopt niet',
      shop: 'shp_owner',
    });
    expect(markedStale(held.entry)).toEqual(['8951 AB']);
    expect(held.open).toBeNull();
    expect(held.options?.addressText).toBe('Lindelaan 12, 8962 KL Zilverwaard');

    const body = { address: addresses.mixedAgain, source: 'customer' };
    const { body: blocked } = await service.propose('owner', order.body.id, body);
    const view = await see(order.body);
    expect(view.open).toMatchObject({ id: blocked.id, state: 'blocked', needsReason: true });
    expect(markedStale(view.entry)).toEqual(['Kerkstraat']);
    expect(markedStale(view.ordered)).toEqual(['8951 AB']);
    expect(view.entry.reasons.length).toBeGreaterThan(0);
    expect(view.candidates.map(({ text }) => text)).toContain('Lindelaan 12, 8962 KL Zilverwaard');
    expect(view.knownAddresses).toMatchObject([
      { text: 'Kerkstraat 8, 8951 AB Zilverwaard', occasionsText: 'besteld' },
    ]);
    expect(view.customer).toMatchObject({ situation: 'in_question', language: 'nl' });
    expect(view.timeline.map(({ text, by }) => `${text}, ${by}`)).toEqual([
      'Correctie voorgesteld door de klant, shp_owner',
      'Aangemeld, shp_owner',
    ]);
  });

  it('shows options for the candidate that is chosen, and knows no other', async () => {
    const { body } = await service.order({ address: addresses.mixed, depot: 'ZLV' });
    const { candidates } = await see(body);
    const second = await see(body, { candidate: 1 });
    expect(second.options).toMatchObject({
      candidate: 1,
      address: candidates[1]?.address,
      addressText: candidates[1]?.text,
    });
    expect(second.candidates.map(({ isChosen }) => isChosen)).toEqual([false, true]);
    await expect(see(body, { candidate: 9 })).rejects.toThrow(Problem);
  });

  it('follows a correction from the desk to the door, and promises nothing too soon', async () => {
    const correction = await onItsWay();
    const proposed = await see(parcel);
    expect(proposed.whereabouts.text).toMatch(
      /^In de bus, rit R-\d+ van vandaag \(bezorger Jelle, V-123-BX\), stop 2 van 3, verwacht om \d\d:\d\d\.$/,
    );
    expect(proposed.open).toMatchObject({ proposedBy: 'Noor', stateText: 'voorgesteld' });
    const [same] = optionsOf(proposed);
    expect(same).toMatchObject({
      kind: 'same_route',
      allowed: true,
      stopsAwayText: expect.stringContaining('stop') as string,
    });
    expect(same?.closesAt?.atMs).toBeGreaterThan(service.clock.nowMs());

    const approved = await service.decide('agent', correction, 'approve', {
      body: { option: same?.chosen },
    });
    expect(approved.status).toBe(200);
    const pushed = await see(parcel);
    expect(pushed).toMatchObject({
      open: null,
      options: null,
      inEffect: { state: 'pushed', decidedBy: 'Noor' },
    });
    expect(pushed.instruction?.steps.map(({ at }) => at === null)).toEqual([false, true, true]);
    expect(pushed.customer.situation).toBe('redirect_unseen');
    expect(pushed.customer.text).not.toMatch(/\d\d:\d\d/);

    await answer('acknowledged');
    const seen = await see(parcel);
    expect(seen.instruction?.stateText).toBe('Gezien door de bezorger');
    expect(seen.instruction?.steps.at(-1)?.at).not.toBeNull();
    expect(seen.customer.situation).toBe('window');
    expect(seen.customer.text).toMatch(/vandaag tussen \d\d:\d\d en \d\d:\d\d\. .*Noor$/s);
    expect(seen.whereabouts.text).toContain('stop');
    expect(seen.timeline.slice(0, 3).map(({ text, by }) => [text, by])).toEqual([
      ['Wijziging gezien door de bezorger', 'bezorger'],
      ['Wijziging aangekomen op het toestel', 'bezorger'],
      ['Wijziging naar de bezorger gestuurd', 'Noor'],
    ]);
  });

  it('shows that the driver refused, why, and what can be done now', async () => {
    const correction = await onItsWay();
    await service.approveBy(correction, 'same_route');
    await answer('refused');
    const view = await see(parcel, { language: 'en' });
    expect(view.instruction).toMatchObject({ state: 'refused', reason: 'Ben er al voorbij' });
    expect(view.open?.blocks).toContain('The driver refused: Ben er al voorbij');
    expect(view.options?.options).toHaveLength(6);
    expect(view.customer.text).not.toContain('voorbij');
  });

  it('shows that a driver has not answered, to the agents of the depot', async () => {
    const correction = await onItsWay();
    await service.approveBy(correction, 'same_route');
    const { instruction } = await see(parcel);
    const alert = { id: `alt_${parcel.id}`, kind: 'instruction_unacknowledged', subject: instruction?.id };
    const about = { depot: 'ZLV', shipment_id: parcel.id, raised_at: service.clock.nowMs() };
    await service.database('alerts').insert({ ...alert, ...about });
    const view = await see(parcel);
    expect(view.alerts).toMatchObject([{ id: alert.id, kind: alert.kind }]);
    expect(view.instruction?.alert?.text).toBe('De bezorger heeft nog niet geantwoord: bel de bezorger.');
  });

  it.each<[string, string, string, RegExp]>([
    ['next_day', 'take_back_unseen', 'another_day', /op dinsdag 6 januari/],
    ['return_to_sender', 'take_back_unseen', 'returned', /terug naar de webwinkel/],
  ])(
    'tells of a parcel that is brought back (%s) once the driver knows',
    async (kind, before, after, said) => {
      const correction = await onItsWay();
      await service.approveBy(correction, kind);
      expect((await see(parcel)).customer).toMatchObject({ situation: before });
      await answer('acknowledged');
      const view = await see(parcel);
      expect(view.customer.situation).toBe(after);
      expect(view.customer.text).toMatch(said);
      expect(view.whereabouts.text).toMatch(/op de weg terug\.$/);
    },
  );

  it('is nobody else’s to see', async () => {
    const { body } = await service.order({ address: addresses.mixed, depot: 'ZLV' });
    const caller: PersonCaller = people.colleague;
    await expect(see(body, { caller })).rejects.toThrow('not-found');
    await expect(see({ id: 'snd_none' })).rejects.toThrow('not-found');
    expect((await see(body, { caller: people.supervisor })).shipment.id).toBe(body.id);
  });

  it('takes few statements', async () => {
    await onItsWay();
    statements = 0;
    await see(parcel);
    expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
  });
});

function optionsOf({ options }: CaseView): CaseOption[] {
  return options?.options ?? [];
}

function markedStale(entry: CaseView['ordered']): (string | null)[] {
  return (entry?.parts ?? []).filter(({ mark }) => mark === 'stale').map(({ text }) => text);
}
