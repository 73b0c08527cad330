import fc from 'fast-check';
import { type CaseFacts, caseView } from '../../src/cases/case-view';
import { CORRECTION_STATES } from '../../src/corrections/states';
import type { Correction } from '../../src/corrections/correction';
import { optionsFor } from '../../src/routes/planning/options';
import { refusal, type RefusalCode } from '../../src/routes/planning/refusals';
import { straightLine } from '../../src/routes/planning/travel';
import { STRAIGHT_LINES } from '../../src/routes/planning/travel-times';
import type { Place, Route } from '../../src/routes/route';
import { SHIPMENT_STATES } from '../../src/shipments/states';
import { aCorrection, checkOf } from '../support/a-correction';
import { anAddress as hers, aShipment } from '../support/a-shipment';
import { anAddress, aRoute, aStop, done, MINUTE, NINE, promised } from '../support/a-route';
import { entered, known } from '../support/judged';
import { people } from '../support/start-app';

const entry = entered('Lindelaan 12, 8951AB Zilverwaard');
const check = checkOf(entry, [known('Kerkstraat 12, 8951AB Zilverwaard')]);

/** Some hundreds of metres a step. */
const at = (steps: number): Place => ({ lat: 51.5, lon: 3.6 + steps * 0.005 });

/** Others' stops around hers, the third of six; two are done. */
const route: Route = aRoute(
  [
    done('Geheim een', 5, 8, { place: at(2) }),
    done('Geheim twee', 12, 15, { place: at(8) }),
    aStop('hers', { shipmentIds: ['snd_1'], address: hers, place: at(12), plannedAtMs: NINE + 30 * MINUTE }),
    aStop('Geheim drie', { place: at(14), window: promised(30, 90), plannedAtMs: NINE + 40 * MINUTE }),
    aStop('Geheim vier', { place: at(16), window: promised(30, 46), plannedAtMs: NINE + 45 * MINUTE }),
    aStop('Geheim vijf', { place: at(18), window: promised(40, 99), plannedAtMs: NINE + 50 * MINUTE }),
  ],
  { state: 'under_way', start: at(0) },
);
const nowMs = NINE + 20 * MINUTE;

function choiceFor(mayBreakPromises: boolean): CaseFacts['choice'] {
  const question = {
    ...{ nowMs, travelMs: straightLine, shipmentId: 'snd_1', address: anAddress('new'), place: at(16.01) },
    ...{ isOnBoard: true, isFinal: false, route, others: [], depots: [], transferTo: null, depot: 'ZLV' },
    ...{ mayBreakPromises, costs: { next_day: { cents: 250, payer: 'carrier' as const } } },
  };
  return {
    candidate: 0,
    address: hers,
    place: null,
    read: { options: optionsFor(question), times: STRAIGHT_LINES, routes: [route] },
  };
}

function factsOf(of: Partial<CaseFacts> = {}): CaseFacts {
  return {
    nowMs,
    language: 'nl',
    shipment: aShipment({ state: 'out_for_delivery', entry, check, depot: 'ZLV' }),
    corrections: [aCorrection({ entry, check, state: 'blocked', createdAtMs: NINE })],
    ...{ known: [], events: [], instruction: null, alerts: [], choice: choiceFor(true) },
    onRoute: { route, stop: route.stops[2] ?? null },
    names: new Map([
      ['per_agent', 'Noor'],
      ['shp_owner', 'Boekhandel De Kade'],
    ]),
    hands: { isOpen: true, taken: null, lookers: [], people: [] },
    agent: people.agent,
    ...of,
  };
}

describe('a case', () => {
  it('says in one sentence where the parcel is', () => {
    const { whereabouts } = caseView(factsOf());
    expect(whereabouts.text).toMatch(
      /^In de bus, rit A1 van vandaag \(bezorger Sam, V-123-AB\), stop 3 van 6, verwacht om \d\d:\d\d\.$/,
    );
    expect(whereabouts.route).toMatchObject({ id: 'rte_1', stop: { sequence: 3, of: 6 } });
  });

  test.each<[string, Partial<CaseFacts>, string]>([
    ['off any route', { onRoute: null }, 'De zending is onderweg met de bezorger, depot ZLV; op geen rit.'],
    ['delivered', { shipment: aShipment({ state: 'delivered' }), onRoute: null }, 'De zending is bezorgd.'],
    ['brought back', { onRoute: { route, stop: null } }, ', op de weg terug.'],
    [
      'tried already',
      { onRoute: { route, stop: { ...aStop('hers'), state: 'failed' } } },
      'daar niet afgegeven.',
    ],
    [
      'at the door',
      { onRoute: { route, stop: { ...aStop('hers'), state: 'arrived' } } },
      'de bezorger is er nu.',
    ],
    [
      'to leave tomorrow',
      {
        shipment: aShipment({ state: 'at_depot' }),
        onRoute: { route: { ...route, state: 'planned', day: '2026-11-28' }, stop: route.stops[2] ?? null },
      },
      'Ingedeeld, rit A1 van zaterdag 28 november',
    ],
  ])('says where a parcel is that is %s', (_, of, expected) => {
    expect(caseView(factsOf(of)).whereabouts.text).toContain(expected);
  });

  it('says of each option what it takes, until when, and whom it delays by how much', () => {
    const [same, , , nextDay] = caseView(factsOf()).options?.options ?? [];
    expect(same).toMatchObject({
      kind: 'same_route',
      allowed: true,
      title: 'Vandaag, met dezelfde bezorger',
      windowText: expect.stringMatching(/^tussen \d\d:\d\d en \d\d:\d\d$/) as string,
      costText: 'kost niets',
      chosen: { kind: 'same_route', routeId: 'rte_1', routeVersion: 1, depot: null },
    });
    expect(same?.closesAt?.atMs).toBeGreaterThan(nowMs);
    expect(same?.delayedText).toBe('1 ander later, hoogstens 3 min');
    expect(
      same?.delayed.every(({ text }) => /^stop \d, Straat Geheim \w+ 1: \d+ min (later|eerder)/.test(text)),
    ).toBe(true);
    expect(same?.delayed.length).toBeGreaterThan(0);
    expect(nextDay).toMatchObject({
      costText: 'kost de vervoerder € 2,50',
      dayText: 'zaterdag 28 november',
      ...{ delayed: [], delayedText: null, windowText: null, addedText: null },
    });
  });

  it('says why an option is closed', () => {
    const other = caseView(factsOf({ language: 'en' })).options?.options[1];
    expect(other).toMatchObject({ kind: 'other_route_today', allowed: false, delayedText: null });
    expect(other?.refusal).toMatch(/^The shipment is in a van already/);
  });

  it('says what is to be decided, and what keeps it', () => {
    const { open, inEffect, ordered } = caseView(factsOf());
    expect(open).toMatchObject({
      ...{ id: 'cor_1', version: 1, stateText: 'tegengehouden', sourceText: 'door de klant' },
      ...{ proposedBy: 'Boekhandel De Kade', needsReason: true, planText: null },
      addressText: 'Lindelaan 12, 8951 AB Zilverwaard',
    });
    expect(open?.blocks).toContain('Dit lijkt de postcode van een eerder adres.');
    expect(inEffect).toBeNull();
    expect(ordered?.text).toBe('Lindelaan 12, 8951 AB Zilverwaard');
  });

  test.each<[string, Partial<Correction>, string]>([
    [
      'it was not checked',
      { state: 'proposed', check: null },
      'Nog niet gecontroleerd: het register was er niet.',
    ],
    ['it came by e-mail', { state: 'proposed', source: 'email' }, 'Een e-mail kan van iedereen komen.'],
    [
      'the driver refused',
      { state: 'proposed', reason: 'Ben er al voorbij' },
      'De bezorger weigerde: Ben er al voorbij',
    ],
  ])('says that a correction waits since %s', (_, of, expected) => {
    const facts = factsOf({ corrections: [aCorrection({ entry, check, ...of })] });
    expect(caseView(facts).open?.blocks).toContain(expected);
  });

  it('keeps the check of the order beside that of a correction that was approved', () => {
    const right = entered('Lindelaan 12, 8962KL Zilverwaard');
    const prior = {
      state: 'held',
      hold: null,
      failure: null,
      addressId: null,
      address: null,
      check,
    } as const;
    const applied = aCorrection({
      entry: right,
      check: checkOf(right),
      state: 'applied',
      address: hers,
      prior,
    });
    const shipment = aShipment({ entry, check: checkOf(right) });
    const view = caseView(factsOf({ shipment, corrections: [applied], choice: null, onRoute: null }));
    expect(view.entry.parts.map(({ mark }) => mark)).not.toContain('stale');
    expect(view.ordered?.parts.find(({ name }) => name === 'postcode')?.mark).toBe('stale');
    expect(view.inEffect).toMatchObject({ stateText: 'doorgevoerd', blocks: [] });
    expect(view.options).toBeNull();
  });
});

describe('the text for the customer', () => {
  it('says that today is too late where every option of today is closed', () => {
    const choice = choiceFor(false);
    const closedBy = (code: RefusalCode) => {
      const options = choice!.read.options.map((option) =>
        option.kind === 'same_route' ? { ...option, allowed: false, refusal: refusal(code) } : option,
      );
      return factsOf({ choice: { ...choice!, read: { ...choice!.read, options } } });
    };
    expect(caseView(closedBy('too_late')).customer.situation).toBe('not_today');
    expect(caseView(closedBy('breaks_promises')).customer.situation).toBe('in_question');
    expect(caseView(factsOf()).customer.situation).toBe('in_question');
  });

  it('is in the language of the customer, whichever the agent reads', () => {
    expect(caseView(factsOf({ language: 'en' })).customer.text).toMatch(/^Beste Vera,/);
  });

  it('never tells of another customer, nor what an agent or a driver wrote', () => {
    const secret = 'Mevrouw Geheim doet niet open';
    fc.assert(
      fc.property(
        fc.constantFrom(...SHIPMENT_STATES),
        fc.constantFrom(...CORRECTION_STATES),
        fc.constantFrom<'same_route' | 'next_day'>('same_route', 'next_day'),
        fc.boolean(),
        (state, correction, option, mayBreakPromises) => {
          const plan = { option, routeId: 'rte_1', day: '2026-11-28', depot: null, window: promised(30, 90) };
          const corrections = [aCorrection({ entry, check, state: correction, plan, reason: secret })];
          const shipment = aShipment({ state, entry, check, driverNote: secret });
          const facts = factsOf({ shipment, corrections, choice: choiceFor(mayBreakPromises) });
          expect(caseView(facts).customer.text).not.toMatch(/Geheim|V-123-AB|Sam/);
        },
      ),
    );
  });
});
